import type { Box } from '../contract/box.ts';
import type { LiveTrack } from '../contract/event.ts';
import type { FaceSearch } from './face-search.ts';
import type { Frame } from './frames.ts';
import type { Identify } from './identity-votes.ts';
import { lumaOf } from './luma.ts';
import type { MotionDetector } from './motion.ts';
import type { ObjectSearch } from './object-search.ts';
import { regionsOf } from './regions.ts';
import type { Tracker, VisitNews } from './tracks.ts';

/** What one frame taught. */
export interface Seen {
  readonly frame: Frame;
  /** What moved, whether or not it is an object. */
  readonly motion: readonly Box[];
  /** Visits that began, changed or ended with this frame. */
  readonly visits: readonly VisitNews[];
  readonly tracks: readonly LiveTrack[];
}

export interface Sight {
  readonly frames: AsyncIterable<Frame>;
  readonly motion: MotionDetector;
  readonly objects: ObjectSearch;
  readonly faces: FaceSearch;
  readonly tracks: Tracker;
  readonly identify: Identify;
  readonly tell: (seen: Seen) => Promise<void>;
}

/** Camera → frames → motion → objects → faces → tracks → news: all that Lares does with a picture, until the frames end. */
export async function watch(sight: Sight): Promise<void> {
  const { frames, motion, objects, faces, tracks, identify, tell } = sight;
  for await (const frame of frames) {
    const { atMs } = frame;
    const moving = motion.find(lumaOf(frame.y, frame.width, frame.height)).boxes;
    const regions = regionsOf(tracks.unexplained(moving, atMs), tracks.followed(atMs), tracks.due(atMs));
    const found = await objects.find(frame, regions);
    const faced = await faces.find(frame, found, (person) => tracks.wantsFace(person, atMs));
    const visits = tracks.follow({ atMs, regions, moving, sightings: faced, identify });
    await tell({ frame, motion: moving, visits, tracks: tracks.live(atMs) });
  }
}
