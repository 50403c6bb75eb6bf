// Letters by STARTTLS and by TLS from the start to a real SMTP server with a certificate of its own (S6): taken where the certificate is
// trusted, and never sent in the clear or to somebody else where it is not.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { SMTPServer } from "smtp-server";
import { freePort } from "../browser/harness/ports.js";
import { project } from "../browser/harness/senkoi.js";
import { until } from "../browser/harness/until.js";

const folder = await mkdtemp(join(tmpdir(), "senkoi-tls-"));
test.after(() => rm(folder, { recursive: true }));

/** A certificate that signs itself. @param {string} name  of the host it is for */
function certificate(name) {
  const [key, cert] = [join(folder, `${name}.key`), join(folder, `${name}.pem`)];
  const what = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", `/CN=${name}`, "-addext", `subjectAltName=DNS:${name}`];
  execFileSync("openssl", ["req", "-x509", ...what, "-keyout", key, "-out", cert], { stdio: "pipe" });
  return { key, cert };
}

/** @typedef {{secure: boolean, user: string | undefined, text: string}} Taken */

/** @param {{key: string, cert: string}} of @param {boolean} secure  TLS from the start */
async function openPeer({ key, cert }, secure) {
  /** @type {Taken[]} */
  const taken = [];
  let greeted = 0;
  const server = new SMTPServer({
    secure,
    key: await readFile(key),
    cert: await readFile(cert),
    onAuth: ({ username, password }, _session, done) => done(password === "sesame" ? null : new Error("no"), { user: username }),
    onConnect: (_session, done) => (greeted++, done()),
    onData(stream, session, done) {
      /** @type {Buffer[]} */
      const parts = [];
      stream.on("data", (part) => parts.push(part));
      stream.on("end", () => {
        taken.push({ secure: session.secure, user: session.user, text: Buffer.concat(parts).toString("latin1") });
        done();
      });
    },
  });
  server.on("error", () => {}); // a client that does not trust us hangs up
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.server.address());
  return { taken, port, greeted: () => greeted, close: () => new Promise((resolve) => server.close(() => resolve(undefined))) };
}

/** One server, one letter asked of it. @param {import("node:test").TestContext} t @param {string} url @param {string} trusted */
async function askForALetter(t, url, trusted) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const flags = ["--port", String(port), "--demo-applicants=20", "--smtp-url", url, "--smtp-ca-file", trusted, "--smtp-user=senkoi", "--smtp-password=sesame"];
  const server = spawn(join(project, "build/native/server/senkoi"), ["demo", ...flags], { stdio: "ignore" });
  t.after(async () => {
    server.kill();
    await until("the server's end", () => server.exitCode !== null || server.signalCode !== null);
  });
  await until("the server to listen", () => fetch(`${origin}/api/v1/health`).then((answer) => answer.ok, () => false), 60_000);
  const answer = await fetch(`${origin}/api/v1/mail-addresses`, {
    method: "POST",
    headers: { origin, "content-type": "application/json" },
    body: JSON.stringify({ mail: "hanako@example.jp", field: "01", language: "en" }),
  });
  assert.equal(answer.status, 202);
}

const ours = certificate("localhost");

for (const [scheme, secure] of /** @type {const} */ ([["smtp", false], ["smtps", true]]))
  test(`S6 a letter goes by TLS, with its password, where the certificate is trusted: ${scheme}`, async (t) => {
    const peer = await openPeer(ours, secure);
    t.after(peer.close);
    await askForALetter(t, `${scheme}://localhost:${peer.port}`, ours.cert);
    await until("the letter", () => peer.taken.length > 0, 20_000);
    assert.deepEqual(peer.taken.map((letter) => [letter.secure, letter.user]), [[true, "senkoi"]]);
    assert.match(peer.taken[0]?.text ?? "", /^To: .*hanako@example\.jp/m);
  });

for (const [why, shown, trusted] of /** @type {const} */ ([
  ["that nobody vouches for", ours, certificate("other.example")],
  ["of another host", certificate("elsewhere.example"), undefined],
]))
  test(`S6 no letter goes to a server with a certificate ${why}`, async (t) => {
    const peer = await openPeer(shown, false);
    t.after(peer.close);
    await askForALetter(t, `smtp://localhost:${peer.port}`, (trusted ?? shown).cert);
    await until("an attempt", () => peer.greeted() > 0, 20_000);
    await new Promise((done) => setTimeout(done, 1500));
    assert.deepEqual(peer.taken, []);
  });
