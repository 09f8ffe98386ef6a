import type { RecordedPicture } from '../../contract/video.ts';

const USUAL_US = 40_000;
const SHORTEST_US = 1000;
/** Nothing that a camera leaves out on purpose is longer. */
const LONGEST_US = 10_000_000;

/**
 * How long each picture of a recording is shown: until the next one, by the camera's clock, or, where that stands still,
 * jumps or starts anew, by when they arrived.
 */
export class PictureTimes {
  #usualUs = USUAL_US;

  /** Of the first of two pictures; without a second one, as long as the one before. */
  between(first: RecordedPicture, second: RecordedPicture | null): number {
    if (second === null) return this.#usualUs;
    const passedUs = second.timestampUs - first.timestampUs;
    const arrivedUs = (second.arrivedMs - first.arrivedMs) * 1000;
    if (passedUs > 0 && passedUs <= LONGEST_US) this.#usualUs = Math.round(Math.max(passedUs, SHORTEST_US));
    else return Math.round(Math.min(Math.max(arrivedUs, SHORTEST_US), LONGEST_US));
    return this.#usualUs;
  }
}
