import type { CameraSettings } from '../../contract/camera.ts';
import { isWithin } from '../../contract/time-of-day.ts';

/** What it is now, for all cameras alike. */
export interface RecordingNow {
  /** As the household's clock shows it: "22:30". */
  readonly clock: string;
  /** Whether somebody is at home. */
  readonly isHome: boolean;
  readonly isDiskWell: boolean;
}

/** Whether a camera may be recorded now, and if not, why. */
export type MayRecord =
  | { readonly kind: 'yes' }
  | { readonly kind: 'no'; readonly why: 'off' | 'private' | 'home' | 'time' | 'disk' };

/**
 * The one place that decides it. Recorded is the camera's own video, in which nothing can be blackened without coding it
 * anew: a camera that sees what is private is not recorded.
 */
export function mayRecord({ enabled, recording, zones }: CameraSettings, now: RecordingNow): MayRecord {
  const { mode, privacy } = recording;
  if (!enabled || mode === 'off') return { kind: 'no', why: 'off' };
  if (zones.some(({ kind }) => kind === 'privacy')) return { kind: 'no', why: 'private' };
  if (privacy?.whileHome === true && now.isHome) return { kind: 'no', why: 'home' };
  if (privacy?.times.some((span) => isWithin(span, now.clock)) === true) return { kind: 'no', why: 'time' };
  return now.isDiskWell ? { kind: 'yes' } : { kind: 'no', why: 'disk' };
}

/** What the owner is told of a camera that may not be recorded; null where it may, or where its owner switched it off. */
export function whyNotRecorded(may: MayRecord): string | null {
  if (may.kind === 'yes' || may.why === 'off') return null;
  return sentences[may.why];
}

const sentences = {
  private: 'Not recorded, since it sees a privacy zone.',
  home: 'Not recorded while somebody is home: the house is not armed.',
  time: 'Not recorded at this time of day, as you set it.',
  disk: 'Not recorded until the disk is well again.',
} as const;
