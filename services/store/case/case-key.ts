import { hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { Trouble } from '../../contract/trouble.ts';
import { argon2Cost, keyByArgon2id } from '../passphrase.ts';
import { caseHeaderBytes, type CaseHeader } from './case-header.ts';

/** What a case file is written with: the passphrase itself is forgotten. */
export interface CaseKey {
  /** 32 bytes, of this file alone. */
  readonly key: Uint8Array;
  /** What the file begins with. */
  readonly header: Uint8Array;
}

/** About half a second of work. `lares`: the version of this Lares. */
export async function newCaseKey(passphrase: string, lares: string): Promise<CaseKey> {
  const argon2id = { salt: randomBytes(32).toString('base64'), ...argon2Cost };
  const key = await keyByArgon2id(passphrase, argon2id);
  const proof = Buffer.from(proofOf(key)).toString('base64');
  return { key, header: caseHeaderBytes({ lares, argon2id, proof }) };
}

/** Throws Trouble `wrong_passphrase`. */
export async function caseKeyOf({ argon2id, proof }: CaseHeader, passphrase: string): Promise<Uint8Array> {
  const key = await keyByArgon2id(passphrase, argon2id);
  if (timingSafeEqual(proofOf(key), Buffer.from(proof, 'base64'))) return key;
  key.fill(0);
  throw new Trouble('wrong_passphrase', {
    what: 'This is not the passphrase of this case file.',
    advice: 'It is the one that was given when the file was made. Look at Caps Lock, and try again.',
  });
}

/** Tells nothing of the key that the records are sealed by. */
function proofOf(key: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', 'lares 1 case proof', 32));
}
