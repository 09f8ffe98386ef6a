import type { Frame } from '../frames.ts';

/** A stream this wide shows faces well enough by itself. */
const WIDE_ENOUGH = 1000;
/** A closer look costs as much as seconds of a sub stream: it is taken seldom. */
const PAUSE_MS = 1000;
/** Within this time a closer look shows the same as the frame. */
const SAME_MS = 700;

/** Closer looks at what a small stream shows: the same moment of the main stream, decoded for the purpose. */
export class CloseUp {
  readonly #moment: () => Promise<Frame | null>;
  #taken: { readonly forMs: number; readonly frame: Frame | null } = { forMs: 0, frame: null };

  constructor(moment: () => Promise<Frame | null>) {
    this.#moment = moment;
  }

  /** What was taken is no longer to be shown. */
  forget(): void {
    this.#taken = { forMs: 0, frame: null };
  }

  /** The frame, closer where it can be had; boxes in fractions hold for both. */
  async of(frame: Frame): Promise<Frame> {
    if (frame.width >= WIDE_ENOUGH) return frame;
    if (Math.abs(frame.atMs - this.#taken.forMs) >= PAUSE_MS)
      this.#taken = { forMs: frame.atMs, frame: await this.#moment() };
    const { forMs, frame: closer } = this.#taken;
    if (closer === null || Math.abs(frame.atMs - forMs) > SAME_MS || closer.width <= frame.width)
      return frame;
    return closer;
  }
}
