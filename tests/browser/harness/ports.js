// Ports that nobody else holds, nor is about to take: drawn by chance from below those that the system gives to outgoing connections
// and to whoever asks for any (32768 and up), where two tests that start at once were given the same.
import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}

/** @returns {Promise<number>} */
export async function freePort() {
  const port = randomInt(12_000, 32_000);
  return (await isFree(port)) ? port : freePort();
}
