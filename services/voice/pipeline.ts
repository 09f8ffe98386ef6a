import type { Intent, Outcome, Reply } from '../contract/intent.ts';
import type { TranscriptEntry, VoiceState } from '../contract/voice.ts';
import { Attention, type AttentionState } from './attention.ts';
import type { CommandRecogniser, Recognised } from './command.ts';
import { Listening, type SpeechProbability } from './listening.ts';
import type { WakeWord } from './wake-word.ts';

/** What the pipeline asks of the world. */
export interface PipelineParts {
  readonly voiceActivity: SpeechProbability;
  readonly wakeWord: WakeWord;
  readonly recogniser: CommandRecogniser<Intent>;
  /** Checks permission, acts, and says what to answer. */
  readonly act: (intent: Intent) => Promise<Reply>;
  readonly reply: (text: string) => void;
  readonly tell: (state: Extract<VoiceState, { kind: 'listening' | 'thinking' }> | 'waiting') => void;
  readonly areEarsShut: () => boolean;
  readonly newId: () => string;
  readonly nowMs: () => number;
}

export const notUnderstood = "Sorry, I didn't understand.";
const notDone = "Sorry, that didn't work.";

/**
 * sound → speech → wake word → command → intent → act → reply. One pipeline hears one stream of sound, whatever it comes
 * from: the microphone, a sentence that is spoken into it, a file.
 */
export class Pipeline {
  readonly #parts: PipelineParts;
  readonly #listening: Listening;
  readonly #attention = new Attention();

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
    if (recognised.kind !== 'command')
      return { ...made, heard: '', intent: null, outcome: 'not_understood', reply: notUnderstood };
    const { heard, command: intent } = recognised;
    const { outcome, text } = await this.#parts
      .act(intent)
      .catch((): { outcome: Outcome; text: string } => ({ outcome: 'failed', text: notDone }));
    return { ...made, heard, intent, outcome, reply: text };
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
