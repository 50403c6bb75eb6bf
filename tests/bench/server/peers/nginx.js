// nginx with our server's own answers as files (nginx.conf).
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freePort } from "../../../browser/harness/ports.js";
import { startPeer } from "./peer.js";

/** @param {{folder: string, core?: number, hello: string, files: Record<string, Buffer>}} how  hello: what /hello answers */
export async function startNginx({ folder, core, hello, files }) {
  const port = await freePort();
  await mkdir(join(folder, "files"), { recursive: true });
  for (const [name, body] of Object.entries(files)) await writeFile(join(folder, "files", name), body);
  const filled = { folder, port: String(port), hello };
  const template = await readFile(new URL("nginx.conf", import.meta.url), "utf8");
  const configuration = join(folder, "nginx.conf");
  await writeFile(configuration, template.replace(/\{(folder|port|hello)\}/g, (_, name) => filled[name]));
  return startPeer({ name: "nginx", command: ["nginx", "-c", configuration], place: { port, host: "127.0.0.1" }, folder, core, signal: "SIGQUIT" });
}
