import { LUMA_WIDTH } from './luma-size.ts';
import { Background, KNOWN_AGE, type Shift } from './motion-background.ts';
import { BLOCK_COLUMNS, BLOCK_ROWS, blocksOf } from './motion-blocks.ts';
import { AS_IS, foregroundOf, hideUnknown, setLimits, type Threshold } from './motion-foreground.ts';
import { lightChange, lightCurve } from './motion-light.ts';
import { findShift } from './motion-shift.ts';
import { smooth } from './motion-smooth.ts';
import { type Extent, extentOf, fits, isUpheaval, mayBeLight } from './motion-upheaval.ts';
import { type Canvas, MotionWorkspace } from './motion-workspace.ts';

/** A frame, laid on its background. */
interface Laid {
  readonly background: Background;
  readonly shift: Shift;
  /** 1 where the frame differs from a background that is known. */
  readonly mask: Uint8Array;
  readonly extent: Extent;
  /** By how many grey levels the whole picture has just become brighter. */
  readonly light: number;
}

/** A view's pictures are overwritten by the next look. */
export interface View extends Laid {
  /** The frame as it was compared: 320×180, smoothed. */
  readonly frame: Uint8Array;
  /** The background's mean under the frame. */
  readonly mean: Uint8ClampedArray;
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
  readonly #workspace = new MotionWorkspace();
  #current: Memory | null = null;
  #former: Memory | null = null;
  #extents: readonly Extent[] = [];

  constructor(threshold: Threshold) {
    this.#threshold = threshold;
    this.setCalm(new Uint8Array(BLOCK_COLUMNS * BLOCK_ROWS).fill(AS_IS));
  }

  /**
   * Sets how calmly each block is watched.
   * @param factors of the threshold per block (80×45) in 1/16: 16 as it is, less is keener, 255 never foreground.
   */
  setCalm(factors: Uint8Array): void {
    setLimits(this.#workspace, this.#threshold, factors);
  }

  /** @param luma 320×180 brightness; it is not kept. */
  look(luma: Uint8Array): View {
    const frame = smooth(this.#workspace, luma);
    const memory = (this.#current ??= this.#remember(frame));
    memory.frames++;
    const view = this.#lay(memory.background);
    if (memory.frames > 1 && (mayBeLight(view.extent) || Math.abs(view.light) >= SUDDEN_LIGHT)) {
      const other = this.#recall() ?? this.#relight(frame, view);
      if (other !== null) return other;
      if (isUpheaval(view.extent, this.#extents)) return this.#begin(frame);
    }
    this.#extents = [...this.#extents.slice(1 - MOMENT), view.extent];
    hideUnknown(this.#workspace, view.background, view.shift);
    return this.#shown(view, memory.frames > KNOWN_AGE ? 'known' : 'new');
  }

  /** The moving blocks (80×45, 1 or 0; overwritten by the next call) of a mask like the view's (see `blocksOf`). */
  blocksOf(mask: Uint8Array): Uint8Array {
    return blocksOf(this.#workspace, mask);
  }

  /** The view by the former background, when that explains the picture. */
  #recall(): View | null {
    const former = this.#former;
    if (former === null) return null;
    const view = this.#lay(former.background);
    if (!fits(view.extent)) return null;
    this.#former = this.#current;
    this.#current = former;
    this.#extents = [view.extent];
    hideUnknown(this.#workspace, former.background, view.shift);
    return this.#shown(view, 'known');
  }

  /** The view by the background in another light, when that explains the picture; what little it doesn't is learnt at once. */
  #relight(frame: Uint8Array, view: Laid): View | null {
    if (this.#extents.length < MOMENT) return null;
    const curve = lightCurve(frame, view.background.under(view.shift), LUMA_WIDTH);
    const background = view.background.relit(curve, this.#spare());
    const relit = this.#lay(background);
    if (!explains(relit.extent, view)) return null;
    background.adopt(frame, relit.mask, relit.shift);
    relit.mask.fill(0);
    return this.#change({ background, frames: KNOWN_AGE }, relit);
  }

  /** The first view of a scene that is yet to be learnt. */
  #begin(frame: Uint8Array): View {
    const memory = this.#remember(frame);
    return this.#change(memory, this.#lay(memory.background));
  }

  /** Turns to another background, and keeps the present one if it was seen for long enough. */
  #change(memory: Memory, view: Laid): View {
    if (this.#current !== null && this.#current.frames >= WORTH_KEEPING) this.#former = this.#current;
    this.#current = memory;
    this.#extents = [view.extent];
    return this.#shown(view, 'changed');
  }

  #remember(frame: Uint8Array): Memory {
    return { background: Background.begin(this.#workspace, this.#spare(), frame), frames: 0 };
  }

  /** A canvas that neither the present nor the former background lies on: there are three. */
  #spare(): Canvas {
    const taken = [this.#current?.background.canvas, this.#former?.background.canvas];
    const spare = this.#workspace.canvases.find((canvas) => !taken.includes(canvas));
    if (spare === undefined) throw new RangeError('no canvas is left');
    return spare;
  }

  #lay(background: Background): Laid {
    const workspace = this.#workspace;
    const light = lightChange(workspace, background);
    if (light !== 0) background.brighten(light);
    const shift = findShift(workspace, background);
    const mask = foregroundOf(workspace, { background, shift, threshold: this.#threshold });
    return { background, shift, mask, extent: extentOf(workspace.cells), light };
  }

  #shown(laid: Laid, scene: View['scene']): View {
    return { ...laid, frame: this.#workspace.frame, mean: laid.background.under(laid.shift), scene };
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
