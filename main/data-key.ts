import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import { databaseFileName, KeyFile, keyFileName } from '../services/contract/key-file.ts';
import type { KeyWay } from '../services/contract/key-file.ts';
import type { Log } from '../services/contract/log.ts';
import type { ToHub } from '../services/contract/main-process.ts';
import type { Paths } from '../services/contract/paths.ts';
import { writeFileWhole } from '../services/contract/whole-file.ts';

export type KeyMessage = Exclude<ToHub, { type: 'stop' }>;

/**
 * What the hub is told of the key. At first start a key is made and sealed by the operating system's key store; a key
 * that is kept otherwise (a headless first start, a passphrase) stays where it is. Whatever can't be done here is left to
 * the hub and its key file, whose sentences the owner then sees; a key is never made where data or a key file exists.
 */
export async function keyForHub(paths: Pick<Paths, 'config' | 'data'>, log: Log): Promise<KeyMessage> {
  const path = join(paths.config, keyFileName);
  const left: KeyMessage = { type: 'key_file', notice: null };
  if (existsSync(path)) {
    const file = keyFileIn(path);
    return file === null ? left : ((await unsealed(file, { path, log })) ?? left);
  }
  if (existsSync(join(paths.data, databaseFileName))) return left;
  const why = await whyNotSafe();
  if (why !== null) return { type: 'key_file', notice: whyNotice(why) };
  return (await makeSealedKey(path, log)) ?? left;
}

/** Null when the operating system keeps the key safely; else why not. Linux without a keyring "encrypts" with a known password. */
async function whyNotSafe(): Promise<string | null> {
  if (process.platform === 'linux') {
    const backend = safeStorage.getSelectedStorageBackend();
    if (backend === 'basic_text' || backend === 'unknown') return 'no keyring was found';
  }
  return (await safeStorage.isAsyncEncryptionAvailable()) ? null : 'its keyring is not open';
}

function whyNotice(why: string): { what: string; advice: string } {
  return {
    what: `The key of your data could not be given to the operating system's key store (${why}); it lies in a file of mode 0600.`,
    advice: 'A passphrase is safer: npx lares key passphrase',
  };
}

/** Null when it can't be read: then the hub says so. */
function keyFileIn(path: string): KeyFile | null {
  try {
    return KeyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Null when the file keeps the key in other ways only. */
async function unsealed(
  file: KeyFile,
  { path, log }: { path: string; log: Log },
): Promise<KeyMessage | null> {
  const way = file.ways.find(({ kind }) => kind === 'operating_system');
  if (way?.kind !== 'operating_system' || (await whyNotSafe()) !== null) return null;
  try {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(
      Buffer.from(way.sealed, 'base64'),
    );
    const key = new Uint8Array(Buffer.from(result, 'base64'));
    if (key.length !== 32) return null;
    if (shouldReEncrypt) {
      const others = file.ways.filter((other) => other !== way);
      const sealed = sealedWay(await safeStorage.encryptStringAsync(result));
      writeFileWhole(path, textOf({ ...file, ways: [sealed, ...others] }));
    }
    return { type: 'key', key };
  } catch {
    // The error itself is not told: it may quote what was decrypted.
    log.error("The operating system's key store did not give the key back.");
    return null;
  }
}

/** Null when another process made a key at the same moment: its key holds. The seal is tried before anything relies on it. */
async function makeSealedKey(path: string, log: Log): Promise<KeyMessage | null> {
  const text = randomBytes(32).toString('base64');
  const sealed = await safeStorage.encryptStringAsync(text);
  const { result } = await safeStorage.decryptStringAsync(sealed);
  if (result !== text) return null;
  try {
    writeFileWhole(path, textOf({ version: 2, ways: [sealedWay(sealed)] }), { mustBeNew: true });
  } catch (error) {
    log.warn(`The key file was not made: ${error instanceof Error ? error.message : 'for no known reason'}`);
    return null;
  }
  log.info("A key was made; the operating system's key store keeps it.");
  return { type: 'key', key: new Uint8Array(Buffer.from(text, 'base64')) };
}

function sealedWay(sealed: Buffer): KeyWay {
  return { kind: 'operating_system', sealed: sealed.toString('base64') };
}

function textOf(file: KeyFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}
