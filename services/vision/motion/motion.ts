import type { Box } from '../../contract/box.ts';
import type { Lesson } from './lessons.ts';
import { LUMA_HEIGHT, LUMA_WIDTH } from './luma.ts';
import type { Shift } from './motion-background.ts';
import { BLOCK_COLUMNS, BLOCK_ROWS } from './motion-blocks.ts';
import { clutterOver, learnClutter, standsOut, UNKNOWN_CLUTTER } from './motion-clutter.ts';
import { type Edges, componentsOf } from './motion-components.ts';
import { Daylight } from './motion-daylight.ts';
import { Foliage } from './motion-foliage.ts';
import type { Threshold } from './motion-foreground.ts';
import { rimContrast } from './motion-ghosts.ts';
import { motionMask } from './motion-mask.ts';
import { Scene, type View } from './motion-scene.ts';
import { surfaceOf } from './motion-surface.ts';
import {
  followComponents,
  isDue,
  isGhost,
  isSpeck,
  measured,
  type Measure,
  type MotionTrack,
} from './motion-tracks.ts';
import { isVeil } from './motion-veil.ts';

/** What moved in one frame. */
export interface Motion {
  /** Around each thing that moved, in fractions of the frame. Empty when nothing did, and while the scene isn't known. */
  readonly boxes: readonly Box[];
  /** `new`: the first frames of a scene, from which no motion can be told. `changed`: the picture has just become another one. */
  readonly scene: 'new' | 'changed' | 'known';
  /** Share of the picture that differs from the background, 0..1, whatever the reason. */
  readonly changed: number;
  /** How far the camera has shaken, in pixels of the 320×180 picture: |x| ≤ 24, |y| ≤ 16. */
  readonly shift: Shift;
}

/**
 * Finds what moves before a fixed camera. Each frame is smoothed, laid on the background (light and shake corrected),
 * compared with it, and what differs is gathered in blocks, joined to components and followed as tracks. The background
 * then learns the frame, slowly where something lies over it. One setting serves 5 to 25 frames a second, indoors and out.
 *
 * `sensitivity` is 0 (calmer) … 1 (keener); 0.5 takes a difference of 14 grey levels or three deviations.
 *
 * Frames must come from one camera in their order, but need no steady pace. A detector lives as long as its camera.
 */
export class MotionDetector {
  readonly #threshold: Threshold;
  readonly #leastBlocks: number;
  readonly #daylight = new Daylight();
  #scene: Scene;
  #calm: Uint8Array | null = null;
  /** Frames for which nothing is told yet, as the camera settles after it switched to or from infrared. */
  #settling = 0;
  readonly #foliage = new Foliage();
  #clutter = UNKNOWN_CLUTTER;
  #tracks: readonly MotionTrack[] = [];
  #shift: Shift = { x: 0, y: 0 };
  #last: { readonly labels: Uint16Array; readonly counted: readonly number[] } | null = null;

  constructor(options: { readonly sensitivity: number }) {
    const calm = 2 ** (1 - 2 * Math.min(Math.max(options.sensitivity, 0), 1));
    this.#threshold = thresholdFor(calm);
    this.#scene = new Scene(this.#threshold);
    this.#leastBlocks = Math.round(3 * calm);
  }

  /**
   * Sets how calmly each block is watched from the next frame on; what was learnt of the scene stays.
   * @param factors of the threshold per block (80×45) in 1/16: 16 as set, 32 twice as calm, 255 never motion.
   */
  setCalm(factors: Uint8Array): void {
    this.#calm = factors;
    this.#scene.setCalm(factors);
  }

  /**
   * Tells what was found where something moved: an object, or, when it was looked for and there is none, nothing. Where
   * things move again and again and never hold an object, only what travels is told from then on.
   * @param lessons of the last frame's boxes, as `find` gave them.
   */
  teach(lessons: readonly Lesson[]): void {
    for (const { box, holdsObject } of lessons) this.#foliage.teach(edgesOf(box, this.#shift), holdsObject);
  }

