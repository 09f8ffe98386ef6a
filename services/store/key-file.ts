import { chmodSync, closeSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { KeyFile, keyFileName } from '../contract/key-file.ts';
import { Trouble } from '../contract/trouble.ts';
import { writeFileWhole } from '../contract/whole-file.ts';

/** A sentence for the owner that stops nothing. */
export interface KeyNotice {
  readonly what: string;
  readonly advice: string;
}

/** Null when there is none. Throws Trouble `damaged` when it can't be understood: it is never replaced by a new one. */
export function readKeyFile(configDirectory: string): KeyFile | null {
  const text = textOf(join(configDirectory, keyFileName));
  if (text === null) return null;
  try {
    return KeyFile.parse(JSON.parse(text));
  } catch {
    // Without a cause: the parser's message could quote the key.
    throw new Trouble('damaged', {
      what: 'The key file is damaged, or from a newer Lares.',
      advice: 'Put it back from a backup; Lares makes no new key, since the data could never be read again.',
    });
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw unreadable(error);
  }
}

/** False when another process made one at the same moment, which then holds. */
export function makeKeyFile(configDirectory: string, file: KeyFile): boolean {
  return write(configDirectory, file, { mustBeNew: true });
}

/** The old bytes are overwritten once the new file stands: a key in clear shouldn't outlive the passphrase that replaced it. */
export function replaceKeyFile(configDirectory: string, file: KeyFile): void {
  const path = join(configDirectory, keyFileName);
  const old = openSync(path, 'r+');
  try {
    const length = statSync(path).size;
    write(configDirectory, file, { mustBeNew: false });
    writeSync(old, Buffer.alloc(length), 0, length, 0);
    fsyncSync(old);
  } finally {
    closeSync(old);
  }
}

/** Takes from others what they may do with the key file, and says so. */
export function repairKeyFileMode(configDirectory: string): KeyNotice[] {
  const path = join(configDirectory, keyFileName);
  const mode = statSync(path).mode & 0o777;
  if ((mode & 0o077) === 0) return [];
  try {
    chmodSync(path, 0o600);
  } catch (cause) {
    throw unreadable(cause);
  }
  return [
    {
      what: 'Other users of this machine could read the key file; now they cannot.',
      advice:
        'If somebody else uses this machine, start anew with a new key, or set a passphrase and change the disk.',
    },
  ];
}

function write(configDirectory: string, file: KeyFile, options: { mustBeNew: boolean }): boolean {
  try {
    writeFileWhole(join(configDirectory, keyFileName), `${JSON.stringify(file, null, 2)}\n`, options);
    return true;
  } catch (error) {
    if (
      options.mustBeNew &&
      codeOf(error) === 'EEXIST' &&
      textOf(join(configDirectory, keyFileName)) !== null
    )
      return false;
    throw new Trouble('unavailable', {
      what: "The key file can't be written.",
      advice: 'See that the configuration folder belongs to this user and that its disk has space.',
      cause: error,
    });
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function unreadable(cause: unknown): Trouble {
  return new Trouble('unavailable', {
    what: "The key file can't be read or protected by this user.",
    advice: 'See that the configuration folder and the file in it belong to the user that Lares runs as.',
    cause,
  });
}
