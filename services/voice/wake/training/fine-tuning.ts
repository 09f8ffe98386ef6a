import { setImmediate as turnOfOthers } from 'node:timers/promises';
import { WakeHeads } from '../../../../models/wake-heads.ts';
import type { TrainingOrder } from '../../../contract/voice-process.ts';
import type { WakeReport } from '../../../contract/wake.ts';
import { heardAsIs, heardInHome, inQuiet, type HearingManner } from './augmentation.ts';
import { EmbeddedClips, embeddingsOf } from './embedded-clips.ts';
import { ExamplePool, type ExampleGroup } from './example-pool.ts';
import { encodeHeads } from './head-file.ts';
import { trainHead, type HeadWeights } from './head-training.ts';
import { wordsOf } from './household-recordings.ts';
import { lookFor } from '../shipped-phrases.ts';
import type { SecondLook } from '../second-look.ts';
import { alarmTail, scoreOf, thresholdFor, alarmsPerHourAt } from './judging.ts';
import type { HeardNegative } from './negatives.ts';
import type { TrainingTools } from './phrase-training.ts';
import type { WakeRecipe } from './recipe.ts';
import { SeededRandom } from './seeded-random.ts';

/** Heads that learnt from text alone, and what they learnt from. */
export interface LearntFromText {
  readonly heads: readonly HeadWeights[];
  readonly groups: readonly ExampleGroup[];
  readonly pool: ExamplePool;
  readonly others: readonly Int16Array[];
}

export interface FineTuned {
  readonly heads: readonly HeadWeights[];
  readonly heldOut: WakeReport['heldOut'];
}

/** Cross-validation trains so many heads for each turn: enough to judge by. */
const headsPerFold = 2;
/** Of a batch, the household's sounds that were taken for a call. */
const notCallShare = 0.12;
const middle = 0.5;

/**
 * Goes on with the household's recordings: each is heard many times, beside synthetic calls, for a short time and at a low rate, so
 * that what was learnt before stays. Recordings left out in turns tell how well unknown ones are heard.
 */
export async function fineTune(
  learnt: LearntFromText,
  order: Pick<TrainingOrder, 'phrase' | 'calls' | 'notCalls'>,
  how: {
    readonly recipe: WakeRecipe;
    readonly tools: TrainingTools;
    readonly judging: readonly HeardNegative[];
  },
): Promise<FineTuned> {
  const tuning = new FineTuning(learnt, how.recipe, how.tools);
  const calls = order.calls.map(wordsOf);
  const notCalls = await tuning.hearNotCalls(order.notCalls.map(wordsOf));
  const heard: EmbeddedClips[] = [];
  for (const call of calls) heard.push(await tuning.hearCall(call));
  const folds = calls.length < 2 ? 0 : Math.min(how.recipe.fine.folds, calls.length);
  const look = folds === 0 ? null : await lookFor(order.phrase);
  let found = 0;
  for (let fold = 0; fold < folds; fold++) {
    const isOut = (index: number): boolean => index % folds === fold;
    const heads = await tuning.tune(
      heard.filter((_, index) => !isOut(index)),
      notCalls,
      headsPerFold,
    );
    const leftOut = calls.filter((_, index) => isOut(index));
    found += await tuning.countHeard(leftOut, { weights: heads, look, phrase: order.phrase, ...how });
    how.tools.progressed('judging', (fold + 1) / (folds + 1));
  }
  look?.close();
  const heads = await tuning.tune(heard, notCalls, learnt.heads.length);
  return { heads, heldOut: folds === 0 ? null : { recordings: calls.length, heard: found } };
}

class FineTuning {
  readonly #learnt: LearntFromText;
  readonly #recipe: WakeRecipe;
  readonly #tools: TrainingTools;
  readonly #random: SeededRandom;
  readonly #manner: HearingManner;

