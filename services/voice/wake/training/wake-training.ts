import type { TrainingOrder } from '../../../contract/voice-process.ts';
import { answer, Trouble, type Answer } from '../../../contract/trouble.ts';
import type { WakeModel, WakeStage, WakeTraining as TrainingState } from '../../../contract/wake.ts';
import { SpeechEmbedding } from '../../../../models/speech-embedding.ts';
import { shippedNegatives } from './negatives.ts';
import { trainPhrase, type TrainingTools } from './phrase-training.ts';
import { standardRecipe, type WakeRecipe } from './recipe.ts';
import { adviseWakePhrase } from './wake-advice.ts';

/** How much of the whole time each stage takes, about. */
const stages: readonly { readonly stage: WakeStage; readonly share: number }[] = [
  { stage: 'speaking', share: 0.25 },
  { stage: 'hearing', share: 0.35 },
  { stage: 'learning', share: 0.25 },
  { stage: 'judging', share: 0.15 },
];
/** Of the processes that synthesise: whoever lives in the house comes first. */
const quietPriority = 15;
/** News are told when this much more is done. */
const newsStep = 0.01;

export interface WakeTrainingNews {
  readonly changed: (training: TrainingState) => void;
  readonly trained: (model: WakeModel) => void;
}

/**
 * Trains wake phrases, one at a time, beside whatever the process does: it gives way between steps of some milliseconds.
 * `stop()` and `cancel()` end a training within a second.
 */
export class WakeTraining {
  readonly #news: WakeTrainingNews;
  readonly #recipe: WakeRecipe;
  readonly #priority: number;
  #running: { readonly cancelling: AbortController; readonly over: Promise<void> } | null = null;
  #state: TrainingState = { kind: 'idle' };
  #isStopped = false;

  constructor(
    news: WakeTrainingNews,
    {
      recipe = standardRecipe,
      priority = quietPriority,
    }: { readonly recipe?: WakeRecipe; readonly priority?: number } = {},
  ) {
    this.#news = news;
    this.#recipe = recipe;
    this.#priority = priority;
  }

  get state(): TrainingState {
    return this.#state;
  }

  /** Resolves as soon as it has begun. A phrase that would not do is answered with what is wrong with it. */
  begin(order: TrainingOrder): Promise<Answer<void>> {
    return answer(async () => {
      if (this.#isStopped || this.#running !== null) throw busy();
      const cancelling = new AbortController();
      let finish: () => void = () => undefined;
      this.#running = {
        cancelling,
        over: new Promise((resolve) => {
          finish = resolve;
        }),
      };
      const begun = await this.#prepared(order, cancelling.signal).catch((error: unknown) => {
        this.#running = null;
        finish();
        throw error;
      });
      void this.#run(order, begun).finally(() => {
        this.#running = null;
        finish();
      });
    });
  }

  /** Ends the training, if any; resolves when it has ended. */
  async cancel(): Promise<void> {
    this.#running?.cancelling.abort();
    await this.#running?.over;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.cancel();
  }

  async #prepared(order: TrainingOrder, signal: AbortSignal): Promise<TrainingTools> {
    const { verdict, advice } = await adviseWakePhrase(order);
    if (verdict === 'bad')
      throw new Trouble('bad_settings', {
        what: `"${order.phrase}" would be no good call.`,
        advice: advice.join(' '),
      });
    const network = await SpeechEmbedding.open();
    const progressed = this.#progress(order.phrase);
    progressed('speaking', 0);
    return {
      network,
      negatives: shippedNegatives,
      priority: this.#priority,
      processes: 2,
      signal,
      progressed,
    };
  }

  async #run(order: TrainingOrder, tools: TrainingTools): Promise<void> {
    try {
      const model = await trainPhrase(order, this.#recipe, tools);
      tools.signal.throwIfAborted();
      this.#news.trained(model);
      this.#become({ kind: 'idle' });
    } catch (error) {
      this.#become(tools.signal.aborted ? { kind: 'idle' } : failed(order.phrase, error));
    } finally {
      await tools.network.close();
    }
  }

  /** What was done before counts for the whole; told only now and then. */
  #progress(phrase: string): TrainingTools['progressed'] {
    const beganAtMs = Date.now();
    let told = -1;
    return (stage, share) => {
      const at = stages.findIndex((each) => each.stage === stage);
      const before = stages.slice(0, at).reduce((sum, each) => sum + each.share, 0);
      const done = Math.min(1, before + share * (stages[at]?.share ?? 0));
      const isOther = this.#state.kind !== 'training' || this.#state.stage !== stage;
      if (!isOther && done < told + newsStep) return;
      told = done;
      this.#become({ kind: 'training', phrase, stage, done, beganAtMs });
    };
  }

  #become(state: TrainingState): void {
    this.#state = state;
    this.#news.changed(state);
  }
}

function failed(phrase: string, error: unknown): TrainingState {
  if (error instanceof Trouble) return { kind: 'failed', phrase, what: error.message, advice: error.advice };
  return {
    kind: 'failed',
    phrase,
    what: `Lares could not learn "${phrase}".`,
    advice: 'Try again; when it happens again, restart Lares or try another phrase.',
  };
}

function busy(): Trouble {
  return new Trouble('unavailable', {
    what: 'Lares is learning a phrase already.',
    advice: 'Wait until it is done, or cancel it.',
  });
}
