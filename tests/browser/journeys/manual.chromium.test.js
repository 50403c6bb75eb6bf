// The manual in chromium. See walk.js.
import { walkTheManual } from "./walk.js";

walkTheManual("chromium", "ja", { looking: true });
