import { z } from 'zod';

/** Identifiers are branded, so that a person can't be passed where a camera is meant. Make one with `X.parse(text)`. */
const slug = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,59}$/, 'use 1 to 60 of a-z, 0-9, _ and -');

export const CameraId = slug.brand<'CameraId'>();
export type CameraId = z.infer<typeof CameraId>;

/** Sortable by time: `<milliseconds since 1970 in base 36>-<random>`. */
export const EventId = slug.brand<'EventId'>();
export type EventId = z.infer<typeof EventId>;

export const PersonId = slug.brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

export const FaceId = slug.brand<'FaceId'>();
export type FaceId = z.infer<typeof FaceId>;

/** A group of faces that are alike and have no name. */
export const GroupId = slug.brand<'GroupId'>();
export type GroupId = z.infer<typeof GroupId>;

/** A recording of a voice. */
export const SampleId = slug.brand<'SampleId'>();
export type SampleId = z.infer<typeof SampleId>;

/** A stretch of a camera's video. */
export const ClipId = slug.brand<'ClipId'>();
export type ClipId = z.infer<typeof ClipId>;

/** Home Assistant's entity id, `domain.object_id`, for example `light.kitchen`. */
export const EntityId = z
  .string()
  .regex(/^[a-z_]+\.[a-z0-9_]+$/, 'an entity id looks like light.kitchen')
  .brand<'EntityId'>();
export type EntityId = z.infer<typeof EntityId>;
