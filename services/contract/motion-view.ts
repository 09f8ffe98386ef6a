import type { Box } from './box.ts';
import type { CameraId } from './identifiers.ts';

/** A look into the motion detector, for whoever tunes it. */
export interface MotionView {
  readonly cameraId: CameraId;
  readonly atMs: number;
  /** `new`: the background is still being learnt. `changed`: the picture has just become another one. */
  readonly scene: 'new' | 'changed' | 'known';
  /** `night`: the picture has no colour, as under infrared light. */
  readonly light: 'day' | 'night';
  /** Share of the picture that differs from the background, 0..1. */
  readonly score: number;
  /** 80×45 blocks row by row: 0 as the background, 1 differs but does not count, 2 counts as motion. */
  readonly mask: Uint8Array;
  /** What counts as motion. */
  readonly boxes: readonly Box[];
}

/** A MotionView on its way to a page: the mask's bytes in base64. */
export interface ShownMotion extends Omit<MotionView, 'mask'> {
  readonly mask: string;
}
