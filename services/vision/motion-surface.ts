import { LUMA_WIDTH } from './luma.ts';
import { Surface } from './motion-background.ts';
import { BLOCK, BLOCK_COLUMNS } from './motion-blocks.ts';
import type { Component } from './motion-components.ts';
import { isGhost, type MotionTrack } from './motion-tracks.ts';

/**
 * What each pixel of a frame shows (see `Surface`), which decides how it is learnt: a track's whole component counts as
 * covered, beyond it the single foreground pixels do.
 * @param mask 1 where a pixel is foreground (320×180).
 * @param labels per block the label of its component.
 */
export function paintSurface(
  mask: Uint8Array,
  labels: Uint16Array,
  tracks: readonly MotionTrack[],
): Uint8Array {
  const surface = mask.slice();
  for (const track of tracks)
    if (track.misses === 0) cover(surface, { labels, component: track.component, value: surfaceOf(track) });
  return surface;
}

/** Gives a value to all pixels of a component's blocks. */
function cover(
  surface: Uint8Array,
  painted: { readonly labels: Uint16Array; readonly component: Component; readonly value: number },
): void {
  const { labels, component, value } = painted;
  const { left, top, right, bottom } = component.edges;
  for (let y = top; y < bottom; y += BLOCK)
    for (let x = left; x < right; x += BLOCK) {
      if (labels[(y / BLOCK) * BLOCK_COLUMNS + x / BLOCK] !== component.label) continue;
      for (let at = y * LUMA_WIDTH + x; at < (y + BLOCK) * LUMA_WIDTH; at += LUMA_WIDTH)
        surface.fill(value, at, at + BLOCK);
    }
}

function surfaceOf(track: MotionTrack): number {
  if (isGhost(track)) return Surface.ghost;
  return track.confirmed ? Surface.confirmed : Surface.unconfirmed;
}
