import { z } from 'zod';
import { CameraId } from './identifiers.ts';

/** A camera as its owner describes it. The address never carries the password: it has a field of its own. */
export const CameraSettings = z.strictObject({
  id: CameraId,
  name: z.string().trim().min(1, 'a camera needs a name').max(60),
  area: z.string().trim().max(60).default(''),
  /** rtsp://, rtsps://, http(s)://, or a file (file:// address or absolute path, played in a loop at its own speed). */
  address: z
    .string()
    .trim()
    .regex(
      /^(rtsps?|https?|file):\/\/\S+$|^\/.+$/,
      'a camera address starts with rtsp://, rtsps://, http:// or https://, or is the path of a file',
    ),
  username: z.string().max(200).default(''),
  password: z.string().max(200).default(''),
  transport: z.enum(['tcp', 'udp']).default('tcp'),
  enabled: z.boolean().default(true),
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
    }
  /** `why` is one sentence for the owner, without address, user or password. */
  | { readonly kind: 'lost'; readonly sinceMs: number; readonly why: string; readonly retryAtMs: number };

/** A camera as the kiosk shows it: nothing secret in it. */
export interface CameraView {
  readonly id: CameraId;
  readonly name: string;
  readonly area: string;
  readonly demo: boolean;
  readonly state: CameraState;
}
