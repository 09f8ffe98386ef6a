/** Scores are the mean of this many windows: one alone may be a lottery. */
const meanOf = 2;
/** No other call is looked for for about a second: thirteen windows of 80 ms. */
const refractoryWindows = 13;
/** A score that goes on rising is not waited for any longer. */
const mostRisingWindows = 3;
/** What was judged already is judged again when it has risen by this much. */
const riseToJudgeAgain = 0.5;

/** A peak in a stream of scores. `newerWindows`: how many windows came after it. */
export interface Candidate {
  readonly score: number;
  readonly newerWindows: number;
}

/** Finds what may be a call in the scores that a phrase got, one every 80 ms: smoothed, each peak above the gate once. */
export class CallSpotter {
  readonly #gate: number;
  #newest: number[] = [];
  #restingWindows = 0;
  #rising: { score: number; windows: number; newerWindows: number } | null = null;
  /** The peak that was told while the score has not fallen below the gate since. */
  #told = -Infinity;
  /** The newest smoothed score; -∞ before there is any. */
  score = -Infinity;

  /** `gate`: lower scores are no candidates. */
  constructor(gate: number) {
    this.#gate = gate;
  }

  /** The next scores, in their order. The highest candidate in them. */
  follow(scores: Float32Array): Candidate | null {
    let best: Candidate | null = null;
    for (const [index, score] of scores.entries()) {
      const candidate = this.#take(score);
      if (candidate === null || candidate.score <= (best?.score ?? -Infinity)) continue;
      const after = scores.length - 1 - index;
      best = { score: candidate.score, newerWindows: candidate.newerWindows + after };
    }
    return best;
  }

  /** A candidate was a call: what follows within about a second belongs to it. */
  rest(): void {
    this.#restingWindows = refractoryWindows;
    this.#rising = null;
    this.#told = -Infinity;
  }

  /** Forgets the scores, as where a stream was interrupted; a call just before that is still not told again. */
  interrupt(): void {
    this.#newest = [];
    this.#rising = null;
    this.#told = -Infinity;
    this.score = -Infinity;
  }

  reset(): void {
    this.interrupt();
    this.#restingWindows = 0;
  }

  #take(score: number): Candidate | null {
    this.#newest = [...this.#newest.slice(1 - meanOf), score];
    this.score = this.#newest.reduce((sum, one) => sum + one, 0) / this.#newest.length;
    if (this.#newest.length < meanOf) return null;
    if (this.#restingWindows > 0) {
      this.#restingWindows -= 1;
      return null;
    }
    const isOpen = this.score >= this.#gate;
    const candidate = this.#follow(isOpen);
    if (!isOpen) this.#told = -Infinity;
    return candidate;
  }

  #follow(isOpen: boolean): Candidate | null {
    const rising = this.#rising;
    if (rising === null) {
      if (isOpen && this.score >= this.#told + riseToJudgeAgain)
        this.#rising = { score: this.score, windows: 1, newerWindows: 0 };
      return null;
    }
    rising.windows += 1;
    const hasFallen = this.score <= rising.score;
    if (hasFallen) rising.newerWindows += 1;
    else rising.score = this.score;
    if (!hasFallen && rising.windows < mostRisingWindows) return null;
    this.#rising = null;
    this.#told = rising.score;
    return { score: rising.score, newerWindows: rising.newerWindows };
  }
}
