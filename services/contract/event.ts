import { z } from 'zod';
import type { Box } from './box.ts';
import type { CameraId, EventId } from './identifiers.ts';
import type { FaceDescriptor, Identity } from './person.ts';

/** What Lares tells apart: the COCO classes collapsed to what a household asks for. */
export const Label = z.enum(['person', 'vehicle', 'animal']);
export type Label = z.infer<typeof Label>;

/** What an event is about: something that was seen; that a camera could not see; `nothing`, where the owner says that Lares was mistaken. */
export const EventLabel = z.enum([...Label.options, 'camera_offline', 'nothing']);
export type EventLabel = z.infer<typeof EventLabel>;

/**
 * One visit: an object that came, was followed, and left; or one absence of a camera (`camera_offline`). `endedAtMs` is null
 * while it goes on.
 */
export interface Event {
  readonly id: EventId;
  readonly cameraId: CameraId;
  readonly label: EventLabel;
  /** Best detector score of the visit, 0..1. */
  readonly score: number;
  /** Where the object was in the best snapshot. */
  readonly box: Box;
  readonly beganAtMs: number;
  readonly endedAtMs: number | null;
  readonly identity: Identity;
  /** How sure it is that the face was a living one, 0..1: a hint, not a lock. Absent when nothing was judged. */
  readonly liveness?: number;
  /** Names of the zones in which it stayed for as long as the zone asks (`dwellMs`), in the order it reached them. */
  readonly zones?: string[];
  /** Lines that it crossed, in their order. */
  readonly crossings?: Crossing[];
  /** Why the camera was away, one sentence; only of `camera_offline`. */
  readonly why?: string;
  /** The owner keeps it: neither it nor its video is ever deleted by Lares itself. */
  readonly kept?: boolean;
  /** A snapshot is at `/snapshots/<id>.jpg` of the hub. */
  readonly hasSnapshot: boolean;
  /** A face good enough to enrol is kept with the event; its picture is at `/snapshots/<id>-face.jpg`. */
  readonly hasFace: boolean;
}

/** A line that was crossed: `in` from its left to its right side, seen from its first end to its second. */
export interface Crossing {
  readonly line: string;
  readonly direction: 'in' | 'out';
  readonly atMs: number;
}

/** What the vision process tells the hub about a visit. Fields that did not change since the last message are absent. */
export interface Visit {
  readonly event: Omit<Event, 'hasSnapshot' | 'hasFace'>;
  /** The best picture so far, JPEG, whole frame. */
  readonly snapshot?: Uint8Array;
  /** The best face so far. */
  readonly face?: FaceDescriptor;
}

/** Something followed right now, for the boxes over the live picture. */
export interface LiveTrack {
  readonly eventId: EventId;
  readonly label: Label;
  readonly box: Box;
  readonly score: number;
  readonly identity: Identity;
}

export interface LiveTracks {
  readonly cameraId: CameraId;
  readonly atMs: number;
  readonly tracks: readonly LiveTrack[];
  /** Boxes that moved in this frame, whether or not they are an object. */
  readonly motion: readonly Box[];
}

export interface EventChange {
  readonly change: 'began' | 'updated' | 'ended' | 'deleted';
  readonly event: Event;
}
