import { FaceId, PersonId } from '../../../services/contract/identifiers.ts';
import type {
  Descriptor,
  FaceOrigin,
  GalleryFace,
  GalleryPerson,
} from '../../../services/contract/person.ts';

const dimension = 128;

/** Seeded random numbers, 0..1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A direction at random. */
export function direction(random: () => number): Float32Array {
  const gauss = (): number => Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
  return unit(Float32Array.from({ length: dimension }, gauss));
}

/** `share` of one direction and the rest of the other, of unit length. */
export function between(a: Float32Array, b: Float32Array, share: number): Float32Array {
  return unit(a.map((value, i) => value * share + (b[i] ?? 0) * (1 - share)));
}

/** A picture of somebody: their direction and noise, so that two pictures have a cosine of about `likeness`. */
export function pictureOf(person: Float32Array, random: () => number, likeness = 0.7): Descriptor {
  const noise = direction(random);
  const [a, b] = [Math.sqrt(likeness), Math.sqrt(1 - likeness)];
  return descriptorOf(unit(person.map((value, i) => a * value + b * (noise[i] ?? 0))));
}

export function descriptorOf(values: Float32Array, quality = 0.8): Descriptor {
  return { modelId: 'mobilefacenet-68-two-scales', metric: 'cosine', dimension, values, quality };
}

export function personOf(
  name: string,
  faces: readonly Descriptor[],
  origin: FaceOrigin = 'photo',
): GalleryPerson {
  return {
    personId: PersonId.parse(name.toLowerCase()),
    name,
    descriptors: faces.map((face, i) => keptFace(face, `${name.toLowerCase()}-${origin}-${i}`, origin)),
  };
}

export function keptFace(face: Descriptor, id: string, origin: FaceOrigin): GalleryFace {
  return { ...face, id: FaceId.parse(id), origin };
}

function unit(values: Float32Array): Float32Array {
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}
