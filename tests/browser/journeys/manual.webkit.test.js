// The manual in webkit. See walk.js.
import { walkTheManual } from "./walk.js";

walkTheManual("webkit", "ja");
