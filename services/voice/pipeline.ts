import type { Intent, Reply } from '../contract/intent.ts';
import type { VoiceSettings } from '../contract/settings.ts';
import type { TranscriptEntry, VoiceState } from '../contract/voice.ts';
import { Attention, type AttentionState } from './attention.ts';
import type { Recognised, SpeechEngine } from './recogniser/command.ts';
import { Listening, type SpeechProbability } from './listening.ts';
import type { WakeWord } from './wake/wake-word.ts';

/** What the pipeline asks of the world. */
export interface PipelineParts {
  readonly voiceActivity: SpeechProbability;
  readonly wakeWord: WakeWord;
  readonly recogniser: SpeechEngine<Intent>;
  /** Checks permission, acts, and says what to answer. */
  readonly act: (intent: Intent) => Promise<Reply>;
  readonly reply: (text: string) => void;
  readonly tell: (state: Extract<VoiceState, { kind: 'listening' | 'thinking' }> | 'waiting') => void;
  readonly areEarsShut: () => boolean;
  readonly language: VoiceSettings['language'];
  readonly newId: () => string;
  readonly nowMs: () => number;
}

/** What Lares says when the ear, and not the hub, has the last word. */
const apologies = {
  en: { notUnderstood: "Sorry, I didn't understand.", notDone: "Sorry, that didn't work." },
  de: { notUnderstood: 'Das habe ich leider nicht verstanden.', notDone: 'Das hat leider nicht geklappt.' },
} as const;

/**
 * sound → speech → wake word → command → intent → act → reply. One pipeline hears one stream of sound, whatever it comes
 * from: the microphone, a sentence that is spoken into it, a file.
 */
export class Pipeline {
  readonly #parts: PipelineParts;
  readonly #listening: Listening;
  readonly #attention = new Attention();
  /** Lares has asked something: until then an answer needs no wake phrase, as soon as Lares has finished speaking. */
  #answerUntilMs = 0;

  constructor(parts: PipelineParts) {
    this.#parts = parts;
    this.#listening = new Listening(parts.voiceActivity);
  }

  /** Frames of 512 samples, -1..1, at 16 kHz; gives one entry for each order that was heard in them. */
  async *hear(frames: AsyncIterable<Float32Array> | Iterable<Float32Array>): AsyncGenerator<TranscriptEntry> {
    const { wakeWord, recogniser, reply, tell, areEarsShut } = this.#parts;
    this.#forget();
    for await (const frame of frames) {
      if (areEarsShut()) {
        this.#forget();
        continue;
      }
      this.#awaitAnswer();
      const heard = await this.#listening.hear(frame);
      const wake = wakeWord.follow(heard);
      if (wake !== null) this.#listening.keepNewest(wake.samplesAgo);
      const before = this.#attention.state;
      const order = this.#attention.follow(heard, wake);
      if (order === null) {
        this.#tellChange(before);
        continue;
      }
      const recognised = recogniser.recognise(order.sound, order.begins);
      if (recognised.kind === 'wake_phrase' && order.sure) this.#await();
      else if (recognised.kind === 'command' || (recognised.kind === 'unclear' && order.sure)) {
        tell({ kind: 'thinking' });
        const entry = await this.#obey(recognised);
        tell('waiting');
        reply(entry.reply);
        yield entry;
      } else tell('waiting');
    }
    this.#forget();
  }

  async #obey(recognised: Recognised<Intent>): Promise<TranscriptEntry> {
    const made = { id: this.#parts.newId(), atMs: this.#parts.nowMs() };
    const apology = apologies[this.#parts.language];
    if (recognised.kind !== 'command')
      return { ...made, heard: '', intent: null, outcome: 'not_understood', reply: apology.notUnderstood };
    const { heard, command: intent } = recognised;
    const { outcome, text, awaitsAnswerMs } = await this.#parts
      .act(intent)
      .catch((): Reply => ({ outcome: 'failed', text: apology.notDone }));
    this.#answerUntilMs = awaitsAnswerMs === undefined ? 0 : this.#parts.nowMs() + awaitsAnswerMs;
    // Only the first of joined commands is kept as slots; the words are all there, and names are erased in both.
    const { name, slots } = intent;
    return { ...made, heard, intent: { name, slots }, outcome, reply: text };
  }

  /** Waits for the answer to a question once; the reply was spoken meanwhile, and made Lares forget who it listens to. */
  #awaitAnswer(): void {
    if (this.#answerUntilMs === 0 || this.#attention.state.kind !== 'unaware') return;
    if (this.#parts.nowMs() < this.#answerUntilMs) this.#await();
    else this.#answerUntilMs = 0;
  }

  #await(): void {
    this.#attention.awaitOrder();
    this.#parts.tell({ kind: 'listening', sinceMs: this.#parts.nowMs() });
  }

  #forget(): void {
    const before = this.#attention.state;
    this.#listening.reset();
    this.#parts.wakeWord.reset();
    this.#attention.reset();
    this.#tellChange(before);
  }

  /** A phrase that is only likely is not shown: most often it is none. */
  #tellChange(before: AttentionState): void {
    const isAware = (state: AttentionState): boolean =>
      state.kind === 'awaiting' || (state.kind === 'addressed' && state.sure);
    const now = isAware(this.#attention.state);
    if (now === isAware(before)) return;
    this.#parts.tell(now ? { kind: 'listening', sinceMs: this.#parts.nowMs() } : 'waiting');
  }
}
