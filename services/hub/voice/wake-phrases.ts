import type { SampleId } from '../../contract/identifiers.ts';
import type { Log } from '../../contract/log.ts';
import { VoiceSettings } from '../../contract/settings.ts';
import { Trouble, valueOf } from '../../contract/trouble.ts';
import type {
  WakeAdvice,
  WakeModel,
  WakeReport,
  WakeSample,
  WakeTraining,
  WakeView,
} from '../../contract/wake.ts';
import type { Store } from '../../store/store.ts';
import type { Ears } from '../ears.ts';
import { Turns } from '../intents/turns.ts';
import type { Notices } from '../notices.ts';
import type { HouseSettings } from '../settings.ts';
import { Signal } from '../signal.ts';
import { WakeLearning } from './wake-learning.ts';

export interface WakePhrasesParts {
  readonly store: Pick<Store, 'wakeModels' | 'wakeSamples' | 'recordings' | 'erasure'>;
  /** Throws Trouble `unavailable` while there is no voice process. */
  readonly ears: () => Ears;
  readonly settings: HouseSettings;
  readonly notices: Notices;
  readonly log: Log;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
}

/** A call takes a second or two. */
const longestSampleMs = 10_000;
/** What Lares is called by as it comes. */
const firstPhrase = VoiceSettings.parse({}).wakePhrase;

/** What Lares can be called by: the phrases that it comes with, those that it learnt in this house, and their recordings. */
export class WakePhrases {
  readonly changed = new Signal<WakeView>();
  readonly #parts: WakePhrasesParts;
  readonly #learning: WakeLearning;
  /** What is kept and what goes must not overlap. */
  readonly #turns = new Turns();
  /** Null until a voice process has said it. */
  #shipped: readonly WakeReport[] | null = null;

