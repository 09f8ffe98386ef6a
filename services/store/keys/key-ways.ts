import type { KeyFile, KeyWay } from '../../contract/key-file.ts';
import { Trouble } from '../../contract/trouble.ts';
import { unwrapByPassphrase } from '../passphrase.ts';
import { unwrapByCode } from './recovery.ts';
import { readRecoveryCode } from './recovery-code.ts';

type Kind = KeyWay['kind'];

/** The way of this kind, if there is one. */
export function wayOf<K extends Kind>(
  ways: readonly KeyWay[],
  kind: K,
): Extract<KeyWay, { kind: K }> | undefined {
  return ways.find((way): way is Extract<KeyWay, { kind: K }> => way.kind === kind);
}

/** These ways, with this one in the place of its kind, and without those of the kinds named. */
export function withWay(ways: readonly KeyWay[], way: KeyWay | null, without: readonly Kind[]): KeyWay[] {
  const dropped = new Set<Kind>(way === null ? without : [...without, way.kind]);
  const others = ways.filter(({ kind }) => !dropped.has(kind));
  return way === null ? others : [...others, way];
}

/** How the house is opened from day to day. */
export function mainWay(ways: readonly KeyWay[]): 'key_file' | 'passphrase' | 'operating_system' {
  if (wayOf(ways, 'operating_system') !== undefined) return 'operating_system';
  return wayOf(ways, 'plain') === undefined ? 'passphrase' : 'key_file';
}

/** The key as it lies in the file, when it does. Throws Trouble `damaged`. */
export function plainKeyIn({ ways }: KeyFile): Uint8Array | null {
  const way = wayOf(ways, 'plain');
  return way === undefined ? null : checkedKey(new Uint8Array(Buffer.from(way.key, 'base64')));
}

export function plainWay(key: Uint8Array): KeyWay {
  return { kind: 'plain', key: Buffer.from(key).toString('base64') };
}

/**
 * The key by what somebody typed: the passphrase, or the recovery code. Throws Trouble `wrong_passphrase`; `bad_input`
 * when there is only a code and this is none; `locked` when neither is set.
 */
export async function keyBySecret({ ways }: KeyFile, secret: string): Promise<Uint8Array> {
  const [recovery, passphrase] = [wayOf(ways, 'recovery'), wayOf(ways, 'passphrase')];
  const code = recovery === undefined ? { kind: 'no_code' as const } : readRecoveryCode(secret);
  if (recovery !== undefined && code.kind === 'code') return unwrapByCode(recovery, code.symbols);
  if (code.kind === 'mistyped') {
    // Twenty-eight letters may be a passphrase after all.
    const key =
      passphrase === undefined ? null : await unwrapByPassphrase(passphrase, secret).catch(() => null);
    if (key === null) throw mistyped(passphrase !== undefined);
    return key;
  }
  if (passphrase !== undefined) return unwrapByPassphrase(passphrase, secret);
  if (recovery === undefined) throw keptElsewhere();
  throw new Trouble('bad_input', {
    what: 'This is no recovery code.',
    advice: 'It has seven groups of four letters and digits.',
  });
}

export function checkedKey(key: Uint8Array): Uint8Array {
  if (key.length === 32) return key;
  throw new Trouble('damaged', {
    what: 'The data key has not 32 bytes.',
    advice: 'Put the key file data.key back from a backup.',
  });
}

export function keptElsewhere(): Trouble {
  return new Trouble('locked', {
    what: "The data key is kept by the operating system's key store, which only Lares' own window can open.",
    advice:
      'Start Lares with its window, in the session of the user who set it up, with the login keyring unlocked.',
  });
}

function mistyped(hasPassphrase: boolean): Trouble {
  return new Trouble('wrong_passphrase', {
    what: hasPassphrase
      ? 'This is not the passphrase; and if it is the recovery code, at least one letter is wrong.'
      : 'At least one letter of the recovery code is wrong.',
    advice: 'Compare a code with the sheet, group by group; the letters I, L, O and U are not in it.',
  });
}
