// The Debian package as an operator meets it (O1, O2, R4): installed, served, backed up, restored, upgraded, removed and purged in a
// root of its own, laid over this machine's, which keeps nothing of it.
//   node --test tests/packages/deb_package.test.js
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, mkdir, rm, copyFile, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";

const project = join(import.meta.dirname, "../..");
/** @type {string} */ let area;
/** @type {string} */ let root;
/** @type {string} */ let deb;

/** @param {string} program @param {string[]} parameters */
function run(program, ...parameters) {
  const { status, stdout, stderr, error } = spawnSync(program, parameters, { cwd: project, encoding: "utf8" });
  if (error) throw error;
  return { status, stdout, stderr, said: stdout + stderr };
}
/** @param {string} program @param {string[]} parameters */
function done(program, ...parameters) {
  const { status, said, stdout } = run(program, ...parameters);
  assert.equal(status, 0, `${program} ${parameters.join(" ")}\n${said}`);
  return stdout;
}
const inside = (/** @type {string[]} */ ...words) => run("chroot", root, ...words);
const doneInside = (/** @type {string[]} */ ...words) => done("chroot", root, ...words);
const shell = (/** @type {string} */ line) => doneInside("sh", "-ec", line).trim();

before(async () => {
  area = await mkdtemp(join(tmpdir(), "senkoi-deb-"));
  root = join(area, "root");
  for (const folder of ["root", "above", "work"]) await mkdir(join(area, folder));
  done("mount", "-t", "overlay", "overlay", "-o", `lowerdir=/,upperdir=${area}/above,workdir=${area}/work`, root);
  done("mount", "-t", "proc", "proc", join(root, "proc"));
  done("mount", "--bind", "/dev", join(root, "dev"));
  const lines = done("toolchain/package", "deb", "--built").trim().split("\n");
  deb = lines.at(-1) ?? "";
  await copyFile(join(project, deb), join(root, "root", basename(deb)));
});
after(async () => {
  for (const mount of ["dev", "proc", ""]) run("umount", "-l", join(root, mount));
  await rm(area, { recursive: true, force: true });
});

/** Serves in the root, as the user of the service, until `act` is done. @param {(address: string) => Promise<void>} act */
async function serving(act) {
  const child = spawn("chroot", [root, "senkoi-admin", "serve", "--port=0"], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => { said += text; });
  const ended = new Promise((end) => child.on("exit", end));
  try {
    for (let i = 0; i < 300 && !/ready http:\S+\n/.test(said) && child.exitCode === null; ++i) await new Promise((next) => setTimeout(next, 50));
    const [, address = ""] = /ready (http:\S+)\n/.exec(said) ?? [];
    assert.ok(address, said);
    await act(address);
  } finally {
    child.kill("SIGTERM");
  }
  assert.equal(await ended, 0, said);
  return said;
}

test("O2 the package says what it needs, and what is the operator's", () => {
  assert.match(done("dpkg-deb", "-f", deb, "Depends"), /libsqlite3-0.*adduser/);
  const content = done("dpkg-deb", "-c", deb);
  for (const path of ["./usr/bin/senkoi", "./usr/share/senkoi/site/index.html", "./usr/share/man/man8/senkoi.8.gz", "./lib/systemd/system/senkoi.service"])
    assert.ok(content.includes(` ${path}\n`), path);
  assert.match(content, /-rw-r----- root\/root .* \.\/etc\/senkoi\/senkoi\.conf\n/);
  for (const line of content.trim().split("\n")) assert.match(line, /^\S+ root\/root /);
});

test("O2 installed, it has a user, a key of its own and sound settings, and serves its pages", async () => {
  doneInside("dpkg", "-i", `/root/${basename(deb)}`);
  assert.equal(shell("stat -c '%U %a %s' /etc/senkoi/senkoi.key"), "root 600 32");
  assert.equal(shell("stat -c '%U:%G %a' /etc/senkoi/senkoi.conf"), "root:senkoi 640");
  assert.equal(shell("stat -c '%U %a' /var/lib/senkoi"), "senkoi 700");
  const check = doneInside("senkoi-admin", "config", "check");
  assert.match(check, /\ndatabase +\/var\/lib\/senkoi\/senkoi\.db +\/etc\/senkoi\/senkoi\.conf, line \d+\n/);
  assert.doesNotMatch(check, /wrong:/);
  await serving(async (address) => {
    assert.equal((await fetch(`${address}/api/v1/ready`)).status, 200);
    assert.match(await (await fetch(`${address}/`)).text(), /<html lang="ja"/);
  });
  assert.equal(shell("stat -c '%U %a' /var/lib/senkoi/senkoi.db"), "senkoi 600");
  assert.equal(shell("test -e /var/lib/senkoi/senkoi.db.key && echo there || echo apart"), "apart");
});

test("O2 the units are sound, and the service is exposed to little", () => {
  const verified = inside("systemd-analyze", "verify", "--man=no", "/lib/systemd/system/senkoi.service", "/lib/systemd/system/senkoi-backup.service", "/lib/systemd/system/senkoi-backup.timer");
  assert.doesNotMatch(verified.said, /senkoi[-\w]*\.(service|timer):/, verified.said);
  for (const unit of ["senkoi.service", "senkoi-backup.service"]) {
    const { said } = inside("systemd-analyze", "security", "--offline=true", `/lib/systemd/system/${unit}`);
    const [, level = "10"] = /exposure level for \S+: ([\d.]+)/.exec(said) ?? [];
    assert.ok(Number(level) <= 2, `${unit}: ${level}`);
  }
});

