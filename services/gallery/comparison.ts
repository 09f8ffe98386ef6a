import type { Descriptor } from '../contract/person.ts';

/** How much the distance counts beside the angle, where a model was trained on distances. */
const DISTANCE_SHARE = 0.05;

/**
 * How alike two faces are, 1 when equal: the cosine of the angle between the descriptors. Of models that were trained on
 * distances the angle tells strangers apart better than the distance, and both together best: a share of the squared
 * distance is taken off. Null when they are of different models and can't be compared.
 */
export function compareFaces(a: Descriptor, b: Descriptor): number | null {
  if (!isComparable(a, b)) return null;
  const angle = cosine(a.values, b.values);
  return a.metric === 'cosine' ? angle : angle - DISTANCE_SHARE * squaredDistance(a.values, b.values);
}

/** Descriptors of different models, dimensions or metrics are never compared. */
export function isComparable(a: Descriptor, b: Descriptor): boolean {
  return a.modelId === b.modelId && a.metric === b.metric && a.values.length === b.values.length;
}

/**
 * The middle of faces of one model, each with its weight; of descriptors that are compared by angle each counts alike,
 * whatever its length. Null of none.
 */
export function centreOf(faces: readonly Descriptor[], weights?: readonly number[]): Descriptor | null {
  const [first] = faces;
  if (first === undefined) return null;
  const values = new Float32Array(first.values.length);
  let total = 0;
  for (const [index, face] of faces.entries()) {
    const weight = weights?.[index] ?? 1;
    total += weight;
    const scale = first.metric === 'cosine' ? weight / Math.max(lengthOf(face.values), 1e-12) : weight;
    for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? 0) + (face.values[i] ?? 0) * scale;
  }
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i] ?? 0) / Math.max(total, 1e-12);
  return { modelId: first.modelId, dimension: first.dimension, metric: first.metric, values };
}

function squaredDistance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return sum;
}

function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  for (let i = 0; i < a.length; i += 1) dot += (a[i] ?? 0) * (b[i] ?? 0);
  const lengths = lengthOf(a) * lengthOf(b);
  return lengths > 0 ? dot / lengths : 0;
}

function lengthOf(values: Float32Array): number {
  let square = 0;
  for (const value of values) square += value * value;
  return Math.sqrt(square);
}
