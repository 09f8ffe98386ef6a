import { LUMA_WIDTH } from './luma.ts';
import { Background, KNOWN_AGE, type Shift, windowOf } from './motion-background.ts';
import { foregroundOf, hideUnknown, type Threshold } from './motion-foreground.ts';
import { lightChange } from './motion-light.ts';
import { findShift } from './motion-shift.ts';
import { type Extent, extentOf, fits, isUpheaval } from './motion-upheaval.ts';

/** A frame, laid on its background. */
export interface View {
  readonly background: Background;
  readonly shift: Shift;
  /** The background's mean under the frame. */
  readonly mean: Uint8ClampedArray;
  /** 1 where the frame differs from a background that is known. */
  readonly mask: Uint8Array;
  readonly extent: Extent;
  /** `new`: the scene was seen too few times to tell motion. `changed`: it has just become another one. */
  readonly scene: 'new' | 'changed' | 'known';
}

/** The frame before which a view is not an upheaval any more, counted back. */
const MOMENT = 8;
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
    const memory = (this.#current ??= remember(frame));
    const view = this.#lay(frame, memory);
    if (memory.frames > 1 && isUpheaval(view.extent, this.#extents)) return this.#turn(frame);
    this.#extents = [...this.#extents.slice(1 - MOMENT), view.extent];
    hideUnknown(view.mask, memory.background, view.shift);
    return view;
  }

  /** The picture became another one: the former one, or one that is yet to be learnt. */
  #turn(frame: Uint8Array): View {
    const left = this.#current;
    const former = this.#former;
    if (former !== null) {
      const view = this.#lay(frame, former);
      if (fits(view.extent)) {
        [this.#current, this.#former] = [former, left];
        this.#extents = [view.extent];
        return { ...view, scene: 'changed' };
      }
    }
    if (left !== null && left.frames >= WORTH_KEEPING) this.#former = left;
    this.#current = remember(frame);
    const view = this.#lay(frame, this.#current);
    this.#extents = [view.extent];
    return { ...view, scene: 'changed' };
  }

  #lay(frame: Uint8Array, memory: Memory): View {
    const { background } = memory;
    const threshold = this.#threshold;
    let canvas = background.meanOfCanvas();
    const light = lightChange(frame, windowOf(canvas, { x: 0, y: 0 }), LUMA_WIDTH);
    if (light !== 0) {
      background.brighten(light);
      canvas = background.meanOfCanvas();
    }
    const shift = findShift(frame, canvas);
    const mask = foregroundOf(frame, canvas, { background, shift, threshold });
    const mean = windowOf(canvas, shift);
    memory.frames++;
    const scene = memory.frames > KNOWN_AGE ? 'known' : 'new';
    return { background, shift, mean, mask, extent: extentOf(mask), scene };
  }
}

function remember(frame: Uint8Array): Memory {
  return { background: new Background(frame), frames: 0 };
}
