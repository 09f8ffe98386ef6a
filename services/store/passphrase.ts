import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import type { KeyWay } from '../contract/key-file.ts';
import { Trouble } from '../contract/trouble.ts';

type PassphraseWay = Extract<KeyWay, { kind: 'passphrase' }>;

/** RFC 9106's second recommended option (section 4) with one lane, since WebAssembly has one: 64 MiB, three passes. */
export const argon2Cost = { memoryKib: 65_536, iterations: 3, parallelism: 1 } as const;

const tagLength = 16;

/** The data key in AES-256-GCM, under a key derived from the passphrase by Argon2id. About half a second of work. */
export async function wrapByPassphrase(key: Uint8Array, passphrase: string): Promise<PassphraseWay> {
  const argon2id = { salt: randomBytes(16).toString('base64'), ...argon2Cost };
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', await keyByArgon2id(passphrase, argon2id), nonce);
  cipher.setAAD(boundTo(argon2id));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return {
    kind: 'passphrase',
    argon2id,
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
  };
}

/** Throws Trouble `wrong_passphrase`. */
export async function unwrapByPassphrase(way: PassphraseWay, passphrase: string): Promise<Uint8Array> {
  if (passphrase === '') throw wrong();
  const derived = await keyByArgon2id(passphrase, way.argon2id);
  try {
    const wrapped = Buffer.from(way.wrapped, 'base64');
    const nonce = Buffer.from(way.nonce, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', derived, nonce, { authTagLength: tagLength });
    decipher.setAAD(boundTo(way.argon2id)).setAuthTag(wrapped.subarray(-tagLength));
    const key = Buffer.concat([decipher.update(wrapped.subarray(0, -tagLength)), decipher.final()]);
    return new Uint8Array(key);
  } catch (cause) {
    throw wrong(cause);
  }
}

function wrong(cause?: unknown): Trouble {
  return new Trouble('wrong_passphrase', {
    what: 'This is not the passphrase.',
    advice: 'Look at Caps Lock and the keyboard layout, and try again.',
    cause,
  });
}

/** 32 bytes. `salt` in base64. */
export async function keyByArgon2id(
  passphrase: string,
  parameters: PassphraseWay['argon2id'],
): Promise<Uint8Array> {
  return argon2id({
    // The same letters typed on another keyboard may come in another form (RFC 8265).
    password: passphrase.normalize('NFKC'),
    salt: Buffer.from(parameters.salt, 'base64'),
    memorySize: parameters.memoryKib,
    iterations: parameters.iterations,
    parallelism: parameters.parallelism,
    hashLength: 32,
    outputType: 'binary',
  });
}

/** Weaker parameters can't be written into the file without the passphrase failing. */
function boundTo(parameters: PassphraseWay['argon2id']): Buffer {
  const { salt, memoryKib, iterations, parallelism } = parameters;
  return Buffer.from(`lares key 1 ${salt} ${memoryKib} ${iterations} ${parallelism}`);
}
