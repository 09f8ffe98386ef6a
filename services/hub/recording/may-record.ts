import type { CameraSettings } from '../../contract/camera.ts';

/** Whether a camera may be recorded now, and if not, why. */
export type MayRecord = { readonly kind: 'yes' } | { readonly kind: 'no'; readonly why: 'off' | 'private' };

/**
 * The one place that decides it. Recorded is the camera's own video, in which nothing can be blackened without coding it
 * anew: a camera that sees what is private is not recorded.
 */
export function mayRecord({ enabled, recording, zones }: CameraSettings): MayRecord {
  if (!enabled || recording.mode === 'off') return { kind: 'no', why: 'off' };
  if (zones.some(({ kind }) => kind === 'privacy')) return { kind: 'no', why: 'private' };
  return { kind: 'yes' };
}
