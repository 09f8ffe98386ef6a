import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { safeStorage } from 'electron';
import { databaseFileName, KeyFile, keyFileName } from '../services/contract/key-file.ts';
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
    const sealed = sealedKeyIn(path);
    return sealed === null ? left : ((await unsealed(sealed, { path, log })) ?? left);
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

/** Null when the file keeps the key in another way, or can't be read: then the hub says so. */
function sealedKeyIn(path: string): Buffer | null {
  try {
    const file = KeyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
    return file.kind === 'operating_system' ? Buffer.from(file.sealed, 'base64') : null;
  } catch {
    return null;
  }
}

async function unsealed(
  sealed: Buffer,
  { path, log }: { path: string; log: Log },
): Promise<KeyMessage | null> {
  if ((await whyNotSafe()) !== null) return null;
  try {
    const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed);
    const key = new Uint8Array(Buffer.from(result, 'base64'));
    if (key.length !== 32) return null;
    if (shouldReEncrypt) writeFileWhole(path, textOf(await safeStorage.encryptStringAsync(result)));
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
    writeFileWhole(path, textOf(sealed), { mustBeNew: true });
  } catch (error) {
    log.warn(`The key file was not made: ${error instanceof Error ? error.message : 'for no known reason'}`);
    return null;
  }
  log.info("A key was made; the operating system's key store keeps it.");
  return { type: 'key', key: new Uint8Array(Buffer.from(text, 'base64')) };
}

function textOf(sealed: Buffer): string {
  const file: KeyFile = { version: 1, kind: 'operating_system', sealed: sealed.toString('base64') };
  return `${JSON.stringify(file, null, 2)}\n`;
}
