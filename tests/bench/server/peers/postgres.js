// Debian's PostgreSQL in a folder of its own, reached by a socket in it. It refuses root, so root runs it as the user postgres: the folder
// lies where that user may go and where a disk is.
import { execFile } from "node:child_process";
import { chown, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { startPeer } from "./peer.js";

const run = promisify(execFile);
const schema = new URL("postgres.sql", import.meta.url);

async function programs() {
  const [newest] = (await readdir("/usr/lib/postgresql")).sort((a, b) => Number(b) - Number(a));
  return `/usr/lib/postgresql/${newest}/bin`;
}

async function otherUser(folder) {
  if (process.getuid() !== 0) return [];
  const [user, group] = await Promise.all(["-u", "-g"].map(async (which) => Number((await run("id", [which, "postgres"])).stdout)));
  await chown(folder, user, group);
  return ["setpriv", "--reuid", String(user), "--regid", String(group), "--clear-groups"];
}

export async function startPostgres({ core } = {}) {
  const folder = await mkdtemp("/var/tmp/senkoi-bench-");
  const as = await otherUser(folder);
  const [bin, data, name] = [await programs(), join(folder, "data"), ".s.PGSQL.5432"];
  const once = (command, ...words) => run([...as, command][0], [...as.slice(1), ...(as.length ? [command] : []), ...words]);
  await once(join(bin, "initdb"), "-D", data, "-U", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C");
  const command = [...as, join(bin, "postgres"), "-D", data, "-k", folder, "-c", "listen_addresses=", "-c", "port=5432", "-c", "shared_buffers=256MB"];
  const server = await startPeer({ name: "postgres", command, place: { path: join(folder, name) }, folder, core, signal: "SIGINT" });
  const psql = (...words) => run(join(bin, "psql"), ["-h", folder, "-U", "postgres", "-q", "-v", "ON_ERROR_STOP=1", ...words, "postgres"]);
  return {
    ...server,
    socket: folder,
    bin,
    /** The tables anew. */
    clear: async () => psql("-c", "DROP TABLE IF EXISTS application, program", "-c", await readFile(schema, "utf8"), "-c", "CHECKPOINT"),
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true });
    },
  };
}
