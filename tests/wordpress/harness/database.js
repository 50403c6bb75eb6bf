// MariaDB for one test: data in a folder of its own, reached by a socket there and by no network.
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { until } from "../../browser/harness/until.js";
import { run } from "../../packages/harness/projects.js";

/**
 * @param {import("../../packages/harness/ends.js").Ending} t  whose end stops it
 * @param {string} folder
 * @returns {Promise<{socket: string, say: (sql: string) => Promise<unknown>}>}
 */
export async function startDatabase(t, folder) {
  const [data, socket] = [join(folder, "data"), join(folder, "sql.sock")];
  mkdirSync(data, { recursive: true });
  const own = ["--no-defaults", `--datadir=${data}`, "--user=root"];
  await run("mariadb-install-db", [...own, "--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve"]);
  const quick = ["--skip-networking", "--innodb-flush-log-at-trx-commit=0", "--innodb-buffer-pool-size=32M", "--skip-log-bin", "--performance-schema=off"];
  const server = spawn("/usr/sbin/mariadbd", [...own, `--socket=${socket}`, `--pid-file=${join(folder, "sql.pid")}`, ...quick], { stdio: "ignore" });
  t.after(async () => {
    server.kill();
    await until("the database's end", () => server.exitCode !== null || server.signalCode !== null);
  });
  const say = (/** @type {string} */ sql) => run("mariadb", ["--no-defaults", `--socket=${socket}`, "--user=root", "-e", sql]);
  await until("the database", () => say("SELECT 1").then(() => true, () => false), 60_000);
  return { socket, say };
}
