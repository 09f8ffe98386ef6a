import type { KeyFile } from '../../contract/key-file.ts';
import { Trouble } from '../../contract/trouble.ts';
import { replaceKeyFile } from '../key-file.ts';
import { unwrapKey } from './key-wrap.ts';

/** What the new key is bound to while the old one wraps it. */
export const rotationPurpose = 'rotation';

export interface Unsettled {
  readonly configDirectory: string;
  readonly file: KeyFile;
  /** What the file's ways lead to, 32 bytes. */
  readonly key: Uint8Array;
  /** Whether this key opens the data; throws when that can't be known now. */
  readonly fits: ((key: Uint8Array) => boolean) | undefined;
}

/**
 * The key that the data belongs to. Where a rotation was cut short, that is the new one if the database had been replaced
 * already, else still the old one; the key file then says only that. Throws Trouble `locked` when it is neither.
 */
export function settleRotation({ configDirectory, file, key, fits }: Unsettled): Uint8Array {
  if (file.rotation === undefined) return key;
  const next = unwrapKey(Buffer.from(file.rotation.wrapped, 'base64'), key, rotationPurpose);
  if (fits?.(next) === true) {
    replaceKeyFile(configDirectory, { version: 2, ways: file.rotation.ways });
    key.fill(0);
    return next;
  }
  if (fits?.(key) !== true) throw rotationCutShort();
  replaceKeyFile(configDirectory, { version: 2, ways: file.ways });
  next.fill(0);
  return key;
}

export function rotationCutShort(): Trouble {
  return new Trouble('locked', {
    what: 'A change of the data key was cut short.',
    advice: 'Start Lares once: it ends the change, or takes it back. Nothing is lost.',
  });
}
