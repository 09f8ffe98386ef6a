import { Surface } from './motion-background.ts';
import { BLOCK, BLOCK_COLUMNS } from './motion-blocks.ts';
import type { Component } from './motion-components.ts';
import { isGhost, type MotionTrack } from './motion-tracks.ts';

/**
 * What each block of a frame shows (see `Surface`), which decides how it is learnt: a track's whole component counts as
 * covered. Elsewhere it is 0, and the mask's single pixels decide.
 * @param labels per block the label of its component.
 * @returns 80×45.
 */
export function surfaceOf(labels: Uint16Array, tracks: readonly MotionTrack[]): Uint8Array {
  const surface = new Uint8Array(labels.length);
  for (const track of tracks)
    if (track.misses === 0) cover(surface, { labels, component: track.component, value: valueOf(track) });
  return surface;
}

/** Gives a value to all blocks of a component. */
function cover(
  surface: Uint8Array,
  painted: { readonly labels: Uint16Array; readonly component: Component; readonly value: number },
): void {
  const { labels, component, value } = painted;
  const { left, top, right, bottom } = component.edges;
  for (let y = top / BLOCK; y < bottom / BLOCK; y++)
    for (let x = left / BLOCK; x < right / BLOCK; x++) {
      const block = y * BLOCK_COLUMNS + x;
      if (labels[block] === component.label) surface[block] = value;
    }
}

function valueOf(track: MotionTrack): number {
  if (isGhost(track)) return Surface.ghost;
  return track.confirmed ? Surface.confirmed : Surface.unconfirmed;
}
