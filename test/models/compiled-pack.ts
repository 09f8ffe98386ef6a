import { join } from 'node:path';
import type { RgbImage } from '../../models/image.ts';
import { compileBuiltinPack } from '../../models/packs.ts';

/** The built-in networks, compiled once for all tests of this checkout. */
export async function compiledPack(): Promise<string> {
  const models = join(import.meta.dirname, '../../node_modules/.cache/lares-models');
  await compileBuiltinPack({ models });
  return models;
}

/** A picture whose colours run smoothly, the same everywhere. */
export function gradient(width: number, height: number): RgbImage {
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 3;
      data[at] = (255 * x) / (width - 1);
      data[at + 1] = (255 * y) / (height - 1);
      data[at + 2] = (x * 7 + y * 13) % 256;
    }
  }
  return { width, height, data };
}

/** Numbers as a golden test keeps them: every `step`-th value. */
export function everyNth(values: Float32Array, step: number): number[] {
  return [...values].filter((_, i) => i % step === 0);
}
