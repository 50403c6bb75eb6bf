// The manual in firefox. See walk.js.
import { walkTheManual } from "./walk.js";

walkTheManual("firefox", "ja");
