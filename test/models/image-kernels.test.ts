import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bindImageKernels, IMAGE_KERNELS_FILE } from '../../models/image-kernels.ts';
import { compiledKernels } from '../../scripts/compiled-kernels.ts';

const folder = mkdtempSync(join(tmpdir(), 'lares-kernels-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the compiled image kernels', () => {
  it('are what their sources compile to (else: node scripts/compile-kernels.ts)', async () => {
    expect(Buffer.from(await compiledKernels('image')).equals(readFileSync(IMAGE_KERNELS_FILE))).toBe(true);
  }, 30_000);

  it('touch nothing but the memory that they are bound to', () => {
    const module = new WebAssembly.Module(readFileSync(IMAGE_KERNELS_FILE));
    expect(WebAssembly.Module.imports(module)).toEqual([{ module: 'env', name: 'memory', kind: 'memory' }]);
  });

  it.each([
    ['is missing', null],
    ['was cut off', readFileSync(IMAGE_KERNELS_FILE).subarray(0, 1000)],
    ['has none of the functions', Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])],
  ])('say what to do when their file %s', (name, bytes) => {
    const file = join(folder, `${name}.wasm`);
    if (bytes !== null) writeFileSync(file, bytes);
    const memory = new WebAssembly.Memory({ initial: 1 });
    expect(() => bindImageKernels(memory, file)).toThrow(
      expect.objectContaining({
        code: 'damaged',
        sentences: `Pictures can't be looked at: ${file} is missing or damaged. Install Lares again, or in a checkout bring the file back with "git checkout resources/image.wasm".`,
      }),
    );
  });
});
