import type { Box } from '../contract/box.ts';
import type { LiveTrack } from '../contract/event.ts';
import { coloursOf } from './tracks/box-colours.ts';
import type { CameraZones } from './zones/camera-zones.ts';
import { colourfulness } from './motion/colour.ts';
import type { FaceSearch } from './faces/face-search.ts';
import type { Frame } from './frames.ts';
import type { Identify } from './faces/identity-votes.ts';
import { Lessons } from './motion/lessons.ts';
import { lumaOf } from './motion/luma.ts';
import type { Motion, MotionDetector } from './motion/motion.ts';
import type { ObjectSearch } from './object-search.ts';
import { regionsOf } from './regions.ts';
import type { Tracker, VisitNews } from './tracks/tracks.ts';

/** What one frame taught. */
export interface Seen {
  readonly frame: Frame;
  readonly detected: Motion;
  /** What moved and counts, whether or not it is an object. */
  readonly motion: readonly Box[];
  /** Visits that began, changed or ended with this frame. */
  readonly visits: readonly VisitNews[];
  readonly tracks: readonly LiveTrack[];
}

export interface Sight {
  readonly frames: AsyncIterable<Frame>;
  readonly zones: CameraZones;
  readonly motion: MotionDetector;
  readonly objects: ObjectSearch;
  readonly faces: FaceSearch;
  readonly tracks: Tracker;
  readonly identify: Identify;
  readonly tell: (seen: Seen) => Promise<void>;
  /** Whether the scene is at rest in a frame; while it is, the camera may give glances only. */
  readonly rests: (rests: boolean) => void;
}

/** Camera → frames → motion → objects → faces → tracks → news: all that Lares does with a picture, until the frames end. */
export async function watch(sight: Sight): Promise<void> {
  const { frames, zones, motion, objects, faces, tracks, identify, tell, rests } = sight;
  const lessons = new Lessons();
  for await (const frame of frames) {
    const { atMs } = frame;
    // The camera's line has done so with the zones of that moment; the owner may have drawn others since.
    zones.blacken(frame);
    const calm = zones.calm(frame);
    if (calm !== null) motion.setCalm(calm);
    const seen = motion.find(lumaOf(frame.y, frame.width, frame.height), colourfulness(frame));
    const heeded = zones.heeded(seen.boxes);
    if (frame.glance) {
      // What a glance finds comes again, from its beginning on.
      rests(heeded.length === 0);
      await tell({ frame, detected: seen, motion: [], visits: [], tracks: [] });
      continue;
    }
    const moving = zones.moving(heeded, atMs);
    const followed = tracks.followed(atMs);
    const regions = regionsOf(tracks.unexplained(moving, atMs), followed, tracks.due(atMs));
    const objectsThere = await objects.find(frame, regions);
    if (objects.sees) motion.teach(lessons.of({ atMs, moving, regions, objects: objectsThere }));
    const found = zones.sightings(objectsThere, { followed, atMs });
    const faced = await faces.find(frame, found, (person) => tracks.wantsFace(person, atMs));
    const sightings = faced.map((one) => ({ ...one, colours: coloursOf(frame, one.box) }));
    const visits = tracks.follow({ atMs, regions, moving, sightings, identify, places: zones.places });
    rests(heeded.length === 0 && !tracks.hasVisits);
    await tell({ frame, detected: seen, motion: moving, visits, tracks: tracks.live(atMs) });
  }
}
