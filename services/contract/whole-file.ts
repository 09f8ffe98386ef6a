import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a small file of mode 0600 that after a crash is the old one or the new one, never half of it: beside its place,
 * flushed, put in its place, and the folder flushed, since the rename itself may be lost with the power.
 * `mustBeNew`: throws EEXIST and leaves the file that is there, even when two processes do this at the same moment.
 */
export function writeFileWhole(path: string, text: string, { mustBeNew = false } = {}): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const part = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    inFile(part, 'wx', (file) => {
      writeFileSync(file, text);
      fsyncSync(file);
    });
    if (mustBeNew) linkSync(part, path);
    else renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
  flush(dirname(path));
}

/** Returns when what was written to a file, or the names in a folder, are on the disk. */
export function flush(path: string): void {
  inFile(path, 'r', fsyncSync);
}

function inFile(path: string, flags: string, work: (file: number) => void): void {
  const file = openSync(path, flags, 0o600);
  try {
    work(file);
  } finally {
    closeSync(file);
  }
}
