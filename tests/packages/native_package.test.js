// senkoi::core as other programs get it: installed, found by find_package and by pkg-config, also after the folder was moved.
import assert from "node:assert/strict";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { execFileSync, spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import test from "node:test";
import { root } from "./harness/projects.js";

const consumer = fileURLToPath(new URL("native/", import.meta.url));
const run = (/** @type {string} */ command, /** @type {string[]} */ words, env = {}) =>
  execFileSync(command, words, { encoding: "utf8", stdio: "pipe", env: { ...process.env, ...env } });

const good = {
  family_name: "髙橋", given_name: "花子", registry_number: "１２３４５６", licence_year: "2017", licence_month: "3", postal_code: "100-0001",
  prefecture: "13", address: "千代田区千代田1-1", phone: "03-1234-5678", residency_program: "東京病院", track: "program", regional_quota: "no",
  password: "Tsubaki7482", password_again: "Tsubaki7482",
};
/** @param {string} program @param {Record<string, string>} values */
function check(program, values) {
  const input = Object.entries(values).map((entry) => entry.join("=")).join("\n") + "\n";
  const { status, stdout } = spawnSync(program, { input, encoding: "utf8" });
  return { status, found: stdout.trim().split("\n").map((line) => line.split(" ").slice(0, 2).join(" ")).filter(Boolean), stdout };
}

/** @param {string} program */
function checksForms(program) {
  assert.deepEqual([check(program, good).status, check(program, good).found], [0, ["registry_number registry_number_padded"]]);
  const wrong = check(program, { ...good, registry_number: "12345", prefecture: "48" });
  assert.equal(wrong.status, 1);
  assert.deepEqual(wrong.found, ["registry_number registry_number_short", "prefecture prefecture_unknown"]);
  assert.match(wrong.stdout, /47 prefectures/);
}

test("senkoi::core in another program (R2)", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "senkoi-native-"));
  t.after(() => rm(folder, { recursive: true }));
  const [prefix, moved] = [join(folder, "first"), join(folder, "second")];
  run("cmake", ["--install", join(root, "build/native"), "--component", "core", "--prefix", prefix]);

  await t.test("found by find_package", () => {
    const build = join(folder, "build");
    run("cmake", ["-S", consumer, "-B", build, "-G", "Ninja", `-DCMAKE_PREFIX_PATH=${prefix}`, "-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"]);
    run("cmake", ["--build", build]);
    checksForms(join(build, "consumer"));
  });

  await t.test("found by pkg-config, wherever it lies", async () => {
    await rename(prefix, moved);
    const library = run("find", [moved, "-name", "senkoi-core.pc", "-printf", "%h"]);
    const flags = run("pkg-config", ["--cflags", "--libs", "senkoi-core"], { PKG_CONFIG_PATH: library }).trim().split(" ");
    run("ccache", ["g++", "-c", join(consumer, "main.cpp"), "-o", join(folder, "main.o"), ...flags.filter((flag) => !flag.startsWith("-l") && !flag.startsWith("-L"))]);
    run("g++", [join(folder, "main.o"), "-o", join(folder, "consumer"), ...flags]);
    checksForms(join(folder, "consumer"));
  });

  await t.test("another version is refused", () => {
    const ask = join(consumer, "CMakeLists.txt");
    const other = run("sed", ["s/senkoi 0.1 REQUIRED/senkoi 0.2 REQUIRED/", ask]);
    const away = join(folder, "other");
    run("mkdir", [away]);
    execFileSync("tee", [join(away, "CMakeLists.txt")], { input: other });
    assert.throws(() => run("cmake", ["-S", away, "-B", join(away, "build"), "-G", "Ninja", `-DCMAKE_PREFIX_PATH=${moved}`]), /compatible with requested version "0.2"|not\s+accepted|requested/);
  });
});
