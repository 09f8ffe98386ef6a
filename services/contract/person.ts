import { z } from 'zod';
import type { EventId, FaceId, GroupId, PersonId } from './identifiers.ts';

/** What shows nothing, or turns the writing round: a name with it would look like another's, or steer a terminal. */
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]|^[^\p{L}\p{N}\p{P}\p{S}]+$/u;

export const PersonName = z
  .string()
  .trim()
  .min(1, 'a person needs a name')
  .max(60)
  .refine((name) => !UNSEEN.test(name), 'a name has only signs that can be seen');

/**
 * That a face may be kept: `givenBy` allowed it (the person, or who decides for a child), `recordedBy` noted it. Without
 * it nobody is enrolled from a photo or a camera.
 */
export const Consent = z.strictObject({ givenBy: PersonName, recordedBy: PersonName });
export type Consent = z.infer<typeof Consent>;

/** How a kept face came here. Only a `sighting` was added from use, after the owner confirmed it; those go first. */
export const FaceOrigin = z.enum(['photo', 'camera', 'event', 'sighting']);
export type FaceOrigin = z.infer<typeof FaceOrigin>;

/**
 * Where a head looks, in degrees from straight into the camera: `yaw` above 0 to the person's own left, `pitch` above 0
 * upwards, `roll` above 0 tilted to the person's own left shoulder.
 */
export interface Pose {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

/** A face that is kept of a person; its picture is at `/faces/<id>.jpg` of the hub. */
export interface EnrolledFace {
  readonly id: FaceId;
  readonly origin: FaceOrigin;
  readonly addedAtMs: number;
  /** Null when it was kept before quality and pose were. */
  readonly quality: number | null;
  readonly pose: Pose | null;
  /** False while it waits to be read again by another embedder. */
  readonly isUsed: boolean;
}

/** What would make somebody easier to recognise: so many more photos of this kind. */
export interface GalleryAdvice {
  readonly want: 'any' | 'front' | 'left' | 'right' | 'larger' | 'sharper';
  readonly count: number;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly enrolledAtMs: number;
  /** Null when they were enrolled before consent was asked for. */
  readonly consent: (Consent & { readonly atMs: number }) | null;
  readonly faces: readonly EnrolledFace[];
  readonly advice: readonly GalleryAdvice[];
  /** When they will be erased, unless the owner takes it back before; null when they stay. */
  readonly leavesAtMs: number | null;
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
  /** How much there is to recognise, 0..1; absent when it was not judged, as are the next two. */
  readonly quality?: number;
  readonly pose?: Pose;
  /** How sure it is that a living face was before the camera and no picture of one, 0..1: a hint, not a lock. */
  readonly liveness?: number;
}

/** A descriptor without its picture: what faces are compared by. */
export type Descriptor = Omit<FaceDescriptor, 'crop'>;

/** A descriptor of a gallery; a `sighting` never decides alone. */
export interface GalleryFace extends Descriptor {
  readonly id?: FaceId;
  readonly origin?: FaceOrigin;
}

/** One enrolled person as the vision process needs them: descriptors only, no crops. */
export interface GalleryPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly descriptors: readonly GalleryFace[];
  /** Faces of which the owner said that they are not this person. */
  readonly notThem?: readonly Descriptor[];
}

/**
 * Who a visit was. A name is given only when the track has earned it. `no_face`: nobody could be told, since no usable
 * face was seen. `confidence`: the calibrated probability that the name is right, 0..1; 1 when the owner gave it.
 */
export type Identity =
  | { readonly kind: 'no_face' }
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'known';
      readonly personId: PersonId;
      readonly name: string;
      readonly confidence: number;
    };

/** Somebody without a name who came more than once, while the owner lets Lares group unknown faces. Picture: `/groups/<id>.jpg`. */
export interface UnknownPerson {
  readonly id: GroupId;
  readonly firstSeenMs: number;
  readonly lastSeenMs: number;
  readonly visits: number;
  /** The newest visits first, at most 20. */
  readonly eventIds: readonly EventId[];
  /** When Lares forgets them. */
  readonly forgottenAtMs: number;
}

/** What became of a confirmed sighting: `refused` never changes the gallery. */
export type Admission =
  | { readonly kind: 'admitted'; readonly replaces: FaceId | null }
  | {
      readonly kind: 'refused';
      /** Too unlike the faces that the owner gave; nearer to another person; nearer to somebody who is not them; nothing new in it; too poor a picture. */
      readonly why: 'too_unlike' | 'like_another' | 'like_a_stranger' | 'nothing_new' | 'poor_picture';
    };

/** The directions that enrolment before a camera goes through. */
export const PortraitPose = z.enum(['front', 'left', 'right', 'up', 'down']);
export type PortraitPose = z.infer<typeof PortraitPose>;

/** What somebody who is being enrolled before a camera is told, a few times a second. */
export interface PortraitView {
  /** The face, in fractions of the frame; null when there is none, or several. */
  readonly box: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  } | null;
  readonly pose: Pose | null;
  readonly taken: readonly PortraitPose[];
  /** What to do next; `done` when enough was taken. */
  readonly advice:
    | 'nobody'
    | 'alone_please'
    | 'come_closer'
    | 'step_back'
    | 'more_light'
    | 'less_light'
    | 'hold_still'
    | 'uncover_face'
    | 'look_straight'
    | 'turn_left'
    | 'turn_right'
    | 'look_up'
    | 'look_down'
    | 'done';
}
