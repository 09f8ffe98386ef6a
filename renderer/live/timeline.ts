const usualUs = 40_000;
const longestUs = 1_000_000;

/**
 * Times for a player that must never come to a gap: each picture follows the one before, and lasts as long as that one did
 * by the camera's clock. A clock that stands still, jumps or starts anew does not disturb it.
 */
export class Timeline {
  #timeUs = 0;
  #durationUs = usualUs;
  #beforeUs: number | null = null;

  next(timestampUs: number): { readonly timeUs: number; readonly durationUs: number } {
    const passedUs = this.#beforeUs === null ? 0 : timestampUs - this.#beforeUs;
    if (passedUs > 0 && passedUs <= longestUs) this.#durationUs = Math.round(passedUs);
    this.#beforeUs = timestampUs;
    const timeUs = this.#timeUs;
    this.#timeUs += this.#durationUs;
    return { timeUs, durationUs: this.#durationUs };
  }
}
