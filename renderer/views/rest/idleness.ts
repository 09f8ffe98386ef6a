interface IdlenessOptions {
  readonly afterMs: number;
  /** Nobody has touched anything for that long. */
  readonly onIdle: () => void;
  /** Somebody is there; true keeps the touch or key from reaching anything else. */
  readonly onStir: () => boolean;
}

const stirs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
/** A tap ends in a click after its first touch; whoever wakes the screen has pressed nothing yet. */
const tapMs = 700;

/** Notices that nobody touches the screen any more, until `stop`. */
export class Idleness {
  readonly #options: IdlenessOptions;
  readonly #over = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #swallowsUntilMs = 0;

  constructor(options: IdlenessOptions) {
    this.#options = options;
    const { signal } = this.#over;
    for (const type of stirs)
      addEventListener(
        type,
        (event) => {
          this.#stir(event);
        },
        { capture: true, passive: false, signal },
      );
    addEventListener(
      'click',
      (event) => {
        if (performance.now() < this.#swallowsUntilMs) keepFromAll(event);
      },
      { capture: true, signal },
    );
    this.stay();
  }

  /** Somebody is there, or something goes on that they look at: the time begins anew. */
  stay(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#options.onIdle, this.#options.afterMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#over.abort();
  }

  #stir(event: Event): void {
    // A browser tells of a move when something new appears under a mouse that lies still.
    if (
      event instanceof PointerEvent &&
      event.type === 'pointermove' &&
      event.movementX === 0 &&
      event.movementY === 0
    )
      return;
    this.stay();
    if (!this.#options.onStir()) return;
    keepFromAll(event);
    this.#swallowsUntilMs = performance.now() + tapMs;
  }
}

function keepFromAll(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
