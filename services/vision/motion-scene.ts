import { LUMA_WIDTH } from './luma.ts';
import { Background, KNOWN_AGE, type Shift, windowOf } from './motion-background.ts';
import { foregroundOf, hideUnknown, type Threshold } from './motion-foreground.ts';
import { lightChange, lightCurve } from './motion-light.ts';
import { findShift } from './motion-shift.ts';
import { type Extent, extentOf, fits, isUpheaval, mayBeLight } from './motion-upheaval.ts';

/** A frame, laid on its background. */
interface Laid {
  readonly background: Background;
  readonly shift: Shift;
  /** The background's mean under the frame. */
  readonly mean: Uint8ClampedArray;
  /** 1 where the frame differs from a background that is known. */
  readonly mask: Uint8Array;
  readonly extent: Extent;
  /** By how many grey levels the whole picture has just become brighter. */
  readonly light: number;
}

export interface View extends Laid {
  /** `new`: the scene was seen too few times to tell motion. `changed`: it has just become another one. */
  readonly scene: 'new' | 'changed' | 'known';
}

/** The number of last frames that the present one is compared with, to tell a sudden change. */
const MOMENT = 8;
/** A change of light, in grey levels from one frame to the next, that can't be even everywhere. */
const SUDDEN_LIGHT = 6;
/** Frames after which a background is worth coming back to. */
const WORTH_KEEPING = 16;

interface Memory {
  readonly background: Background;
  frames: number;
}

/**
 * Knows the scene that a camera shows. When the whole picture changes at once, it starts to learn the new scene, and
 * keeps the old one to come back to: lightning is over in a moment, and a lamp is switched off again.
 */
export class Scene {
  readonly #threshold: Threshold;
  #current: Memory | null = null;
  #former: Memory | null = null;
  #extents: readonly Extent[] = [];

  constructor(threshold: Threshold) {
    this.#threshold = threshold;
  }

  /** @param frame 320×180, smoothed. */
  look(frame: Uint8Array): View {
    const memory = (this.#current ??= { background: new Background(frame), frames: 0 });
    memory.frames++;
    const view = this.#lay(frame, memory.background);
    if (memory.frames > 1 && (mayBeLight(view.extent) || Math.abs(view.light) >= SUDDEN_LIGHT)) {
      const other = this.#recall(frame) ?? this.#relight(frame, view);
      if (other !== null) return other;
      if (isUpheaval(view.extent, this.#extents)) return this.#begin(frame);
    }
    this.#extents = [...this.#extents.slice(1 - MOMENT), view.extent];
    hideUnknown(view.mask, view.background, view.shift);
    return { ...view, scene: memory.frames > KNOWN_AGE ? 'known' : 'new' };
  }

  /** The view by the former background, when that explains the picture. */
  #recall(frame: Uint8Array): View | null {
    const former = this.#former;
    if (former === null) return null;
    const view = this.#lay(frame, former.background);
    if (!fits(view.extent)) return null;
    this.#former = this.#current;
    this.#current = former;
    this.#extents = [view.extent];
    hideUnknown(view.mask, former.background, view.shift);
    return { ...view, scene: 'known' };
  }

  /** The view by the background in another light, when that explains the picture; what little it doesn't is learnt at once. */
  #relight(frame: Uint8Array, view: Laid): View | null {
    if (this.#extents.length < MOMENT) return null;
    const background = view.background.relit(lightCurve(frame, view.mean, LUMA_WIDTH));
    const relit = this.#lay(frame, background);
    if (!explains(relit.extent, view)) return null;
    background.adopt(frame, relit.mask, relit.shift);
    relit.mask.fill(0);
    return this.#change({ background, frames: KNOWN_AGE }, relit);
  }

  /** The first view of a scene that is yet to be learnt. */
  #begin(frame: Uint8Array): View {
    const memory = { background: new Background(frame), frames: 0 };
    return this.#change(memory, this.#lay(frame, memory.background));
  }

  /** Turns to another background, and keeps the present one if it was seen for long enough. */
  #change(memory: Memory, view: Laid): View {
    if (this.#current !== null && this.#current.frames >= WORTH_KEEPING) this.#former = this.#current;
    this.#current = memory;
    this.#extents = [view.extent];
    return { ...view, scene: 'changed' };
  }

  #lay(frame: Uint8Array, background: Background): Laid {
    const threshold = this.#threshold;
    let mean = windowOf(background.levels, STILL);
    const light = lightChange(frame, mean, LUMA_WIDTH);
    if (light !== 0) background.brighten(light);
    const shift = findShift(frame, background.levels);
    const mask = foregroundOf(frame, { background, shift, threshold });
    if (light !== 0 || shift.x !== 0 || shift.y !== 0) mean = windowOf(background.levels, shift);
    return { background, shift, mean, mask, extent: extentOf(mask), light };
  }
}

/**
 * Whether another light explains a view: little is left of what differed. After a sudden change of the whole picture's
 * brightness it is enough when no more is left; otherwise most must go, or a large object would be taken for light.
 */
function explains(left: Extent, view: Laid): boolean {
  const most = Math.abs(view.light) >= SUDDEN_LIGHT ? view.extent.share : view.extent.share / 3;
  return left.cells <= 2 && left.share <= most;
}

const STILL: Shift = { x: 0, y: 0 };
