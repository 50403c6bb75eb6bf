// The disk under a served database, made to fail by disk_faults.cpp.
import { openSync, readSync, writeFileSync, writeSync, closeSync } from "node:fs";
import { join } from "node:path";
import { project } from "../bench/harness/season.js";

/** As disk_faults.cpp numbers them. */
export const kinds = ["none", "sync fails", "synced, but said to have failed", "disk full", "half written, then full", "write fails", "read fails", "neither synced nor truncated"];
export const forEver = 2 ** 31;

export class Disk {
  /** @param {{folder: string, database: string}} season */
  constructor(season) {
    this.file = join(season.folder, "faults");
    writeFileSync(this.file, Buffer.alloc(64));
    this.descriptor = openSync(this.file, "r+");
    this.env = { LD_PRELOAD: join(project, "build/native/tests/faults/libdisk-faults.so"), DISK_FAULTS: this.file, DISK_FAULTS_FILES: season.database };
  }

  /** The next calls fail: after so many good ones, so many times. @param {number} kind */
  arm(kind, after, times) {
    this.#write([0, 0, 0, 0]);
    this.#write([kind, after, times, 0]);
  }

  heal() {
    const shown = this.shown();
    this.#write([0, 0, 0, 0]);
    return shown;
  }

  /** How often the armed fault has shown itself. */
  shown() {
    const words = Buffer.alloc(16);
    readSync(this.descriptor, words, 0, 16, 0);
    return words.readUInt32LE(12);
  }

  close() {
    closeSync(this.descriptor);
  }

  // The kind last: it arms the rest.
  #write([kind, ...rest]) {
    const words = Buffer.alloc(16);
    rest.forEach((word, i) => words.writeUInt32LE(word, 4 * i));
    writeSync(this.descriptor, words, 0, 12, 4);
    words.writeUInt32LE(kind, 0);
    writeSync(this.descriptor, words, 0, 4, 0);
  }
}
