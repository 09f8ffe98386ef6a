import type { Box } from '../../contract/box.ts';
import { centreOf } from '../box-geometry.ts';

/** How a number moves and how well it is measured; standard deviations in units of the size of what moves. */
interface Manner {
  /** Of one measurement. */
  readonly noise: number;
  /** How much the speed changes by itself within a second. */
  readonly whim: number;
  /** Before anything is known of the speed, a second. */
  readonly firstSpeed: number;
  /** A speed that nothing confirms fades to a third in this time. */
  readonly fadesInSeconds: number;
}

const WALKS: Manner = { noise: 0.06, whim: 1, firstSpeed: 2, fadesInSeconds: 4 };
/** Height and shape change slowly: somebody comes nearer, or turns. */
const GROWS: Manner = { noise: 0.08, whim: 0.15, firstSpeed: 0.2, fadesInSeconds: 1 };

/** One number and its speed (a second), with the variances of both and their covariance. */
class Axis {
  readonly #manner: Manner;
  #value: number;
  #speed = 0;
  #valueVariance: number;
  #covariance = 0;
  #speedVariance: number;

  constructor(manner: Manner, value: number, size: number) {
    this.#manner = manner;
    this.#value = value;
    this.#valueVariance = (manner.noise * size) ** 2;
    this.#speedVariance = (manner.firstSpeed * size) ** 2;
  }

  get speed(): number {
    return this.#speed;
  }

  after(seconds: number): number {
    return this.#value + this.#speed * this.#reach(seconds);
  }

  /** Goes on by `seconds`, then takes in what was measured. `noise`: so many times the usual standard deviation. */
  measure(
    measured: number,
    now: { readonly seconds: number; readonly size: number; readonly noise: number },
  ) {
    this.#predict(now.seconds, now.size);
    const variance = this.#valueVariance + (this.#manner.noise * now.noise * now.size) ** 2;
    const surprise = measured - this.#value;
    const [gain, speedGain] = [this.#valueVariance / variance, this.#covariance / variance];
    this.#value += gain * surprise;
    this.#speed += speedGain * surprise;
    this.#speedVariance -= speedGain * this.#covariance;
    this.#valueVariance *= 1 - gain;
    this.#covariance *= 1 - gain;
  }

  #predict(seconds: number, size: number): void {
    const reach = this.#reach(seconds);
    const fade = Math.exp(-seconds / this.#manner.fadesInSeconds);
    const whim = (this.#manner.whim * size) ** 2;
    this.#value += this.#speed * reach;
    this.#speed *= fade;
    this.#valueVariance +=
      2 * reach * this.#covariance + reach ** 2 * this.#speedVariance + (whim * seconds ** 3) / 3;
    this.#covariance = fade * (this.#covariance + reach * this.#speedVariance) + (whim * seconds ** 2) / 2;
    this.#speedVariance = fade ** 2 * this.#speedVariance + whim * seconds;
  }

  /** How far a speed of one goes while it fades. */
  #reach(seconds: number): number {
    const { fadesInSeconds } = this.#manner;
    return fadesInSeconds * (1 - Math.exp(-seconds / fadesInSeconds));
  }
}

/**
 * A Kalman filter over a box as in SORT and ByteTrack: centre, aspect (width by height), height, and the speed of each. Noise
 * is proportional to the size of the box (DeepSORT, Wojke et al. 2017) and grows with the time that passed, since frames come
 * when they come; speeds fade (Singer 1970), since who is not seen may have stopped. All four are measured, and no noise of
 * one tells of another's, so that the filter of eight dimensions falls apart into four of two, without a matrix.
 */
export class BoxFilter {
  readonly #x: Axis;
  readonly #y: Axis;
  readonly #aspect: Axis;
  readonly #height: Axis;

  constructor(box: Box) {
    const { x, y } = centreOf(box);
    this.#x = new Axis(WALKS, x, box.width);
    this.#y = new Axis(WALKS, y, box.height);
    this.#aspect = new Axis(GROWS, aspectOf(box), aspectOf(box));
    this.#height = new Axis(GROWS, box.height, box.height);
  }

  /** Of the centre, in frames a second. */
  get speed(): { readonly x: number; readonly y: number } {
    return { x: this.#x.speed, y: this.#y.speed };
  }

  /** Where the box is `seconds` after it was measured last, in fractions of the frame; may reach out of it. */
  after(seconds: number): Box {
    const height = Math.max(LEAST, this.#height.after(seconds));
    const width = Math.max(LEAST, this.#aspect.after(seconds) * height);
    return { x: this.#x.after(seconds) - width / 2, y: this.#y.after(seconds) - height / 2, width, height };
  }

  /**
   * Takes in a box that was measured `seconds` after the last one.
   * @param doubt how many times the usual its size may be wrong, 1 or more: a height that was guessed says little.
   */
  measure(box: Box, seconds: number, doubt = 1): void {
    const { width, height } = this.after(seconds);
    const { x, y } = centreOf(box);
    this.#x.measure(x, { seconds, size: width, noise: 1 });
    this.#y.measure(y, { seconds, size: height, noise: 1 });
    this.#aspect.measure(aspectOf(box), { seconds, size: width / height, noise: doubt });
    this.#height.measure(box.height, { seconds, size: height, noise: doubt });
  }
}

/** Smaller is nothing. */
const LEAST = 0.001;

function aspectOf({ width, height }: Box): number {
  return Math.max(LEAST, width) / Math.max(LEAST, height);
}