  constructor(learnt: LearntFromText, recipe: WakeRecipe, tools: TrainingTools) {
    this.#learnt = learnt;
    this.#recipe = recipe;
    this.#tools = tools;
    this.#random = new SeededRandom(recipe.seed + 9);
    this.#manner = {
      others: learnt.others,
      random: this.#random,
      before: 0.3,
      after: 0.5,
      changesVoice: false,
    };
  }

  async hearCall(words: Int16Array): Promise<EmbeddedClips> {
    const clips = new EmbeddedClips();
    const [from = 0, to = 0] = this.#recipe.callEndsMs.map((ms) => ms * 16);
    for (let time = 0; time < this.#recipe.fine.hearings; time++) {
      const { samples, endsAt } = heardInHome(words, this.#manner);
      const isCall = (end: number): boolean => end - endsAt >= from && end - endsAt <= to;
      clips.add(await this.#embedded(samples), isCall);
    }
    return clips;
  }

  async hearNotCalls(sounds: readonly Int16Array[]): Promise<EmbeddedClips> {
    const clips = new EmbeddedClips();
    for (const sound of sounds) {
      for (let time = 0; time < this.#recipe.fine.hearings; time++) {
        const samples =
          time % 2 === 0 ? heardInHome(sound, this.#manner).samples : inQuiet(heardAsIs(sound, this.#manner));
        clips.add(await this.#embedded(samples));
      }
    }
    return clips;
  }

  async tune(
    calls: readonly EmbeddedClips[],
    notCalls: EmbeddedClips,
    count: number,
  ): Promise<readonly HeadWeights[]> {
    const { share } = this.#recipe.fine;
    const callShare = this.#learnt.groups
      .filter(({ isCall }) => isCall)
      .reduce((sum, group) => sum + group.share, 0);
    const groups: ExampleGroup[] = this.#learnt.groups.map((group) =>
      group.isCall ? { ...group, share: group.share * (1 - share) } : group,
    );
    for (const [index, { embeddings, windows }] of calls.entries())
      groups.push({
        name: `recording ${index}`,
        embeddings,
        windows,
        isCall: true,
        share: (callShare * share) / calls.length,
      });
    const { embeddings, windows } = notCalls;
    groups.push({ name: 'not calls', embeddings, windows, isCall: false, share: notCallShare });
    const { normalisation } = this.#learnt.pool;
    const pool = new ExamplePool(groups, { random: this.#random, normalisation });
    const recipe = { ...this.#recipe.head, ...this.#recipe.fine.head };
    const heads: HeadWeights[] = [];
    for (const [index, from] of this.#learnt.heads.slice(0, count).entries())
      heads.push(await trainHead(pool, recipe, { seed: index + 500, signal: this.#tools.signal, from }));
    return heads;
  }

  /** How many calls are heard at the middle sensitivity. */
  async countHeard(
    calls: readonly Int16Array[],
    by: {
      readonly weights: readonly HeadWeights[];
      readonly look: SecondLook | null;
      readonly phrase: string;
      readonly judging: readonly HeardNegative[];
    },
  ): Promise<number> {
    const { weights, look, phrase, judging } = by;
    const heads = await WakeHeads.open(encodeHeads(weights, this.#learnt.pool.normalisation));
    try {
      const tail = await alarmTail(judging, phrase, { heads, look });
      const threshold = thresholdFor(alarmsPerHourAt(middle) / this.#recipe.talkShare, tail);
      let heard = 0;
      for (const call of calls) {
        const sound = inQuiet(Float32Array.from(call, (sample) => sample / 32_768));
        const embeddings = await this.#embedded(sound);
        if ((await scoreOf({ embeddings, sound }, { heads, look })) >= threshold) heard += 1;
      }
      return heard;
    } finally {
      await heads.close();
    }
  }

  async #embedded(samples: Float32Array): Promise<Float32Array> {
    await turnOfOthers();
    this.#tools.signal.throwIfAborted();
    return embeddingsOf(samples, this.#tools.network);
  }
}
