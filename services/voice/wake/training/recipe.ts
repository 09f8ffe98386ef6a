import type { HeadRecipe } from './head-training.ts';

/** All that a training does, in numbers. */
export interface WakeRecipe {
  readonly seed: number;
  /**
   * Clips of the phrase, of what sounds nearly like it, and of anything else, by all synthesisers; calls by voices left out; and
   * what Lares itself says, in its own voice.
   */
  readonly clips: {
    readonly calls: number;
    readonly near: number;
    readonly general: number;
    readonly leftOut: number;
    readonly replies: number;
  };
  /** The share of each synthesiser; where one is missing the others take it. */
  readonly engines: { readonly 'espeak-ng': number; readonly flite: number; readonly festival: number };
  /** How often each clip is heard, each time in another place. */
  readonly hearings: { readonly calls: number; readonly near: number; readonly general: number };
  /** Windows that end so long after the end of the phrase are calls. */
  readonly callEndsMs: readonly [number, number];
  /** How much of the time in which the phrase is listened for others talk; at 1 rates of false alarms are those of talk without end. */
  readonly talkShare: number;
  readonly heads: number;
  readonly head: HeadRecipe;
  /** What a batch consists of. */
  readonly shares: {
    readonly calls: number;
    readonly near: number;
    readonly partial: number;
    readonly general: number;
    readonly real: number;
  };
  readonly fine: {
    readonly head: Pick<HeadRecipe, 'steps' | 'rate'>;
    /** How often each recording of the household is heard. */
    readonly hearings: number;
    /** The share of calls in a batch that are the household's. */
    readonly share: number;
    /** Recordings are left out in so many turns, to judge by. */
    readonly folds: number;
  };
}

/** What an owner's machine does with a phrase that was typed. */
export const standardRecipe: WakeRecipe = {
  seed: 1,
  clips: { calls: 800, near: 360, general: 650, leftOut: 80, replies: 60 },
  engines: { 'espeak-ng': 0.6, flite: 0.2, festival: 0.2 },
  hearings: { calls: 2, near: 1, general: 1 },
  callEndsMs: [0, 400],
  talkShare: 1,
  heads: 5,
  head: {
    hidden: 64,
    steps: 500,
    batch: 256,
    rate: 2e-3,
    decay: 1e-4,
    inputNoise: 0.15,
    dropout: 0.3,
    smoothing: 0.003,
  },
  shares: { calls: 0.36, near: 0.13, partial: 0.05, general: 0.1, real: 0.36 },
  fine: { head: { steps: 160, rate: 4e-4 }, hearings: 24, share: 0.5, folds: 3 },
};

/**
 * The same for the phrases that ship. "stop" is listened for only while Lares speaks, some minutes of a day: others seldom talk then, and
 * its own voice is most of what it must not be woken by.
 */
export function shippedRecipe(phrase: string): WakeRecipe {
  if (phrase !== 'stop') return standardRecipe;
  const { shares, clips } = standardRecipe;
  return {
    ...standardRecipe,
    talkShare: 0.12,
    clips: { ...clips, replies: 200 },
    shares: { ...shares, near: 0.2, general: 0.2, real: 0.2, calls: 0.35 },
  };
}
