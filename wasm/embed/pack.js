// node pack.js FOLDER: lays the script of the embed's module into FOLDER, beside core.wasm, which the linker put there.
import { join } from "node:path";
import { build } from "esbuild";

await build({
  entryPoints: [join(import.meta.dirname, "../glue/embed.js")],
  bundle: true,
  outfile: join(process.argv[2], "core.js"),
  format: "esm",
  target: "es2022",
  minify: true,
});
