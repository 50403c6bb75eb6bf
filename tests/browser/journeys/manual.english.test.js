// The manual in English. See walk.js.
import { walkTheManual } from "./walk.js";

walkTheManual("chromium", "en", { looking: true });
