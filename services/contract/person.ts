import { z } from 'zod';
import type { FaceId, PersonId } from './identifiers.ts';

export const PersonName = z.string().trim().min(1, 'a person needs a name').max(60);

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly enrolledAtMs: number;
  /** The enrolled faces; each can be seen at `/faces/<id>.jpg` of the hub. */
  readonly faces: readonly FaceId[];
}

/**
 * A face turned into numbers. Descriptors of different models, dimensions or metrics are never compared.
 * `values` has `dimension` floats; `crop` is a JPEG of the face with its margin, kept (encrypted) so that a
 * better model can enrol the person again.
 */
export interface FaceDescriptor {
  readonly modelId: string;
  readonly dimension: number;
  readonly metric: 'euclidean' | 'cosine';
  readonly values: Float32Array;
  readonly crop: Uint8Array;
}

/** One enrolled person as the vision process needs them: descriptors only, no crops. */
export interface GalleryPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly descriptors: readonly Omit<FaceDescriptor, 'crop'>[];
}

/**
 * Who a visit was. A name is given only when the similarity is above the threshold of the model.
 * `no_face`: nobody could be told, since no usable face was seen. `similarity` is 0..1, 0.5 at the threshold.
 */
export type Identity =
  | { readonly kind: 'no_face' }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      readonly personId: PersonId;
      readonly name: string;
      readonly similarity: number;
    };
