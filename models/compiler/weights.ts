import { z } from 'zod';

/** A constant tensor: its shape, and its values row by row. */
export interface Weight {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** One entry of a TensorFlow.js weights manifest; a quantised value v means `v * scale + min`. */
export const WeightSpec = z.object({
  name: z.string(),
  shape: z.array(z.number().int().nonnegative()),
  dtype: z.string(),
  quantization: z
    .object({ dtype: z.string(), scale: z.number().optional(), min: z.number().optional() })
    .optional(),
});
export type WeightSpec = z.infer<typeof WeightSpec>;

function sizeOf(kind: string): number {
  switch (kind) {
    case 'float32':
    case 'int32':
      return 4;
    case 'float16':
    case 'uint16':
      return 2;
    case 'uint8':
    case 'bool':
      return 1;
    default:
      throw new Error(`Weights of type ${kind} are not supported.`);
  }
}

function valuesOf(kind: string, bytes: ArrayBuffer): ArrayLike<number> {
  switch (kind) {
    case 'float32':
      return new Float32Array(bytes);
    case 'int32':
      return new Int32Array(bytes);
    case 'float16':
      return new Float16Array(bytes);
    case 'uint16':
      return new Uint16Array(bytes);
    default:
      return new Uint8Array(bytes);
  }
}

/**
 * Reads the weights that a TensorFlow.js manifest describes, all as 32-bit floats. Throws when the manifest and the
 * bytes don't fit each other exactly.
 */
export function readWeights(specs: readonly WeightSpec[], bytes: Uint8Array): ReadonlyMap<string, Weight> {
  const weights = new Map<string, Weight>();
  let position = 0;
  for (const { name, shape, dtype, quantization } of specs) {
    const kind = quantization?.dtype ?? dtype;
    const size = shape.reduce((product, dimension) => product * dimension, 1) * sizeOf(kind);
    // A copy, since a typed array must start at a multiple of its element's size.
    const raw = Uint8Array.from(bytes.subarray(position, position + size)).buffer;
    if (raw.byteLength !== size) throw new Error(`The weights end in the middle of ${name}.`);
    const { scale = 1, min = 0 } = quantization ?? {};
    weights.set(name, {
      shape,
      data: Float32Array.from(valuesOf(kind, raw), (value) => value * scale + min),
    });
    position += size;
  }
  if (position !== bytes.length)
    throw new Error(`The manifest describes ${position} bytes of weights, but there are ${bytes.length}.`);
  return weights;
}

/** The tensor with its axes in another order: axis i of the result is axis `order[i]` of the input. */
export function permute({ shape, data }: Weight, order: readonly number[]): Weight {
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
  const newShape = order.map((axis) => shape[axis] ?? 1);
  const newStrides = order.map((axis) => strides[axis] ?? 0);
  const index = newShape.map(() => 0);
  const permuted = new Float32Array(data.length);
  let source = 0;
  for (let target = 0; target < permuted.length; target += 1) {
    permuted[target] = data[source] ?? 0;
    // Counts the index up like an odometer, from the last axis on.
    for (let axis = newShape.length - 1; axis >= 0; axis -= 1) {
      const size = newShape[axis] ?? 1;
      const stride = newStrides[axis] ?? 0;
      const next = (index[axis] ?? 0) + 1;
      source += stride;
      index[axis] = next < size ? next : 0;
      if (next < size) break;
      source -= stride * size;
    }
  }
  return { shape: newShape, data: permuted };
}
