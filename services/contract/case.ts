import { z } from 'zod';

/** What a file in a case is. */
export const CaseFileKind = z.enum(['video', 'picture', 'face', 'events', 'said']);
export type CaseFileKind = z.infer<typeof CaseFileKind>;

const CaseEntry = z.object({
  name: z.string(),
  kind: CaseFileKind,
  bytes: z.number(),
  /** SHA-256 (FIPS 180-4) of the file, in hexadecimal. */
  sha256: z.string().length(64),
  camera: z.string().optional(),
  /** When it begins, and ends, in UTC (RFC 3339). */
  from: z.string().optional(),
  to: z.string().optional(),
  event: z.string().optional(),
  /** Of a video, as RFC 6381 writes it. */
  codec: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
  /** It was cut short, by a crash or since it was being recorded, and is whole up to its end. */
  isCut: z.boolean().optional(),
});
export type CaseEntry = z.infer<typeof CaseEntry>;

/** What a case file holds, as its `manifest.json` says. */
export const CaseManifest = z.object({
  format: z.literal(1),
  /** The version of the Lares that wrote it. */
  lares: z.string(),
  madeAt: z.string(),
  /** What it is of: a span of time, or these events. */
  of: z.union([
    z.object({ from: z.string(), to: z.string(), camera: z.string().optional() }),
    z.object({ events: z.array(z.string()) }),
  ]),
  /** The names of the cameras. */
  cameras: z.record(z.string(), z.string()),
  /** The newest entry of the house's audit when it was made, which is the one about it: its number and its mark in hexadecimal. */
  audit: z.object({ number: z.number(), mark: z.string() }),
  files: z.array(CaseEntry),
  /** What was wanted and could not be read. */
  leftOut: z.array(z.object({ name: z.string(), why: z.string() })),
});
export type CaseManifest = z.infer<typeof CaseManifest>;

/** Nothing else is ever written when a case is opened. */
export const caseName =
  /^(?:manifest\.json|events\.json|said\.json|(?:videos|pictures|faces)\/[A-Za-z0-9][A-Za-z0-9 ._-]{0,150}\.(?:mp4|jpg))$/;
