import type { CameraSettings, CameraState } from '../contract/camera.ts';
import type { MessagePort } from 'node:worker_threads';
import type { CameraPicture } from './camera.ts';

/** The messages between the thread of the cameras and the one that looks at the pictures, over one port for each camera. */

/** Opens a line: the thread connects to the camera and speaks through `port`. */
export interface CameraOrder {
  readonly settings: CameraSettings;
  readonly framesPerSecond: number;
  readonly port: MessagePort;
}

/** After each picture, `next` asks for one more: the newest there is, or the next to come. `stop` ends the camera. */
export type ToCamera = 'next' | 'stop';

/** `over` is the last message: the camera's ffmpeg is gone. */
export type FromCamera =
  | { readonly kind: 'state'; readonly state: CameraState }
  | { readonly kind: 'picture'; readonly picture: CameraPicture }
  | { readonly kind: 'over' };
