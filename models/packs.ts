import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Trouble } from '../services/contract/trouble.ts';
import {
  type BuiltinNetwork,
  builtinPack,
  type NetworkRole,
  type OptionalRole,
  type StandardNetwork,
} from './catalogue.ts';
import { readPackageFile } from './package-file.ts';
import { standardPack } from './standard-pack.ts';
import { sha256Of, writeWholeFile } from './whole-file.ts';

/** Raise it whenever the compiler writes other bytes, so that every machine compiles anew. */
const COMPILER_VERSION = 1;

/** `number` counts from 1 to `total`; `name` is what the network does, as in `face-embedder`. */
export type CompileProgress = (number: number, total: number, name: string) => void;

/** Where a compiled network is kept: the name changes with the weights and with the compiler. */
export function builtinPath(models: string, network: BuiltinNetwork): string {
  const parts = [COMPILER_VERSION, network.description?.sha256 ?? '', network.weights.sha256];
  return join(models, 'builtin', `${network.name}-${sha256Of(parts.join(' ')).slice(0, 12)}.onnx`);
}

export function standardPath(models: string, network: StandardNetwork): string {
  return join(models, 'standard', network.file);
}

/**
 * Compiles what is missing of the built-in pack into `<models>/builtin`. Does nothing when all is there. Throws Trouble
 * 'missing_model' when an npm package is not installed, 'damaged' when its file is another than expected.
 */
export async function compileBuiltinPack(options: {
  readonly models: string;
  readonly onProgress?: CompileProgress;
}): Promise<void> {
  const { models, onProgress } = options;
  for (const [index, network] of builtinPack.entries()) {
    const path = builtinPath(models, network);
    if (await isFile(path)) continue;
    onProgress?.(index + 1, builtinPack.length, network.role);
    await compile(network, path);
    await removeOlder(models, network);
  }
}

async function compile(network: BuiltinNetwork, path: string): Promise<void> {
  // The compiler is only loaded when there is something to compile: a start with everything in place stays quick.
  const { compileNetwork } = await import('./compiler/compile-network.ts');
  const description = network.description
    ? await readPackageFile(network, network.description)
    : new Uint8Array();
  const weights = await readPackageFile(network, network.weights);
  await writeWholeFile(path, compileNetwork(network.name, new TextDecoder().decode(description), weights));
}

/** Deletes what earlier versions compiled of this network. */
async function removeOlder(models: string, network: BuiltinNetwork): Promise<void> {
  const current = builtinPath(models, network);
  const folder = join(models, 'builtin');
  for (const file of await readdir(folder)) {
    const path = join(folder, file);
    if (/^(.*)-[0-9a-f]{12}\.onnx$/.exec(file)?.[1] === network.name && path !== current) {
      await rm(path, { force: true });
    }
  }
}

export interface FetchProgress {
  readonly name: string;
  readonly receivedBytes: number;
  readonly totalBytes: number;
}

/**
 * Puts the standard pack into `<models>/standard`: from the folder `from` when given, else from the upstream addresses,
 * going on where an earlier attempt stopped. Every file is checked by its SHA-256. Does nothing for those that are
 * there. `networks` is for tests.
 */
export async function fetchStandardPack(options: {
  readonly models: string;
  readonly from?: string;
  readonly onProgress?: (progress: FetchProgress) => void;
  readonly signal?: AbortSignal;
  readonly networks?: readonly StandardNetwork[];
}): Promise<void> {
  const { models, from, onProgress, signal, networks = standardPack } = options;
  const { download } = await import('./download.ts');
  for (const network of networks) {
    signal?.throwIfAborted();
    const { name, address, sha256, sizeBytes } = network;
    const path = standardPath(models, network);
    if (await isFile(path, sizeBytes)) continue;
    const say = (receivedBytes: number): void => {
      onProgress?.({ name, receivedBytes, totalBytes: sizeBytes });
    };
    if (from === undefined) {
      const optional = signal ? { signal } : {};
      await download({ address, path, sizeBytes, sha256, onProgress: say, ...optional });
    } else {
      await writeWholeFile(path, await readCopy(join(from, network.file), network));
      say(sizeBytes);
    }
  }
}

async function readCopy(file: string, network: StandardNetwork): Promise<Uint8Array> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Trouble('not_found', {
      what: `There is no file ${file}.`,
      advice: `Put ${network.file} from ${network.source} there, or leave out --from to fetch it.`,
      cause,
    });
  });
  if (sha256Of(bytes) === network.sha256) return bytes;
  throw new Trouble('damaged', {
    what: `${file} is not the file that the catalogue knows.`,
    advice: `Fetch it again from ${network.address}.`,
  });
}

/** A network that is ready to be opened. */
export interface InstalledNetwork {
  readonly network: BuiltinNetwork | StandardNetwork;
  readonly path: string;
}

/** The best installed network for a role, the standard one first; null when none is there. */
export async function installedNetwork(
  models: string,
  role: NetworkRole | OptionalRole,
): Promise<InstalledNetwork | null> {
  for (const network of standardPack.filter((one) => one.role === role)) {
    const path = standardPath(models, network);
    if (await isFile(path, network.sizeBytes)) return { network, path };
  }
  for (const network of builtinPack.filter((one) => one.role === role)) {
    const path = builtinPath(models, network);
    if (await isFile(path)) return { network, path };
  }
  return null;
}

/** Like `installedNetwork`, for those that can't do without: throws Trouble 'missing_model'. */
export async function findNetwork(models: string, role: NetworkRole): Promise<InstalledNetwork> {
  const installed = await installedNetwork(models, role);
  if (installed) return installed;
  throw new Trouble('missing_model', {
    what: `The ${role} network is not there.`,
    advice: 'Run `npm start` in the folder of Lares to make it, or `npx lares models compile`.',
  });
}

async function isFile(path: string, sizeBytes?: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true && (sizeBytes === undefined || found.size === sizeBytes);
}