test("R4 the daily backup is proved, keeps so many, and goes back in its place", async () => {
  doneInside("senkoi-admin", "staff", "invite", "--mail=hanako@example.jp", "--name=Hanako", "--public-origin=https://senkoi.example");
  // The user of the service, with a copy of the key as the unit's credential is one.
  shell("install -d -o senkoi /run/credentials-of-test && install -m 400 -o senkoi /etc/senkoi/senkoi.key /run/credentials-of-test/senkoi.key");
  const backup = "KEEP=2 setpriv --reuid=senkoi --regid=senkoi --init-groups /usr/lib/senkoi/backup /run/credentials-of-test/senkoi.key";
  for (let i = 0; i < 3; ++i) assert.match(shell(`sleep 1; ${backup}`), /audit log sound/);
  shell("rm -r /run/credentials-of-test");
  assert.equal(shell("ls /var/backups/senkoi/*.db | wc -l"), "2");
  assert.equal(shell("ls /var/backups/senkoi | wc -l"), "4", "each with its key, and nothing else");
  doneInside("senkoi-admin", "staff", "close", "1");
  shell("senkoi-admin restore $(ls /var/backups/senkoi/*.db | tail -n 1)");
  assert.match(doneInside("senkoi-admin", "staff", "list"), /hanako@example\.jp/);
});

test("R4 a backup that is not proved gets no name and leaves the others", () => {
  const others = shell("ls /var/backups/senkoi");
  shell("mkdir -p /root/broken && printf '#!/bin/sh\\ncase \"$*\" in *verify*) exit 1;; esac\\nexec /usr/bin/senkoi \"$@\"\\n' >/root/broken/senkoi && chmod -R a+rx /root /root/broken");
  shell("install -d -o senkoi /run/key-of-test && install -m 400 -o senkoi /etc/senkoi/senkoi.key /run/key-of-test/senkoi.key");
  const failed = inside("sh", "-c", "PATH=/root/broken:$PATH setpriv --reuid=senkoi --regid=senkoi --init-groups /usr/lib/senkoi/backup /run/key-of-test/senkoi.key");
  assert.notEqual(failed.status, 0, failed.said);
  assert.equal(shell("ls /var/backups/senkoi"), others);
  shell("rm -r /run/key-of-test");
});

test("R4 a backup of another machine goes back with its key", () => {
  shell("mkdir /root/lost && mv /var/lib/senkoi/* /root/lost/ && cp -p /etc/senkoi/senkoi.key /root/lost/ && head -c 32 /dev/urandom >/etc/senkoi/senkoi.key");
  shell("senkoi-admin restore $(ls /var/backups/senkoi/*.db | tail -n 1)");
  shell("cmp /etc/senkoi/senkoi.key /root/lost/senkoi.key");
  assert.equal(shell("stat -c '%U %a' /etc/senkoi/senkoi.key"), "root 600");
  assert.match(doneInside("senkoi-admin", "staff", "list"), /hanako@example\.jp/);
});

test("R4 a lost key is told, never made anew", () => {
  shell("mv /etc/senkoi/senkoi.key /root/key && dpkg -i /root/senkoi_*.deb");
  assert.equal(shell("test -e /etc/senkoi/senkoi.key && echo made || echo missing"), "missing");
  assert.match(inside("senkoi-admin", "audit", "head").said, /key/);
  shell("mv /root/key /etc/senkoi/senkoi.key");
});

test("R4 an upgrade keeps the season and the operator's settings", async () => {
  const settings = join(root, "etc/senkoi/senkoi.conf");
  await writeFile(settings, (await readFile(settings, "utf8")).replace(/\n#log-level = .*\n/, "\nlog-level = warn\n"));
  shell(`cd /root && dpkg-deb -R ${basename(deb)} next && sed -i 's/^Version: .*/&+1/' next/DEBIAN/control && dpkg-deb --root-owner-group -b next next.deb >/dev/null`);
  doneInside("dpkg", "-i", "/root/next.deb");
  assert.match(doneInside("dpkg-query", "-W", "-f", "${Version}", "senkoi"), /\+1$/);
  assert.match(doneInside("senkoi-admin", "config", "check"), /\nlog-level +warn +\/etc/);
  const said = await serving(async (address) => assert.equal((await fetch(`${address}/api/v1/ready`)).status, 200));
  assert.doesNotMatch(said, /hanako/i, "nothing personal in the log");
  assert.match(doneInside("senkoi-admin", "staff", "list"), /hanako@example\.jp/);
});

test("R4 removed it leaves the season, purged nothing but the backups", () => {
  doneInside("dpkg", "-r", "senkoi");
  shell("test -s /var/lib/senkoi/senkoi.db && test -s /etc/senkoi/senkoi.key && test ! -e /usr/bin/senkoi");
  doneInside("dpkg", "-P", "senkoi");
  shell("test ! -e /var/lib/senkoi && test ! -e /etc/senkoi && ! getent passwd senkoi && test -d /var/backups/senkoi");
  assert.equal(shell("find /var/backups/senkoi ! -user root"), "", "nobody inherits them");
  const left = done("find", join(area, "above"), "-iname", "*senkoi*").trim().split("\n").map((path) => path.slice(join(area, "above").length));
  assert.deepEqual(left.filter((path) => path && !path.startsWith("/root/") && !path.startsWith("/var/cache/man/") && !path.startsWith("/var/backups/senkoi")), []);
});
