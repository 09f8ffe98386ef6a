/** Scores are the mean of this many windows: one alone may be a lottery. */
const meanOf = 2;
/** No other call is reported for about a second: thirteen windows of 80 ms. */
const refractoryWindows = 13;

/** What a score has to reach. `likely` ≤ `sure`. */
export interface CallThresholds {
  readonly sure: number;
  readonly likely: number;
}

/** A call in a stream of scores. `newerWindows`: how many windows came after the one that decided. */
export interface Call {
  readonly sure: boolean;
  readonly score: number;
  readonly newerWindows: number;
}

/** Finds calls in the scores that a phrase got, one every 80 ms: smoothed, each reported once. */
export class CallSpotter {
  readonly #thresholds: CallThresholds;
  readonly #reports: 'every score' | 'calls';
  #newest: number[] = [];
  #deafWindows = 0;
  /** A likely call is told once; it is over when the score falls again. */
  #toldLikely = false;
  /** The newest smoothed score; -∞ before there is any. */
  score = -Infinity;

  constructor(thresholds: CallThresholds, reports: 'every score' | 'calls' = 'calls') {
    this.#thresholds = thresholds;
    this.#reports = reports;
  }

  /** The next scores, in their order. The best call in them: a sure one before a likely one. */
  follow(scores: Float32Array): Call | null {
    let call: Call | null = null;
    for (const [index, score] of scores.entries()) {
      const sure = this.#take(score);
      if (sure === null || (call !== null && isBetter(call, { sure, score: this.score }))) continue;
      call = { sure, score: this.score, newerWindows: scores.length - 1 - index };
    }
    return call;
  }

  /** Forgets the scores, as where a stream was interrupted; a call just before that is still not told again. */
  interrupt(): void {
    this.#newest = [];
    this.#toldLikely = false;
    this.score = -Infinity;
  }

  reset(): void {
    this.interrupt();
    this.#deafWindows = 0;
  }

  /** Whether a call is sure, null when there is none to tell. */
  #take(score: number): boolean | null {
    this.#newest = [...this.#newest.slice(1 - meanOf), score];
    this.score = this.#newest.reduce((sum, one) => sum + one, 0) / this.#newest.length;
    if (this.#newest.length < meanOf) return null;
    if (this.#reports === 'every score') return true;
    if (this.#deafWindows > 0) {
      this.#deafWindows -= 1;
      return null;
    }
    if (this.score >= this.#thresholds.sure) {
      this.#deafWindows = refractoryWindows;
      this.#toldLikely = false;
      return true;
    }
    const isLikely = this.score >= this.#thresholds.likely;
    const isNew = isLikely && !this.#toldLikely;
    this.#toldLikely = isLikely;
    return isNew ? false : null;
  }
}

function isBetter(one: Pick<Call, 'sure' | 'score'>, other: Pick<Call, 'sure' | 'score'>): boolean {
  return one.sure === other.sure ? one.score >= other.score : one.sure;
}
