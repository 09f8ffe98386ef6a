import type { VoiceSettings } from '../../contract/settings.ts';
import { isWithin } from '../../contract/time-of-day.ts';

/** What decides how loud Lares is. */
export type LoudnessSettings = Pick<VoiceSettings, 'replyVolume' | 'quietHours'>;

/**
 * How loud Lares may be at a time of day as the household's clock shows it ("22:30"), in percent. In quiet hours it is the
 * lower of both volumes.
 */
export function loudnessAt({ replyVolume, quietHours }: LoudnessSettings, clock: string): number {
  return quietHours.enabled && isWithin(quietHours, clock)
    ? Math.min(replyVolume, quietHours.volume)
    : replyVolume;
}
