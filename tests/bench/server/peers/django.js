// Django under gunicorn: as many workers as its manual advises for one core, each with threads, so that connections are kept.
import { fileURLToPath } from "node:url";
import { freePort } from "../../../browser/harness/ports.js";
import { startPeer } from "./peer.js";

export async function startDjango({ people, socket, folder, core }) {
  const port = await freePort();
  const place = fileURLToPath(new URL("django", import.meta.url));
  const workers = ["--workers", "3", "--worker-class", "gthread", "--threads", "8", "--keep-alive", "75", "--max-requests", "0"];
  const command = ["/usr/bin/python3", "-m", "gunicorn", "--chdir", place, "--bind", `127.0.0.1:${port}`, "--log-level", "warning", ...workers, "application:application"];
  const env = { BENCH_PEOPLE: people, BENCH_SOCKET: socket, PYTHONDONTWRITEBYTECODE: "1" };
  return startPeer({ name: "django", command, place: { port, host: "127.0.0.1" }, folder, core, env });
}
