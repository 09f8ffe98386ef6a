import type { MessagePort } from 'node:worker_threads';
import type { CameraSettings, CameraState } from '../../contract/camera.ts';
import type { CameraId } from '../../contract/identifiers.ts';
import type { RecordingWish, StreamName } from '../../contract/video.ts';
import type { CameraPicture } from './camera.ts';
import type { Hardware } from './hardware.ts';
import type { TapWatch } from './video-tap.ts';

/** The messages between the thread of the cameras and the one that looks at the pictures, over one port for each camera. */

/** Opens a line: the thread connects to the camera and speaks through `port`. */
export interface CameraOrder {
  readonly settings: CameraSettings;
  readonly framesPerSecond: number;
  readonly hardware: Hardware | null;
  readonly port: MessagePort;
}

/** What the thread is asked beside its lines: what all its cameras cost. It answers with `ThreadMeasures`. */
export interface MeasureOrder {
  readonly measure: readonly CameraId[];
}

export interface ThreadMeasures {
  /** The process ids of each camera's ffmpegs, in the order that was asked. */
  readonly pids: readonly (readonly number[])[];
  /** Coded pictures that the hub was too slow for. */
  readonly lostToHub: number;
}

/** Who looks at which stream. */
export type StreamWatch = Readonly<Record<StreamName, TapWatch>>;

/**
 * After each picture, `next` says whether something moved in it, gives its memory back, and asks for one more: the newest
 * there is, or the next to come. `moment` asks for a picture of the main stream as it is now. `stop` ends the camera.
 */
export type ToCamera =
  | { readonly kind: 'next'; readonly moving: boolean; readonly memory: ArrayBuffer | null }
  | { readonly kind: 'watch'; readonly watch: StreamWatch }
  | { readonly kind: 'record'; readonly wish: RecordingWish | null }
  | { readonly kind: 'moment'; readonly id: number }
  | { readonly kind: 'stop' };

/** `over` is the last message: the camera's ffmpegs are gone. */
export type FromCamera =
  | { readonly kind: 'state'; readonly state: CameraState }
  | { readonly kind: 'picture'; readonly picture: CameraPicture }
  | { readonly kind: 'moment'; readonly id: number; readonly picture: CameraPicture | null }
  | { readonly kind: 'over' };
