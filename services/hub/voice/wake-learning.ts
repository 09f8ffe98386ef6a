import type { Log } from '../../contract/log.ts';
import type { VoiceSettings } from '../../contract/settings.ts';
import { Trouble, valueOf } from '../../contract/trouble.ts';
import type { Recording, WakeModel, WakeSample, WakeTraining } from '../../contract/wake.ts';
import type { Store } from '../../store/store.ts';
import type { Ears } from '../ears.ts';
import type { Turns } from '../intents/turns.ts';
import type { Notices } from '../notices.ts';
import { WakeTrainingState } from './wake-training.ts';

export interface WakeLearningParts {
  readonly store: Pick<Store, 'wakeModels' | 'wakeSamples' | 'recordings'>;
  /** Throws Trouble `unavailable` while there is no voice process. */
  readonly ears: () => Ears;
  readonly language: () => VoiceSettings['language'];
  readonly notices: Notices;
  readonly turns: Turns;
  readonly now: () => number;
  readonly log: Log;
}

/** Of what was taken for a call and was none, the newest: more would only make the training slow. */
const mostFalseCalls = 50;
const noticeId = 'wake:learning';

/** Has the voice process learn a phrase, with the household's recordings, and keeps what came of it. */
export class WakeLearning {
  readonly #parts: WakeLearningParts;
  readonly #training = new WakeTrainingState();
  /** Learnt anew since the hub began: a phrase that does not fit again would be learnt for ever. */
  readonly #anew = new Set<string>();

  constructor(parts: WakeLearningParts) {
    this.#parts = parts;
  }

  get changed(): WakeTrainingState['changed'] {
    return this.#training.changed;
  }

  get state(): WakeTraining {
    return this.#training.state;
  }

  /** Throws Trouble when another phrase is being learnt, or when the voice process can't learn this one. */
  async begin(phrase: string): Promise<void> {
    const { ears, language, now } = this.#parts;
    const busy = this.#training.phrase;
    if (busy !== null) throw isBusy(busy);
    // Before the call, whose answer may come later than the first news.
    this.#training.begin(phrase, now());
    try {
      const sound = await this.#sound(phrase);
      // It may have been given up while the recordings were read.
      if (this.#training.phrase === phrase)
        valueOf(await ears().train({ phrase, language: language(), ...sound }));
    } catch (error) {
      if (this.#training.phrase === phrase) this.#training.end();
      throw error;
    }
  }

  /** A trained phrase is of no use with the ear of today. Done once a run; what goes wrong is told on the page. */
  async anew(phrase: string): Promise<void> {
    if (this.#anew.has(phrase) || this.#training.phrase !== null) return;
    this.#anew.add(phrase);
    const { notices, log } = this.#parts;
    try {
      await this.begin(phrase);
      notices.raise(isLearntAnew(phrase));
    } catch (error) {
      if (error instanceof Trouble) notices.raise(needsLearning(phrase));
      else log.error(`A wake phrase could not be learnt anew: ${String(error)}`);
    }
  }

  /** Ends the training of this phrase, or any when none is named. */
  async cancel(phrase = this.#training.phrase): Promise<void> {
    if (this.#training.phrase !== null && this.#training.phrase !== phrase) return;
    const goesOn = this.#training.phrase !== null;
    this.#training.end();
    this.#parts.notices.clear(noticeId);
    if (goesOn) await this.#parts.ears().cancelTraining();
  }

  told(training: WakeTraining): void {
    this.#training.told(training);
    if (training.kind === 'failed') this.#parts.notices.clear(noticeId);
  }

  earDied(): void {
    this.#training.earDied();
    this.#parts.notices.clear(noticeId);
  }

  /** Keeps what was learnt, unless it was given up meanwhile. */
  async trained({ report, ...model }: WakeModel): Promise<void> {
    const { store, notices, turns } = this.#parts;
    await turns.take(async () => {
      if (this.#training.phrase !== report.phrase) return;
      try {
        await store.wakeModels.put({ ...model, report: { ...report, origin: 'trained' } });
        this.#training.end();
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
        this.#training.fail({ what: error.message, advice: error.advice });
      }
      notices.clear(noticeId);
    });
  }

  async #sound(phrase: string): Promise<Record<'calls' | 'notCalls', readonly Recording[]>> {
    const { wakeSamples, recordings } = this.#parts.store;
    const samples = wakeSamples.of(phrase);
    const read = async (kind: WakeSample['kind']): Promise<readonly Recording[]> => {
      const found = samples.filter((sample) => sample.kind === kind);
      return whole(await Promise.all(found.map(({ id }) => wakeSamples.recording(id))));
    };
    // Whatever Lares was called by: somebody else's talk is a call of nothing.
    const falseCalls = recordings.falseCalls().slice(0, mostFalseCalls);
    const heard = whole(await Promise.all(falseCalls.map(({ id }) => recordings.get(id))));
    return { calls: await read('call'), notCalls: [...(await read('not_call')), ...heard] };
  }
}

function whole(read: readonly (Recording | null)[]): readonly Recording[] {
  return read.filter((recording) => recording !== null);
}

function isLearntAnew(phrase: string) {
  return {
    id: noticeId,
    severity: 'info' as const,
    what: `Lares learns the phrase “${phrase}” anew, since its ear has changed.`,
    advice: 'This takes a few minutes; until then it may not hear that phrase.',
    inLog: 'A wake phrase is learnt anew, since the ear has changed.',
  };
}

function needsLearning(phrase: string) {
  return {
    id: noticeId,
    severity: 'warning' as const,
    what: `The phrase “${phrase}” does not fit the ear of Lares any more, and could not be learnt anew.`,
    advice: 'Train it again under Voice, or choose another phrase there.',
    inLog: 'A wake phrase does not fit the ear any more, and could not be learnt anew.',
  };
}

function isBusy(phrase: string): Trouble {
  return new Trouble('bad_input', {
    what: `Lares is learning the phrase “${phrase}” just now.`,
    advice: 'Wait until it is done, or cancel it.',
  });
}