  /** What the last frame showed, 80×45, see `MotionView.mask`; for whoever tunes the camera. */
  mask(): Uint8Array {
    const { labels, counted } = this.#last ?? NOTHING;
    return motionMask(labels, counted);
  }

  /**
   * @param luma 320×180 brightness (see `lumaOf`); it is not kept.
   * @param colourfulness of the same frame (see `colourfulness`): a camera that switches to infrared light shows another
   *   scene. Without it that is told from brightness alone.
   * @throws {RangeError} when `luma` has another size.
   */
  find(luma: Uint8Array, colourfulness?: number): Motion {
    if (luma.length !== LUMA_WIDTH * LUMA_HEIGHT)
      throw new RangeError(`a luma picture has ${luma.length} bytes`);
    if (colourfulness !== undefined && this.#daylight.hasSwitched(colourfulness)) this.#beginAnew();
    const view = this.#scene.look(luma);
    const components = componentsOf(this.#scene.blocksOf(view.mask), this.#leastBlocks);
    const before = view.scene === 'changed' ? [] : this.#tracks;
    this.#tracks = followComponents(before, components.list, {
      shift: view.shift,
      under: (cells) => Math.max(this.#foliage.under(cells), clutterOver(this.#clutter, cells.length)),
    }).map((track) => (isDue(track) ? measured(track, measureOf(view, track, components.labels)) : track));
    view.background.learn(view, surfaceOf(components.labels, this.#tracks));
    this.#foliage.learn(before, this.#tracks, view);
    this.#clutter = learnClutter(
      this.#clutter,
      this.#tracks.filter((track) => !this.#foliage.isNear(track)),
    );
    const scene = this.#settling > 0 ? 'changed' : view.scene;
    this.#settling = Math.max(this.#settling - 1, 0);
    const shown = scene === 'known' ? this.#tracks.filter((track) => this.#counts(track)) : [];
    const counted = shown.map((track) => track.component);
    this.#last = { labels: components.labels, counted: counted.map(({ label }) => label) };
    this.#shift = view.shift;
    return {
      boxes: counted.map(({ edges }) => boxOf(edges)),
      scene,
      changed: view.extent.share,
      shift: view.shift,
    };
  }

  /** Whether a track is seen in this frame and is something, as far as can be told. */
  #counts(track: MotionTrack): boolean {
    if (track.misses > 0 || isGhost(track) || isSpeck(track)) return false;
    return standsOut(track, this.#clutter) && !this.#foliage.hides(track);
  }

  /** Another light shows another scene; where its leaves are is still known. */
  #beginAnew(): void {
    this.#scene = new Scene(this.#threshold);
    if (this.#calm !== null) this.#scene.setCalm(this.#calm);
    this.#tracks = [];
    this.#settling = SETTLING;
  }
}

const SETTLING = 12;

const NOTHING = { labels: new Uint16Array(BLOCK_COLUMNS * BLOCK_ROWS), counted: [] };

/** The threshold at 1 is that of the middle sensitivity; twice as calm asks for twice as much. */
function thresholdFor(calm: number): Threshold {
  return { least: Math.round(14 * calm), deviations: 3 * calm, most: Math.round(60 * calm) };
}

function boxOf(edges: Edges): Box {
  return {
    x: edges.left / LUMA_WIDTH,
    y: edges.top / LUMA_HEIGHT,
    width: (edges.right - edges.left) / LUMA_WIDTH,
    height: (edges.bottom - edges.top) / LUMA_HEIGHT,
  };
}

function edgesOf({ x, y, width, height }: Box, shift: Shift): Edges {
  return {
    left: x * LUMA_WIDTH + shift.x,
    top: y * LUMA_HEIGHT + shift.y,
    right: (x + width) * LUMA_WIDTH + shift.x,
    bottom: (y + height) * LUMA_HEIGHT + shift.y,
  };
}

function measureOf(view: View, { component }: MotionTrack, labels: Uint16Array): Measure {
  return { contrast: rimContrast(view, component, labels), isVeil: isVeil(view, component, labels) };
}
