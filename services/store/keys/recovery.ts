import { hkdfSync, randomBytes } from 'node:crypto';
import type { KeyWay } from '../../contract/key-file.ts';
import { Trouble } from '../../contract/trouble.ts';
import { unwrapKey, wrapKey } from './key-wrap.ts';

type RecoveryWay = Extract<KeyWay, { kind: 'recovery' }>;

const purpose = 'recovery';

/**
 * The house's key under a key from the symbols of a code (as `newRecoveryCode` gives it) by HKDF-SHA-256 (RFC 5869): the code is as random as a key, so nobody
 * could guess it faster for want of a slow derivation.
 */
export function wrapByCode(key: Uint8Array, code: string): RecoveryWay {
  const symbols = code.replaceAll('-', '');
  const salt = randomBytes(16);
  const wrapped = wrapKey(key, derived(symbols, salt), purpose);
  return {
    kind: 'recovery',
    salt: salt.toString('base64'),
    wrapped: Buffer.from(wrapped).toString('base64'),
  };
}

/** `symbols`: as `readRecoveryCode` gives them. Throws Trouble `wrong_passphrase` when they are of another code. */
export function unwrapByCode({ salt, wrapped }: RecoveryWay, symbols: string): Uint8Array {
  const under = derived(symbols, Buffer.from(salt, 'base64'));
  try {
    return unwrapKey(Buffer.from(wrapped, 'base64'), under, purpose);
  } catch (cause) {
    throw new Trouble('wrong_passphrase', {
      what: 'This recovery code belongs to another house, or a newer one took its place.',
      advice: 'Look for the sheet that was printed last.',
      cause,
    });
  }
}

function derived(symbols: string, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', symbols, salt, 'lares 1 recovery code', 32));
}
