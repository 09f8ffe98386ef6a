import { z } from 'zod';

/** A corner of a polygon, in fractions of the frame from its top left. */
export const Point = z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });
export type Point = z.infer<typeof Point>;

/**
 * A part of the picture that an owner drew. `include`: motion counts only within zones of this kind, when there is one.
 * `ignore`: motion there does not count. `privacy`: blackened before anything looks at the picture or keeps it.
 */
export const ZoneKind = z.enum(['include', 'ignore', 'privacy']);
export type ZoneKind = z.infer<typeof ZoneKind>;

export const Zone = z.strictObject({
  name: z.string().trim().min(1, 'a zone needs a name').max(40),
  kind: ZoneKind,
  polygon: z.array(Point).min(3, 'a zone needs three corners').max(32),
  /** 0 calmer … 1 keener; null: as in the rest of the picture. */
  sensitivity: z.number().min(0).max(1).nullable().default(null),
  /** Motion counts when it has lasted this long within the zone. */
  minimumTimeMs: z.number().int().min(0).max(60_000).default(0),
  /** An object is said to be in the zone when it has stayed there this long (its feet decide). */
  dwellMs: z.number().int().min(0).max(600_000).default(0),
});
export type Zone = z.infer<typeof Zone>;

/** A line that visits may cross, from one end to the other. `both`: either way counts. */
export const Line = z.strictObject({
  name: z.string().trim().min(1, 'a line needs a name').max(40),
  from: Point,
  to: Point,
  direction: z.enum(['both', 'in', 'out']).default('both'),
});
export type Line = z.infer<typeof Line>;
