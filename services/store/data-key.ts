import { randomBytes } from 'node:crypto';
import type { KeyFile } from '../contract/key-file.ts';
import { Trouble } from '../contract/trouble.ts';
import { type KeyNotice, makeKeyFile, readKeyFile, repairKeyFileMode, replaceKeyFile } from './key-file.ts';
import { PassphraseGate } from './passphrase-gate.ts';
import { unwrapKey, wrapKey } from './passphrase.ts';

/** `notices` are for the owner to see; they stop nothing. */
export type DataKey =
  | {
      readonly kind: 'open';
      /** 32 bytes. */
      readonly key: Uint8Array;
      readonly keptBy: 'key_file' | 'passphrase' | 'operating_system';
      readonly notices: readonly KeyNotice[];
    }
  /** A passphrase is needed. */
  | { readonly kind: 'locked'; readonly notices: readonly KeyNotice[] };

export interface DataKeyOptions {
  readonly configDirectory: string;
  /** Whether there is data already (`hasData` of store.ts): then a missing key is trouble, and never made anew. */
  readonly dataExists: boolean;
  readonly passphrase?: string | undefined;
  /** The key as Electron's main process hands it in, 32 bytes. */
  readonly fromOperatingSystem?: Uint8Array | undefined;
  readonly now?: () => number;
}

/**
 * The one key of the household's data: random, made at first start, in `<config>/data.key` (mode 0600, folder 0700).
 * Throws Trouble: `wrong_passphrase`; `refused` after too many; `locked` when the key is missing or kept where this
 * process can't reach it; `damaged` when the file can't be understood.
 */
export async function openDataKey(options: DataKeyOptions): Promise<DataKey> {
  const { configDirectory, passphrase, fromOperatingSystem, now = Date.now } = options;
  if (fromOperatingSystem !== undefined)
    return { kind: 'open', key: checked(fromOperatingSystem), keptBy: 'operating_system', notices: [] };
  const file = readKeyFile(configDirectory) ?? (await makeKey(options));
  const notices = repairKeyFileMode(configDirectory);
  switch (file.kind) {
    case 'plain':
      return { kind: 'open', key: plainKey(file), keptBy: 'key_file', notices };
    case 'passphrase': {
      if (passphrase === undefined) return { kind: 'locked', notices };
      const key = await gateOf(configDirectory).attempt(() => unwrapKey(file, passphrase), now);
      return { kind: 'open', key, keptBy: 'passphrase', notices };
    }
    case 'operating_system':
      throw keptElsewhere();
  }
}

export interface PassphraseChange {
  /** The passphrase that is set now, when one is. */
  readonly current?: string | undefined;
  /** Null: none any more; the key lies in the file, protected by its mode alone. */
  readonly next: string | null;
  readonly now?: () => number;
}

export const shortestPassphrase = 8;

/** Changes how the key is kept. The key stays the same, so that no data is written again; a running hub goes on. */
export async function setPassphrase(configDirectory: string, change: PassphraseChange): Promise<void> {
  const { current, next, now = Date.now } = change;
  if (next !== null && next.length < shortestPassphrase)
    throw new Trouble('bad_input', {
      what: `A passphrase needs at least ${shortestPassphrase} characters.`,
      advice: 'Four or five words that do not belong together are easy to keep in mind and hard to guess.',
    });
  const file = readKeyFile(configDirectory);
  if (file === null)
    throw new Trouble('not_found', {
      what: 'There is no data key yet.',
      advice: 'Start Lares once with "npm start", then set the passphrase.',
    });
  const key = await currentKey(file, {
    current,
    attempt: (work) => gateOf(configDirectory).attempt(work, now),
  });
  replaceKeyFile(configDirectory, next === null ? plainFile(key) : await wrapKey(key, next));
}

/** How the key is kept, without opening it. */
export function keyKeptBy(
  configDirectory: string,
): 'nothing' | 'key_file' | 'passphrase' | 'operating_system' {
  const file = readKeyFile(configDirectory);
  if (file === null) return 'nothing';
  return file.kind === 'plain' ? 'key_file' : file.kind;
}

interface Current {
  readonly current: string | undefined;
  readonly attempt: (work: () => Promise<Uint8Array>) => Promise<Uint8Array>;
}

async function currentKey(file: KeyFile, { current, attempt }: Current): Promise<Uint8Array> {
  switch (file.kind) {
    case 'plain':
      return plainKey(file);
    case 'operating_system':
      throw keptElsewhere();
    case 'passphrase':
      if (current === undefined)
        throw new Trouble('wrong_passphrase', {
          what: 'A passphrase is set already.',
          advice: 'Give the current one to change or remove it.',
        });
      return attempt(() => unwrapKey(file, current));
  }
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
  const made = passphrase === undefined ? plainFile(key) : await wrapKey(key, passphrase);
  if (makeKeyFile(configDirectory, made)) return made;
  return readKeyFile(configDirectory) ?? made;
}

function plainFile(key: Uint8Array): KeyFile {
  return { version: 1, kind: 'plain', key: Buffer.from(key).toString('base64') };
}

function plainKey(file: Extract<KeyFile, { kind: 'plain' }>): Uint8Array {
  return checked(new Uint8Array(Buffer.from(file.key, 'base64')));
}

function checked(key: Uint8Array): Uint8Array {
  if (key.length === 32) return key;
  throw new Trouble('damaged', {
    what: 'The data key has not 32 bytes.',
    advice: 'Put the key file data.key back from a backup.',
  });
}

function keptElsewhere(): Trouble {
  return new Trouble('locked', {
    what: "The data key is kept by the operating system's key store, which only Lares' own window can open.",
    advice:
      'Start Lares with its window, in the session of the user who set it up, with the login keyring unlocked.',
  });
}

/** One a key file, for all attempts of this process. */
const gates = new Map<string, PassphraseGate>();

function gateOf(configDirectory: string): PassphraseGate {
  const gate = gates.get(configDirectory) ?? new PassphraseGate();
  gates.set(configDirectory, gate);
  return gate;
}
