import type { MotionView } from '../../contract/motion-view.ts';
import type { Planes } from './privacy-mask.ts';

type Light = MotionView['light'];

/** A colour so far from grey, and from the tint of the whole picture, is no noise of the coding; of 255 levels. */
const COLOURFUL = 8;
/** Shares of the picture that are colourful: by day at least so much is, under infrared light at most so little. */
const DAY_SHARE = 0.006;
const NIGHT_SHARE = 0.002;
/** Frames that must agree before the light is another one: the auto exposure of a camera wavers at dusk. */
const FRAMES_TO_AGREE = 5;
/** About so many places are looked at in each row, and as closely down. */
const COLUMNS = 50;

/**
 * Tells day from night by the picture itself: a camera under infrared light has no colours, at most one tint over all. A
 * share of colour in between changes nothing. Areas blackened for privacy are grey and tell nothing.
 */
export class LightSense {
  #light: Light | null = null;
  #doubts = 0;

  /** The light in a frame; the frames of one camera in their order. */
  see(frame: Planes): Light {
    const share = colourfulShare(frame);
    const seen = share >= DAY_SHARE ? 'day' : share <= NIGHT_SHARE ? 'night' : this.#light;
    this.#doubts = seen === this.#light ? 0 : this.#doubts + 1;
    if (this.#light === null || this.#doubts >= FRAMES_TO_AGREE) {
      this.#light = seen ?? 'day';
      this.#doubts = 0;
    }
    return this.#light;
  }
}

/** The share of the picture whose colour differs from grey and from the mean colour of the picture, 0..1. */
function colourfulShare({ width, height, u, v }: Planes): number {
  const columns = Math.ceil(width / 2);
  const rows = Math.ceil(height / 2);
  const step = Math.max(1, Math.round(columns / COLUMNS));
  let [sumU, sumV, count] = [0, 0, 0];
  for (let row = 0; row < rows; row += step)
    for (let at = row * columns, end = at + columns; at < end; at += step) {
      sumU += u[at] ?? 128;
      sumV += v[at] ?? 128;
      count += 1;
    }
  const [meanU, meanV] = [sumU / count, sumV / count];
  let colourful = 0;
  for (let row = 0; row < rows; row += step)
    for (let at = row * columns, end = at + columns; at < end; at += step) {
      const [blue, red] = [u[at] ?? 128, v[at] ?? 128];
      const fromGrey = Math.max(Math.abs(blue - 128), Math.abs(red - 128));
      const fromMean = Math.max(Math.abs(blue - meanU), Math.abs(red - meanV));
      if (fromGrey > COLOURFUL && fromMean > COLOURFUL) colourful += 1;
    }
  return colourful / count;
}
