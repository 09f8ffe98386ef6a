import type { Clips } from '../../contract/clip.ts';
import type { Event } from '../../contract/event.ts';
import type { Store } from '../../store/store.ts';
import { clipsOf } from '../playback/clips-of.ts';

/** As many visits of a camera are looked at to find those that share a clip. */
const MOST_SHARING = 200;

/** A visit was deleted: its clips go, but for those that show another visit too, or that are still being written. */
export async function forgetClips(store: Pick<Store, 'clips' | 'events'>, gone: Event): Promise<void> {
  for (const { id, cameraId, state, startedAtMs, durationMs } of store.clips.ofEvent(gone.id)) {
    const beforeMs = startedAtMs + durationMs;
    const others = store.events.newest({ cameraId, beforeMs, limit: MOST_SHARING });
    const shared = others.some(
      (other) =>
        other.id !== gone.id &&
        other.label !== 'camera_offline' &&
        (other.endedAtMs ?? Infinity) >= startedAtMs,
    );
    if (!shared && state !== 'recording') await store.clips.remove(id);
  }
}

/** Whoever was seen in these visits is forgotten: so is every clip that shows one of them, whoever else it shows. */
export async function forgetAllClips(clips: Clips, visits: readonly Event[]): Promise<void> {
  for (const visit of visits) for (const { id } of clipsOf(clips, visit)) await clips.remove(id);
}
