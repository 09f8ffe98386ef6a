import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Trouble } from '../services/contract/trouble.ts';
import type { BuiltinNetwork, PackageFile } from './catalogue.ts';
import { sha256Of } from './whole-file.ts';

/**
 * Reads a file out of an installed npm package, and makes sure that it is the one that the catalogue knows. The
 * package's own list of exports does not matter, since nothing of its code is run.
 */
export async function readPackageFile(network: BuiltinNetwork, file: PackageFile): Promise<Uint8Array> {
  const bytes = await firstReadable(network.package, file.path);
  if (!bytes) {
    throw new Trouble('missing_model', {
      what: `The npm package ${network.package}, which carries the ${network.role} network, is not installed.`,
      advice: 'Run `npm install --include=optional` in the folder of Lares, then start again.',
    });
  }
  if (sha256Of(bytes) !== file.sha256) {
    throw new Trouble('damaged', {
      what: `${file.path} of the npm package ${network.package} is not the file of version ${network.version}.`,
      advice: `Delete node_modules/${network.package} and run \`npm install\`.`,
    });
  }
  return bytes;
}

async function firstReadable(packageName: string, path: string): Promise<Uint8Array | null> {
  const folders = createRequire(import.meta.url).resolve.paths(packageName) ?? [];
  for (const folder of folders) {
    const bytes = await readFile(join(folder, packageName, path)).catch(() => null);
    if (bytes) return bytes;
  }
  return null;
}
