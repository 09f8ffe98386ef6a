import { LUMA_HEIGHT, LUMA_WIDTH } from './luma.ts';
import { Surface } from './motion-background.ts';
import { BLOCK_COLUMNS } from './motion-blocks.ts';
import { type Components } from './motion-components.ts';
import { isGhost, type MotionTrack } from './motion-tracks.ts';

/**
 * What each pixel of a frame shows (see `Surface`), which decides how it is learnt: a track's whole component counts as
 * covered, beyond it the single foreground pixels do.
 * @param mask 1 where a pixel is foreground (320×180).
 */
export function paintSurface(
  mask: Uint8Array,
  components: Components,
  tracks: readonly MotionTrack[],
): Uint8Array {
  const byLabel = new Uint8Array(components.labels.length + 1);
  for (const track of tracks) if (track.misses === 0) byLabel[track.component.label] = surfaceOf(track);
  const surface = new Uint8Array(mask.length);
  for (let y = 0, i = 0; y < LUMA_HEIGHT; y++) {
    const row = (y >> 2) * BLOCK_COLUMNS;
    for (let x = 0; x < LUMA_WIDTH; x++, i++) {
      const covered = byLabel[components.labels[row + (x >> 2)] ?? 0] ?? 0;
      surface[i] = covered === Surface.background ? (mask[i] ?? 0) : covered;
    }
  }
  return surface;
}

function surfaceOf(track: MotionTrack): number {
  if (isGhost(track)) return Surface.ghost;
  return track.confirmed ? Surface.confirmed : Surface.unconfirmed;
}
