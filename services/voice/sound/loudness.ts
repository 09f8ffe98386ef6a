import type { QuietHours, VoiceSettings } from '../../contract/settings.ts';

/** What decides how loud Lares is. */
export type LoudnessSettings = Pick<VoiceSettings, 'replyVolume' | 'quietHours'>;

/**
 * How loud Lares may be at a time of day as the household's clock shows it ("22:30"), in percent. In quiet hours it is the
 * lower of both volumes. Clock times alone are compared: the night that summer time begins or ends in is shorter or longer,
 * and quiet from the one time on the clock to the other all the same.
 */
export function loudnessAt({ replyVolume, quietHours }: LoudnessSettings, clock: string): number {
  return isQuiet(quietHours, clock) ? Math.min(replyVolume, quietHours.volume) : replyVolume;
}

/** `from` is quiet, `to` is not any more. The same time twice is the whole day. */
function isQuiet({ enabled, from, to }: QuietHours, clock: string): boolean {
  if (!enabled) return false;
  return from < to ? from <= clock && clock < to : clock >= from || clock < to;
}

/** What the clock of this machine shows: "07:05". */
export function clockOf(now: Date): string {
  return [now.getHours(), now.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}
