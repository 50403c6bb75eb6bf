// The module as it was built, for the tests of this folder.
import { existsSync } from "node:fs";

export const folder = new URL("../../build/wasm/core/", import.meta.url);
if (!existsSync(new URL("core.node.js", folder))) throw new Error("build the module first: toolchain/build");
export const { createCore } = await import(new URL("core.node.js", folder));
