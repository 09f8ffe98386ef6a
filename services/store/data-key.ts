import { randomBytes } from 'node:crypto';
import type { KeyFile, KeyWay } from '../contract/key-file.ts';
import { Trouble } from '../contract/trouble.ts';
import { type KeyNotice, makeKeyFile, readKeyFile, repairKeyFileMode } from './key-file.ts';
import {
  checkedKey,
  keptElsewhere,
  keyBySecret,
  mainWay,
  plainKeyIn,
  plainWay,
  wayOf,
} from './keys/key-ways.ts';
import { rotationCutShort, settleRotation } from './keys/settle-rotation.ts';
import { PassphraseGate } from './passphrase-gate.ts';
import { wrapByPassphrase } from './passphrase.ts';

/** `notices` are for the owner to see; they stop nothing. */
export type DataKey =
  | {
      readonly kind: 'open';
      /** 32 bytes. */
      readonly key: Uint8Array;
      readonly keptBy: 'key_file' | 'passphrase' | 'operating_system';
      readonly notices: readonly KeyNotice[];
    }
  /** A passphrase is needed, or the recovery code. */
  | { readonly kind: 'locked'; readonly notices: readonly KeyNotice[] };

export interface DataKeyOptions {
  readonly configDirectory: string;
  /** Whether there is data already (`hasData` of store.ts): then a missing key is trouble, and never made anew. */
  readonly dataExists: boolean;
  /** Or the recovery code. */
  readonly passphrase?: string | undefined;
  /** The key as Electron's main process hands it in, 32 bytes. */
  readonly fromOperatingSystem?: Uint8Array | undefined;
  /** Whether this key opens the data (`keyFits` of store.ts): asked only where a rotation of the key was cut short. */
  readonly fits?: (key: Uint8Array) => boolean;
  readonly now?: () => number;
}

/**
 * The one key of the household's data: random, made at first start; the ways to it are in `<config>/data.key` (mode 0600,
 * folder 0700). Throws Trouble: `wrong_passphrase`; `refused` after too many; `locked` when the key is missing or kept where
 * this process can't reach it; `damaged` when the file can't be understood.
 */
export async function openDataKey(options: DataKeyOptions): Promise<DataKey> {
  const { configDirectory, passphrase, fromOperatingSystem, now = Date.now } = options;
  const settled = (file: KeyFile, key: Uint8Array) =>
    settleRotation({ configDirectory, file, key, fits: options.fits });
  if (fromOperatingSystem !== undefined) {
    const file = readKeyFile(configDirectory);
    const key = checkedKey(new Uint8Array(fromOperatingSystem));
    return {
      kind: 'open',
      key: file === null ? key : settled(file, key),
      keptBy: 'operating_system',
      notices: [],
    };
  }
  const file = readKeyFile(configDirectory) ?? (await makeKey(options));
  const notices = repairKeyFileMode(configDirectory);
  const keptBy = mainWay(file.ways);
  const plain = plainKeyIn(file);
  if (plain !== null) return { kind: 'open', key: settled(file, plain), keptBy, notices };
  if (passphrase === undefined) {
    if (!opensBySecret(file)) throw keptElsewhere();
    return { kind: 'locked', notices };
  }
  const key = await gateOf(configDirectory).attempt(() => keyBySecret(file, passphrase), now);
  return { kind: 'open', key: settled(file, key), keptBy, notices };
}

/** How the house is opened from day to day, without opening it. */
export function keyKeptBy(
  configDirectory: string,
): 'nothing' | 'key_file' | 'passphrase' | 'operating_system' {
  const file = readKeyFile(configDirectory);
  return file === null ? 'nothing' : mainWay(file.ways);
}

/** All ways to the key. */
export function keyWays(configDirectory: string): readonly KeyWay['kind'][] {
  return (readKeyFile(configDirectory)?.ways ?? []).map(({ kind }) => kind);
}

/** What opens the key. */
export interface Secret {
  /** The passphrase or the recovery code; not needed where the key lies in the file. */
  readonly current?: string | undefined;
  /** The key as the operating system gave it, 32 bytes: opens where there is neither a passphrase nor a code. */
  readonly fromOperatingSystem?: Uint8Array | undefined;
  readonly now?: () => number;
}

/** The key as it is now, and its file. Throws Trouble as `openDataKey` does, `not_found` when there is no key yet. */
export async function currentKey(
  configDirectory: string,
  { current, fromOperatingSystem, now = Date.now }: Secret,
): Promise<{ readonly file: KeyFile; readonly key: Uint8Array }> {
  const file = existingFile(configDirectory);
  if (file.rotation !== undefined) throw rotationCutShort();
  const plain = plainKeyIn(file);
  if (plain !== null) return { file, key: plain };
  if (!opensBySecret(file)) {
    const isKept = wayOf(file.ways, 'operating_system') !== undefined;
    if (!isKept || fromOperatingSystem === undefined) throw keptElsewhere();
    return { file, key: checkedKey(new Uint8Array(fromOperatingSystem)) };
  }
  if (current === undefined)
    throw new Trouble('wrong_passphrase', {
      what: 'A passphrase is set already.',
      advice: 'Give the current one to change or remove it.',
    });
  return { file, key: await gateOf(configDirectory).attempt(() => keyBySecret(file, current), now) };
}

/** Returns when this is the house's passphrase or its recovery code, also where the key opens without. Throws Trouble as `currentKey` does. */
export async function proveSecret(configDirectory: string, secret: string): Promise<void> {
  const file = existingFile(configDirectory);
  if (!opensBySecret(file))
    throw new Trouble('refused', {
      what: 'This house has no passphrase and no recovery code.',
      advice: 'Set a new PIN on the machine that Lares runs on: npx lares access pin.',
    });
  const key = await gateOf(configDirectory).attempt(() => keyBySecret(file, secret), Date.now);
  key.fill(0);
}

function opensBySecret({ ways }: KeyFile): boolean {
  return wayOf(ways, 'passphrase') !== undefined || wayOf(ways, 'recovery') !== undefined;
}

function existingFile(configDirectory: string): KeyFile {
  const file = readKeyFile(configDirectory);
  if (file !== null) return file;
  throw new Trouble('not_found', {
    what: 'There is no data key yet.',
    advice: 'Start Lares once with "npm start", then set the passphrase.',
  });
}

/** When another process made the key at the same moment, its key holds. */
async function makeKey(options: DataKeyOptions): Promise<KeyFile> {
  const { configDirectory, dataExists, passphrase } = options;
  if (dataExists)
    throw new Trouble('locked', {
      what: "The key of the household's data is missing.",
      advice:
        'Put the key file data.key back into the configuration folder from a backup. Lares makes no new key over old data.',
    });
  const key = randomBytes(32);
  const way = passphrase === undefined ? plainWay(key) : await wrapByPassphrase(key, passphrase);
  const made: KeyFile = { version: 2, ways: [way] };
  if (makeKeyFile(configDirectory, made)) return made;
  return readKeyFile(configDirectory) ?? made;
}

/** One a key file, for all attempts of this process. */
const gates = new Map<string, PassphraseGate>();

function gateOf(configDirectory: string): PassphraseGate {
  const gate = gates.get(configDirectory) ?? new PassphraseGate(configDirectory);
  gates.set(configDirectory, gate);
  return gate;
}
