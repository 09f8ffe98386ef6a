import { describe, expect, it } from 'vitest';
import { permute, readWeights } from '../../../models/compiler/weights.ts';

describe('readWeights', () => {
  it('reads floats, half floats, integers and quantised bytes', () => {
    const bytes = Buffer.concat([
      Buffer.from(Float32Array.of(1.5, -2).buffer),
      Buffer.from(Float16Array.of(0.5).buffer),
      Buffer.from(Int32Array.of(-7).buffer),
      Buffer.from([0, 10, 255]),
    ]);
    const weights = readWeights(
      [
        { name: 'floats', shape: [2], dtype: 'float32' },
        { name: 'halves', shape: [1], dtype: 'float32', quantization: { dtype: 'float16' } },
        { name: 'integers', shape: [], dtype: 'int32' },
        {
          name: 'bytes',
          shape: [3, 1],
          dtype: 'float32',
          quantization: { dtype: 'uint8', scale: 0.5, min: -1 },
        },
      ],
      bytes,
    );
    expect(Object.fromEntries(weights)).toEqual({
      floats: { shape: [2], data: Float32Array.of(1.5, -2) },
      halves: { shape: [1], data: Float32Array.of(0.5) },
      integers: { shape: [], data: Float32Array.of(-7) },
      bytes: { shape: [3, 1], data: Float32Array.of(-1, 4, 126.5) },
    });
  });

  it('refuses weights that are cut off, too long, or of a type it does not know', () => {
    const spec = { name: 'w', shape: [2], dtype: 'float32' };
    expect(() => readWeights([spec], new Uint8Array(7))).toThrow('The weights end in the middle of w.');
    expect(() => readWeights([spec], new Uint8Array(9))).toThrow('8 bytes of weights, but there are 9');
    expect(() => readWeights([{ ...spec, dtype: 'string' }], new Uint8Array(8))).toThrow('type string');
  });
});

describe('permute', () => {
  it('exchanges axes', () => {
    const matrix = { shape: [2, 3], data: Float32Array.of(1, 2, 3, 4, 5, 6) };
    expect(permute(matrix, [1, 0])).toEqual({ shape: [3, 2], data: Float32Array.of(1, 4, 2, 5, 3, 6) });
  });

  it('undoes itself by the inverse order', () => {
    const cube = { shape: [2, 3, 4, 5], data: Float32Array.from({ length: 120 }, (_, i) => i) };
    expect(permute(permute(cube, [3, 2, 0, 1]), [2, 3, 1, 0])).toEqual(cube);
  });
});
