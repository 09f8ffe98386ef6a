import type { FaceDescriptor, GalleryPerson, Identity } from '../contract/person.ts';

type Descriptor = Omit<FaceDescriptor, 'crop'>;

/**
 * How different two faces may be to be one person's: for the Euclidean metric the largest distance, for the cosine the
 * least one. With three photos each of the ORL faces these let no stranger in and missed 2 of 280 sightings of the enrolled. The
 * 0.6 that dlib itself names is for one pair out of an album; against several enrolled people it lets most strangers through.
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
  if (compared < threshold) return clamp((0.5 * compared) / threshold);
  return clamp(0.5 + (0.5 * (compared - threshold)) / (1 - threshold));
}

/** Who of the enrolled people a face is: the most similar one, if that one is similar enough. */
export function identify(descriptor: Descriptor, gallery: readonly GalleryPerson[]): Identity {
  let best: Extract<Identity, { kind: 'known' }> | null = null;
  for (const { personId, name, descriptors } of gallery) {
    const similarity = similarityToPerson(descriptor, descriptors);
    if (similarity >= 0.5 && similarity > (best?.similarity ?? 0)) {
      best = { kind: 'known', personId, name, similarity };
    }
  }
  return best ?? { kind: 'unknown' };
}

/**
 * How similar a face is to a person, 0..1: half by the nearest of the enrolled faces, half by the centre of all. The
 * centre is steadier than any single photo, the nearest one forgives a bad photo and knows the face with glasses.
 * 0 when no enrolled face is of the same model.
 */
export function similarityToPerson(descriptor: Descriptor, enrolled: readonly Descriptor[]): number {
  const comparable = enrolled.filter((face) => compareFaces(descriptor, face) !== null);
  if (comparable.length === 0) return 0;
  const compared = comparable.map((face) => compareFaces(descriptor, face) ?? 0);
  const nearest = descriptor.metric === 'euclidean' ? Math.min(...compared) : Math.max(...compared);
  const centre = { ...descriptor, values: centreOf(comparable.map(({ values }) => values)) };
  const toCentre = compareFaces(descriptor, centre) ?? nearest;
  return similarityOf((nearest + toCentre) / 2, descriptor.metric);
}

function centreOf(all: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(all[0]?.length ?? 0);
  for (const values of all) {
    for (let i = 0; i < sum.length; i += 1) sum[i] = (sum[i] ?? 0) + (values[i] ?? 0) / all.length;
  }
  return sum;
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
