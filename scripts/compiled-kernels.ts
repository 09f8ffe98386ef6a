import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { IMAGE_KERNELS_FILE } from '../models/image-kernels.ts';
import { KERNELS_FILE } from '../services/vision/motion/motion-kernels.ts';

const root = join(import.meta.dirname, '..');

/** The kernels of motion detection, and those in front of the networks: a folder of sources each, and what it compiles to. */
export const kernels = {
  motion: { folder: join(root, 'services/vision/motion/kernels'), file: KERNELS_FILE },
  image: { folder: join(root, 'models/image-kernels'), file: IMAGE_KERNELS_FILE },
} as const;

/** What the sources of some kernels compile to: the same bytes wherever the lock file's compiler runs. */
export async function compiledKernels(name: keyof typeof kernels): Promise<Uint8Array> {
  const { folder } = kernels[name];
  const scratch = mkdtempSync(join(tmpdir(), 'lares-kernels-'));
  const target = join(scratch, `${name}.wasm`);
  const compiler = join(root, 'node_modules/assemblyscript/bin/asc.js');
  try {
    const args = [compiler, '--config', join(folder, 'asconfig.json'), '--outFile', target];
    await promisify(execFile)(process.execPath, args, { cwd: folder });
    return readFileSync(target);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
