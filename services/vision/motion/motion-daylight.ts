/** With less colour than this a picture is an infrared one, with more it isn't; between the two it stays what it was. */
const NIGHT_BELOW = 0.5;
const DAY_ABOVE = 2.5;
/** So many pictures in a row must agree. */
const PATIENCE = 2;

/** Notices when a camera switches between colours and infrared light, as soon as the picture shows it. */
export class Daylight {
  #isDay: boolean | null = null;
  #doubts = 0;

  /**
   * @param colourfulness of each frame in turn, see `colourfulness`.
   * @returns whether the camera has just switched.
   */
  hasSwitched(colourfulness: number): boolean {
    const isDay = colourfulness < NIGHT_BELOW ? false : colourfulness > DAY_ABOVE ? true : this.#isDay;
    this.#isDay ??= isDay;
    this.#doubts = isDay === this.#isDay ? 0 : this.#doubts + 1;
    if (this.#doubts < PATIENCE) return false;
    this.#isDay = isDay;
    this.#doubts = 0;
    return true;
  }
}
