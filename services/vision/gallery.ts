import { type FaceDescriptor, type GalleryPerson, type Identity } from '../contract/person.ts';

type Descriptor = Omit<FaceDescriptor, 'crop'>;

/**
 * How different two faces may be to be the same person, by the embedder's metric: for Euclidean the largest distance,
 * for cosine the least cosine. Chosen so that in a household none of the strangers is taken for one of it, while two
 * or three enrolled photos still find their person. The value that dlib itself names, 0.6, is for comparing one pair:
 * against several enrolled people it lets most strangers through.
 */
const thresholds: Readonly<Record<FaceDescriptor['metric'], number>> = { euclidean: 0.475, cosine: 0.5 };

/** The distance or the cosine of two descriptors; null when they are of different models and can't be compared. */
export function compareFaces(a: Descriptor, b: Descriptor): number | null {
  if (a.modelId !== b.modelId || a.metric !== b.metric || a.values.length !== b.values.length) return null;
  return a.metric === 'euclidean' ? distance(a.values, b.values) : cosine(a.values, b.values);
}

/** The same as 0..1, whatever the metric: 0.5 at the threshold, 1 when equal. */
export function similarityOf(compared: number, metric: FaceDescriptor['metric']): number {
  const threshold = thresholds[metric];
  if (metric === 'euclidean') return clamp(1 - (0.5 * compared) / threshold);
  return clamp(
    compared >= threshold
      ? 0.5 + (0.5 * (compared - threshold)) / (1 - threshold)
      : (0.5 * compared) / threshold,
  );
}

/** Who of the enrolled people a face is: the one with the most similar photo, if that is similar enough. */
export function identify(descriptor: Descriptor, gallery: readonly GalleryPerson[]): Identity {
  let best: Extract<Identity, { kind: 'known' }> | null = null;
  for (const { personId, name, descriptors } of gallery) {
    for (const enrolled of descriptors) {
      const compared = compareFaces(descriptor, enrolled);
      const similarity = compared === null ? 0 : similarityOf(compared, descriptor.metric);
      if (similarity >= 0.5 && similarity > (best?.similarity ?? 0)) {
        best = { kind: 'known', personId, name, similarity };
      }
    }
  }
  return best ?? { kind: 'unknown' };
}

function distance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += ((a[i] ?? 0) - (b[i] ?? 0)) ** 2;
  return Math.sqrt(sum);
}

function cosine(a: Float32Array, b: Float32Array): number {
  let dot = 0;
  let squareA = 0;
  let squareB = 0;
  for (let i = 0; i < a.length; i += 1) {
    dot += (a[i] ?? 0) * (b[i] ?? 0);
    squareA += (a[i] ?? 0) ** 2;
    squareB += (b[i] ?? 0) ** 2;
  }
  const lengths = Math.sqrt(squareA * squareB);
  return lengths > 0 ? dot / lengths : 0;
}

function clamp(value: number): number {
  return Math.min(Math.max(value, 0), 1);
}
