import { accessSync, constants, existsSync, globSync, lstatSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Paths } from '../../contract/paths.ts';
import { Trouble } from '../../contract/trouble.ts';
import { keyKeptBy } from '../../store/data-key.ts';
import { type Finding, missing, there } from './finding.ts';

const leastFreeBytes = 500_000_000;

export function findFolders(paths: Paths): readonly Finding[] {
  return [
    folderFinding('Data folder', paths.data),
    folderFinding('Configuration folder', paths.config),
    folderFinding('Folder of the networks', paths.models),
    keyFinding(paths.config),
    diskFinding(paths.data),
  ];
}

function folderFinding(name: string, folder: string): Finding {
  const existing = nearestExisting(folder);
  try {
    accessSync(existing, constants.W_OK | constants.X_OK);
  } catch {
    return missing(`${name} ${folder} can't be written`, `Make ${existing} belong to this user.`);
  }
  if (existing !== folder) return there(`${name} ${folder}, made at first start`);
  return there(`${name} ${folder}, ${bytes(sizeOf(folder))}`);
}

const keptBy = {
  nothing: 'no key yet, made at first start',
  key_file: 'kept in a file (a passphrase is safer: npx lares key passphrase)',
  passphrase: 'kept by your passphrase',
  operating_system: "kept by the operating system's key store",
} as const;

function keyFinding(config: string): Finding {
  try {
    return there(`Data key: ${keptBy[keyKeptBy(config)]}`);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return missing(`Data key: ${error.message.replace(/\.$/, '')}`, error.advice);
  }
}

function diskFinding(folder: string): Finding {
  const { bavail, bsize } = statfsSync(nearestExisting(folder));
  const free = bavail * bsize;
  if (free >= leastFreeBytes) return there(`${bytes(free)} free on the disk of the data`);
  return missing(`Space on the disk of the data: ${bytes(free)} free`, 'New pictures may not be kept.');
}

function nearestExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}

function sizeOf(folder: string): number {
  return globSync('**', { cwd: folder })
    .map((file) => lstatSync(join(folder, file), { throwIfNoEntry: false }))
    .reduce((sum, found) => sum + (found?.isFile() === true ? found.size : 0), 0);
}

/** `1.5 GB`, as disks are sold. */
export function bytes(count: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)));
  const value = count / 1000 ** power;
  return `${value.toFixed(power === 0 ? 0 : 1)} ${units[power] ?? ''}`;
}
