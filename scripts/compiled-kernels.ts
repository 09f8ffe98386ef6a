import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'services/vision/motion-kernels');

/** What the sources of the motion detector's kernels compile to: the same bytes wherever the lock file's compiler runs. */
export async function compiledKernels(): Promise<Uint8Array> {
  const scratch = mkdtempSync(join(tmpdir(), 'lares-kernels-'));
  const target = join(scratch, 'motion.wasm');
  const compiler = join(root, 'node_modules/assemblyscript/bin/asc.js');
  try {
    const args = [compiler, '--config', join(folder, 'asconfig.json'), '--outFile', target];
    await promisify(execFile)(process.execPath, args, { cwd: folder });
    return readFileSync(target);
  } finally {
    rmSync(scratch, { recursive: true });
  }
}
