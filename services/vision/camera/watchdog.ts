const TICK_MS = 200;
/** So many turns of our own clock must have passed without a picture, whatever the time says. */
const LEAST_TICKS = 3;

/**
 * Barks when nothing came for a time. The age of the last picture is the only truth about a camera: a dead server leaves
 * no error, and a mute camera never ends. When this process itself was busy, turns of the clock are lost with it; so a
 * camera is never blamed for a picture that only waits to be read.
 */
export class Watchdog {
  readonly #timer: NodeJS.Timeout;
  #limitMs: number;
  #lastMs = performance.now();
  #ticks = 0;

  constructor(limitMs: number, bark: () => void) {
    this.#limitMs = limitMs;
    this.#timer = setInterval(() => {
      this.#ticks += 1;
      if (this.#ticks < LEAST_TICKS || performance.now() - this.#lastMs < this.#limitMs) return;
      this.stop();
      bark();
    }, TICK_MS);
  }

  /** Something came; from now on, the next one may take `limitMs`. */
  feed(limitMs: number): void {
    this.#limitMs = limitMs;
    this.#lastMs = performance.now();
    this.#ticks = 0;
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
