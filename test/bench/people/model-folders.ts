import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathsFrom } from '../../../services/contract/paths.ts';
import { installedNetwork } from '../../../models/packs.ts';
import { compiledPack } from '../../models/compiled-pack.ts';

/** A folder of models with one pack, gone when the process ends. */
function folderOf(builtin: string, standard: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'lares-bench-models-'));
  process.on('exit', () => {
    rmSync(folder, { recursive: true, force: true });
  });
  mkdirSync(folder, { recursive: true });
  symlinkSync(builtin, join(folder, 'builtin'));
  if (standard !== null) symlinkSync(standard, join(folder, 'standard'));
  return folder;
}

/** The packs at hand and their folders: the built-in one, and the standard one where it was fetched, or for development. */
export async function modelFolders(): Promise<readonly { readonly pack: string; readonly models: string }[]> {
  const builtin = join(await compiledPack(), 'builtin');
  const packs = [{ pack: 'built-in pack', models: folderOf(builtin, null) }];
  const places = [
    join(pathsFrom(process.env).models, 'standard'),
    join(import.meta.dirname, '../../../../shared/models'),
  ];
  const standard = places.find((place) => existsSync(place));
  if (standard === undefined) return packs;
  const models = folderOf(builtin, standard);
  const detector = await installedNetwork(models, 'face-detector');
  return detector?.path.includes('standard') === true ? [...packs, { pack: 'standard pack', models }] : packs;
}
