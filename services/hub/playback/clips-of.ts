import type { Clip, Clips } from '../../contract/clip.ts';
import type { Event } from '../../contract/event.ts';

/**
 * The clips that show a visit, oldest first: those that were made for it, or else those of its camera at that time, since
 * visits that overlap share a clip, and a camera that is recorded all the time has no others.
 */
export function clipsOf(clips: Pick<Clips, 'ofEvent' | 'list'>, event: Event): readonly Clip[] {
  const own = clips.ofEvent(event.id);
  if (own.length > 0) return own;
  const { cameraId, beganAtMs: fromMs, endedAtMs } = event;
  return clips.list({ cameraId, fromMs, untilMs: endedAtMs ?? Date.now() });
}