  constructor(parts: WakePhrasesParts) {
    this.#parts = parts;
    this.#learning = new WakeLearning({
      ...parts,
      language: () => parts.settings.get().voice.language,
      turns: this.#turns,
      now: parts.now ?? Date.now,
    });
    this.#learning.changed.listen(() => {
      this.touch();
    });
  }

  view(): WakeView {
    const { wakeModels, wakeSamples, recordings } = this.#parts.store;
    const trained = wakeModels.reports();
    const shipped = (this.#shipped ?? []).map(
      (report) => trained.find(({ phrase }) => phrase === report.phrase) ?? report,
    );
    const samples = [...wakeSamples.list(), ...recordings.falseCalls()];
    return {
      training: this.#learning.state,
      phrases: [...shipped, ...trained.filter((report) => !shipped.includes(report))],
      samples: samples.toSorted((one, other) => other.atMs - one.atMs),
    };
  }

  /** Tells how it is now. */
  touch(): WakeView {
    const view = this.view();
    this.changed.send(view);
    return view;
  }

  /** A voice process is there: it says which phrases it comes with. */
  async earCame(): Promise<void> {
    this.#shipped = await this.#parts.ears().shippedWakePhrases();
    this.touch();
  }

  /** Asks the voice process which phrases it comes with, unless it has said so; where there is none, it stays unknown. */
  async ready(): Promise<void> {
    if (this.#shipped === null) await this.earCame().catch(ifTrouble);
  }

  /** What it had learnt so far is gone with it. */
  earDied(): void {
    this.#learning.earDied();
  }

  /** Whether Lares can be called so. As long as no voice process has said what it comes with, anything may be. */
  knows(phrase: string): boolean {
    return this.#shipped === null || this.#isShipped(phrase) || this.modelId(phrase) !== null;
  }

  /** Tells one model of the phrase from the next; null where it was not trained here. */
  modelId(phrase: string): string | null {
    return this.#parts.store.wakeModels.idOf(phrase);
  }

  /** Whether the phrase would do. */
  async advise(phrase: string): Promise<WakeAdvice> {
    const { language } = this.#parts.settings.get().voice;
    return this.#parts.ears().adviseWakePhrase({ phrase, language });
  }

  /** Begins to learn it. Throws Trouble when another phrase is being learnt, or when this one can't be. */
  async train(phrase: string): Promise<WakeView> {
    await this.#learning.begin(phrase);
    return this.view();
  }

  async cancel(): Promise<WakeView> {
    await this.#learning.cancel();
    return this.view();
  }

  /** Lares is called so from now on. Throws Trouble when the phrase is neither shipped nor learnt here. */
  async use(phrase: string): Promise<WakeView> {
    await this.ready();
    if (!this.knows(phrase)) throw unknownPhrase(phrase);
    this.#use(phrase);
    return this.touch();
  }

  /** Model, recordings and training of the phrase go. If Lares was called so, it is called as it came. */
  async forget(phrase: string): Promise<WakeView> {
    const { store, settings } = this.#parts;
    const { state } = this.#learning;
    // A voice process that is away learns nothing.
    if (state.kind !== 'idle' && state.phrase === phrase) await this.#learning.cancel().catch(ifTrouble);
    await this.#turns.take(async () => {
      if (settings.get().voice.wakePhrase === phrase && !this.#isShipped(phrase)) this.#use(firstPhrase);
      for (const { id } of store.wakeSamples.of(phrase)) await store.wakeSamples.remove(id);
      for (const sample of store.recordings.falseCalls())
        if (sample.phrase === phrase) await store.recordings.remove(sample.id);
      await store.wakeModels.remove(phrase);
    });
    // Should another program read the database now, it is made up for at the next start.
    store.erasure.scrub();
    return this.touch();
  }

  /** The next utterance at the microphone, or that of a sound file. */
  async recordSample(phrase: string, path?: string): Promise<WakeSample> {
    const ears = this.#parts.ears();
    const recording = valueOf(await (path === undefined ? ears.record() : ears.recordingOfFile(path)));
    if (recording.durationMs > longestSampleMs) throw tooLong();
    const sample = await this.#turns.take(() => this.#parts.store.wakeSamples.add(phrase, 'call', recording));
    this.touch();
    return sample;
  }

  async forgetSample(id: SampleId): Promise<WakeView> {
    const { wakeSamples, recordings, erasure } = this.#parts.store;
    const forgotten = await this.#turns.take(
      async () => (await wakeSamples.remove(id)) || (await recordings.remove(id)),
    );
    if (!forgotten) throw noSample();
    erasure.emptyLog();
    return this.touch();
  }

  /**
   * The model of a phrase that was trained here. One that is damaged, or that was trained for another speech embedding than this,
   * is of no use: then the phrase is learnt anew, from the recordings that there are.
   */
  async model(phrase: string, embedding?: string): Promise<WakeModel | null> {
    if (this.modelId(phrase) === null) return null;
    const model = await this.#turns.take(() => this.#parts.store.wakeModels.get(phrase));
    if (model !== null && (embedding === undefined || embedding === model.embedding)) return model;
    void this.#learning.anew(phrase);
    return null;
  }

  trainingChanged(training: WakeTraining): void {
    this.#learning.told(training);
  }

  trained(model: WakeModel): Promise<void> {
    return this.#learning.trained(model);
  }

  /** Resolves when all that is being written is written. */
  settled(): Promise<void> {
    return this.#turns.take(() => Promise.resolve());
  }

  #isShipped(phrase: string): boolean {
    return phrase === firstPhrase || this.#shipped?.some((report) => report.phrase === phrase) === true;
  }

  #use(wakePhrase: string): void {
    const { settings } = this.#parts;
    settings.update({ voice: { ...settings.get().voice, wakePhrase } });
  }
}

function ifTrouble(error: unknown): void {
  if (!(error instanceof Trouble)) throw error;
}

function unknownPhrase(phrase: string): Trouble {
  return new Trouble('bad_input', {
    what: `Lares does not know the phrase “${phrase}” yet.`,
    advice: 'Train it first under Voice.',
  });
}

function tooLong(): Trouble {
  return new Trouble('bad_input', {
    what: 'This recording is too long for a call.',
    advice: 'Say only the phrase, once.',
  });
}

function noSample(): Trouble {
  return new Trouble('not_found', {
    what: 'This recording is not there any more.',
    advice: 'Look at the list of recordings again.',
  });
}
