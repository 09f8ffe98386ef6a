import { z } from 'zod';
import { CameraId } from './identifiers.ts';
import { CameraDays } from './retention.ts';
import { DailySpan } from './time-of-day.ts';
import type { StreamName } from './video.ts';
import { Line, type Point, Zone } from './zone.ts';

/** rtsp://, rtsps://, http(s)://, or a file (file:// address or absolute path, played in a loop at its own speed) or USB camera (/dev/video0). */
const ADDRESS = /^(rtsps?|https?|file):\/\/\S+$|^\/.+$/;

/** Which stream serves a role; `auto`: the sub stream where there is one and it suffices, otherwise the main stream. */
const StreamChoice = z.enum(['auto', 'main', 'sub']);

/** When a camera is not recorded, for the sake of those who live there. Visits are still seen, and kept as pictures. */
export const RecordingPrivacy = z.strictObject({
  /** While somebody is at home, which is told by the house not being armed. */
  whileHome: z.boolean().default(false),
  times: z.array(DailySpan).max(12).default([]),
});
export type RecordingPrivacy = z.infer<typeof RecordingPrivacy>;

/** What of a camera's own video is kept. */
export const Recording = z.strictObject({
  /** `events`: while somebody or something is there; `continuous`: always, in clips of a minute. */
  mode: z.enum(['off', 'events', 'continuous']).default('events'),
  /** So long before a visit a recording begins; a little more, since it begins with a key frame. */
  preRollSeconds: z.number().min(0).max(30).default(5),
  /** So long after the end of the last visit a recording goes on. */
  postRollSeconds: z.number().min(0).max(60).default(5),
  privacy: RecordingPrivacy.optional(),
  /** How long it is kept, where that differs from the house. */
  days: CameraDays.optional(),
});
export type Recording = z.infer<typeof Recording>;

/** A camera as its owner describes it. The address never carries the password: it has a field of its own. */
export const CameraSettings = z.strictObject({
  id: CameraId,
  name: z.string().trim().min(1, 'a camera needs a name').max(60),
  area: z.string().trim().max(60).default(''),
  /** Of the main stream: the large picture. */
  address: z
    .string()
    .trim()
    .regex(
      ADDRESS,
      'a camera address starts with rtsp://, rtsps://, http:// or https://, or is the path of a file or a USB camera',
    ),
  /** Of the sub stream, the small picture that costs little to look at all the time; empty without one. */
  subAddress: z
    .union([
      z.literal(''),
      z
        .string()
        .trim()
        .regex(
          ADDRESS,
          'the address of the second stream starts with rtsp://, rtsps://, http:// or https://',
        ),
    ])
    .default(''),
  /** Frigate's roles. */
  roles: z
    .strictObject({
      detect: StreamChoice.default('auto'),
      record: StreamChoice.default('auto'),
      live: StreamChoice.default('auto'),
    })
    .prefault({}),
  username: z.string().max(200).default(''),
  password: z.string().max(200).default(''),
  transport: z.enum(['tcp', 'udp']).default('tcp'),
  enabled: z.boolean().default(true),
  zones: z.array(Zone).max(16).default([]),
  lines: z.array(Line).max(8).default([]),
  /** Motion sensitivity by day and by night (infrared), 0 calmer … 1 keener; null: as set for all cameras. */
  sensitivity: z
    .strictObject({
      day: z.number().min(0).max(1).nullable().default(null),
      night: z.number().min(0).max(1).nullable().default(null),
    })
    .prefault({}),
  recording: Recording.prefault({}),
});
export type CameraSettings = z.infer<typeof CameraSettings>;

/** What a camera is doing now. Times are milliseconds since 1970. */
export type CameraState =
  | { readonly kind: 'off' }
  | { readonly kind: 'connecting'; readonly sinceMs: number }
  | {
      readonly kind: 'live';
      readonly sinceMs: number;
      readonly framesPerSecond: number;
      readonly width: number;
      readonly height: number;
      readonly droppedFrames: number;
      /** The stream that is looked at. */
      readonly stream: StreamName;
      /** What of it is decoded: everything, key frames until one differs, or everything because one does. */
      readonly decoding: 'all' | 'key_frames' | 'woken';
      /** What is kept in memory of the stream that is recorded, so that a recording can begin before a visit. */
      readonly preRoll?: { readonly bytes: number; readonly seconds: number };
      /** Another stream of the camera is lost, while this one lives: one sentence each on what is wrong and what to do. */
      readonly missing?: { readonly stream: StreamName; readonly why: string; readonly advice: string };
    }
  /** `why` says what is wrong, `advice` what to do: one sentence each for the owner, without address, user or password. */
  | {
      readonly kind: 'lost';
      readonly sinceMs: number;
      readonly why: string;
      readonly advice: string;
      readonly retryAtMs: number;
    };

/** A camera as the kiosk shows it: nothing secret in it. */
export interface CameraView {
  readonly id: CameraId;
  readonly name: string;
  readonly area: string;
  /** Whether it has a sub stream to look at. */
  readonly hasSub: boolean;
  /** Which stream its owner wants to look at; `auto`: as large as it is shown. */
  readonly liveStream: 'auto' | StreamName;
  /** The outlines of its privacy zones: the page covers them, since a camera's own video can't be blackened. */
  readonly privacy: readonly (readonly Point[])[];
  readonly demo: boolean;
  /** Why it is not recorded now, one sentence; absent when it is, or when its owner switched that off. */
  readonly notRecorded?: string;
  readonly state: CameraState;
}
