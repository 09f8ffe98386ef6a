import type { Flow, PictureSize } from './flow.ts';

const stillAfterMs = 4000;

/** Tells whether pictures flow, and only what is new, so that a flowing picture does not render the page at every frame. */
export class FlowWatch {
  readonly #onFlow: (flow: Flow) => void;
  #size: PictureSize | null = null;
  #told: Flow = { kind: 'waiting' };
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(onFlow: (flow: Flow) => void) {
    this.#onFlow = onFlow;
  }

  /** A picture was drawn. */
  drawn({ width, height }: PictureSize): void {
    if (this.#size?.width !== width || this.#size.height !== height) this.#size = { width, height };
    this.#tell({ kind: 'flowing', size: this.#size });
    this.expect();
  }

  /** Unless a picture comes soon, the last one is old. */
  expect(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.paused();
    }, stillAfterMs);
  }

  /** None will come for now. */
  paused(): void {
    clearTimeout(this.#timer);
    if (this.#size !== null) this.#tell({ kind: 'still' });
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #tell(flow: Flow): void {
    const same =
      flow.kind === 'flowing'
        ? this.#told.kind === 'flowing' && this.#told.size === flow.size
        : this.#told.kind === flow.kind;
    if (same) return;
    this.#told = flow;
    this.#onFlow(flow);
  }
}
