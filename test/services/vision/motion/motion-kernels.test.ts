import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compiledKernels } from '../../../../scripts/compiled-kernels.ts';
import { Trouble } from '../../../../services/contract/trouble.ts';
import { bindMotionKernels, KERNELS_FILE } from '../../../../services/vision/motion/motion-kernels.ts';

const folder = mkdtempSync(join(tmpdir(), 'lares-kernels-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function troubleOf(work: () => unknown): Trouble | null {
  try {
    work();
    return null;
  } catch (error) {
    if (error instanceof Trouble) return error;
    throw error;
  }
}

const memory = new WebAssembly.Memory({ initial: 1 });

describe('the compiled kernels', () => {
  it('are what their sources compile to (else: node scripts/compile-kernels.ts)', async () => {
    expect(Buffer.from(await compiledKernels('motion')).equals(readFileSync(KERNELS_FILE))).toBe(true);
  });

  it('touch nothing but the memory that they are bound to', () => {
    const module = new WebAssembly.Module(readFileSync(KERNELS_FILE));
    expect(WebAssembly.Module.imports(module)).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
  });

  it.each([
    ['is missing', null],
    ['was cut off', readFileSync(KERNELS_FILE).subarray(0, 1000)],
    ['is something else', Buffer.from('<html>')],
    ['has none of the functions', Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])],
  ])('say what to do when their file %s', (name, bytes) => {
    const file = join(folder, `${name}.wasm`);
    if (bytes !== null) writeFileSync(file, bytes);
    const trouble = troubleOf(() => bindMotionKernels(memory, file));
    expect([trouble?.code, trouble?.sentences]).toEqual([
      'damaged',
      `Motion can't be detected: ${file} is missing or damaged. Install Lares again, or in a checkout bring the file back with "git checkout resources/motion.wasm".`,
    ]);
  });
});
