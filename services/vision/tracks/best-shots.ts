import type { Box } from '../../contract/box.ts';
import type { FaceDescriptor } from '../../contract/person.ts';
import { areaOf, isCut } from '../box-geometry.ts';
import type { SeenFace } from '../faces/identity-votes.ts';

/** A better picture must be better by this much, and come no sooner than this after the last, or it isn't worth its bytes. */
const BETTER = 1.2;
const BETTER_FACE = 0.08;
const LEAST_PAUSE_MS = 500;

interface Shot {
  readonly box: Box;
  readonly value: number;
  readonly face: number;
  readonly atMs: number;
}

/** The best picture and the best face of a visit so far. */
export class BestShots {
  #picture: Shot | null = null;
  #face: SeenFace | null = null;
  #liveness = { sum: 0, weight: 0 };

  get face(): FaceDescriptor | null {
    return this.#face?.descriptor ?? null;
  }

  /** Where the object is in the best picture. */
  get box(): Box | null {
    return this.#picture?.box ?? null;
  }

  /** Of all faces whose liveness was judged, those with more to see counting more; null when none was. */
  get liveness(): number | null {
    return this.#liveness.weight === 0 ? null : this.#liveness.sum / this.#liveness.weight;
  }

  /** True when this is the best picture so far: first by a face that can be told, then by a large and certain object that isn't cut off. */
  takePicture(
    atMs: number,
    { box, score, face }: { readonly box: Box; readonly score: number; readonly face: SeenFace | null },
  ): boolean {
    const value = score * Math.sqrt(areaOf(box)) * (isCut(box) ? 0.5 : 1);
    const quality = face?.quality ?? 0;
    const best = this.#picture;
    if (best !== null) {
      const better =
        quality > best.face + BETTER_FACE ||
        (quality >= best.face - BETTER_FACE && value > best.value * BETTER);
      if (!better || atMs - best.atMs < LEAST_PAUSE_MS) return false;
    }
    this.#picture = { box, value, face: quality, atMs };
    return true;
  }

  /** The face, when it is the best so far. */
  takeFace(face: SeenFace | null): FaceDescriptor | null {
    if (face === null) return null;
    const { quality, descriptor } = face;
    if (descriptor.liveness !== undefined)
      this.#liveness = {
        sum: this.#liveness.sum + quality * descriptor.liveness,
        weight: this.#liveness.weight + quality,
      };
    if (this.#face !== null && quality < this.#face.quality + BETTER_FACE) return null;
    this.#face = face;
    return descriptor;
  }
}
