import { setImmediate } from 'node:timers/promises';
import type { Intent, Reply, SpokenOrder } from '../contract/intent.ts';
import type { VoiceSettings } from '../contract/settings.ts';
import type { TranscriptEntry, VoiceState } from '../contract/voice.ts';
import { apologies, nearly } from './apologies.ts';
import { Attention, saidHardlyAnything, type AttentionState } from './attention.ts';
import type { Ears } from './ears.ts';
import { Interruption } from './interruption.ts';
import { Listening, type Heard } from './listening.ts';
import type { Meter } from './meter.ts';
import type { Recognised } from './recogniser/command.ts';
import { Understanding, type SharedEngine } from './understanding.ts';
import type { Wake } from './wake/wake-word.ts';

/** What the pipeline asks of the world. */
export interface PipelineParts extends Ears {
  readonly recogniser: SharedEngine<Intent>;
  /** Checks permission, acts, and says what to answer. */
  readonly act: (order: SpokenOrder) => Promise<Reply>;
  readonly reply: (text: string) => void;
  readonly tell: (
    state: Extract<VoiceState, { kind: 'noticed' | 'listening' | 'thinking' }> | 'waiting',
  ) => void;
  /** The wake phrase was surely called. */
  readonly called: () => void;
  /** What Lares itself says now, null when it is silent. */
  readonly saying: () => string | null;
  /** Ends what Lares says. */
  readonly hush: () => void;
  /** The sound of an order, for as long as it may be kept. */
  readonly keep: (entryId: string, sound: Float32Array) => void;
  readonly meter: Meter | null;
  readonly language: VoiceSettings['language'];
  readonly newId: () => string;
  readonly nowMs: () => number;
}

interface Order {
  readonly recognised: Recognised<Intent>;
  readonly sound: Float32Array;
}

/**
 * sound → speech → wake word → command → intent → act → reply. One pipeline hears one stream of sound, whatever it comes
 * from: the microphone, a sentence that is spoken into it, a file.
 */
export class Pipeline {
  readonly #parts: PipelineParts;
  readonly #listening: Listening;
  readonly #understanding: Understanding<Intent>;
  readonly #interruption: Interruption;
  readonly #attention = new Attention();
  /** Lares has asked something: until then an answer needs no wake phrase, as soon as Lares has finished speaking. */
  #answerUntilMs = 0;

  constructor(parts: PipelineParts) {
    this.#parts = parts;
    this.#understanding = new Understanding(parts.recogniser);
    this.#listening = new Listening(parts.voiceActivity, this.#understanding);
    this.#interruption = new Interruption(parts);
  }

  /**
   * Frames of 512 samples, -1..1, at 16 kHz, without a gap; gives one entry for each order that was heard in them. What has
   * not ended when the frames do is forgotten.
   */
  async *hear(frames: AsyncIterable<Float32Array> | Iterable<Float32Array>): AsyncGenerator<TranscriptEntry> {
    this.forget();
    for await (const frame of frames) {
      if (await this.#isSpeaking(frame)) continue;
      this.#awaitAnswer();
      const heard = await this.#listening.hear(frame);
      const wake = await this.#listenForWake(frame);
      const before = this.#attention.state;
      const order = await this.#followOrder(heard, wake, before);
      if (order === null) continue;
      const { recognised, sure } = order;
      if (recognised.kind === 'wake_phrase' && sure) this.#await();
      else if (isMeant(recognised, sure)) {
        this.#parts.tell({ kind: 'thinking' });
        const entry = await this.#obey(order);
        this.#parts.tell('waiting');
        this.#parts.reply(entry.reply);
        yield entry;
      } else this.#parts.tell('waiting');
    }
    this.forget();
  }

  /** Forgets what was heard, as where the sound was interrupted. */
  forget(): void {
    const before = this.#attention.state;
    this.#listening.reset();
    this.#parts.wakeWord.reset();
    this.#understanding.forget();
    this.#attention.reset();
    this.#tellChange(before);
  }

  /** While Lares speaks, ears are shut but for a word that stops it. Whoever called it with the wake phrase has its ear then. */
  async #isSpeaking(frame: Float32Array): Promise<boolean> {
    const now = await this.#interruption.hear(frame);
    if (now === 'silent') return false;
    if (now === 'begins' || now === 'ends' || now === 'called') this.forget();
    if (now === 'stopped') this.#answerUntilMs = 0;
    if (now === 'called') this.#await();
    return true;
  }

  async #listenForWake(frame: Float32Array): Promise<Wake | null> {
    const { wakeWord, voiceActivity, meter, called, tell } = this.#parts;
    const light = { isOn: false };
    const noticed = async (): Promise<void> => {
      if (isAware(this.#attention.state)) return;
      light.isOn = true;
      tell({ kind: 'noticed' });
      // The light must leave this process before the second look keeps it busy.
      await setImmediate();
    };
    const wake = await wakeWord.hear(frame, voiceActivity.latest, { noticed });
    meter?.follow(frame, { speech: voiceActivity.latest, likeness: wakeWord.likeness });
    if (wake?.sure === true) called();
    else if (light.isOn) tell('waiting');
    return wake;
  }

  /** Hands the sound of an order to the recogniser piece by piece; gives what it was when it has ended. */
  async #followOrder(
    heard: Heard,
    wake: Wake | null,
    before: AttentionState,
  ): Promise<(Order & { sure: boolean }) | null> {
    const speech = this.#parts.voiceActivity.latest;
    const turn = this.#attention.follow({ heard, speech, wake });
    const isOver = turn === 'end' || turn === 'whole';
    if (!isOver) this.#tellChange(before);
    // Chime and light must leave this process before the recogniser keeps it busy with all that was said until now.
    if (wake?.sure === true) await setImmediate();
    const newest = soundOf(heard);
    if (turn === 'begin' && wake !== null) this.#listening.keepNewest(wake.sound.length);
    if (turn === 'begin' || turn === 'whole')
      this.#understanding.begin(wake === null ? 'anyhow' : 'with wake phrase', wake?.sound ?? newest);
    if (turn === 'go on') this.#understanding.hear(newest);
    if (!isOver) return null;
    const { recognised, sound } = this.#understanding.end();
    const isAlone = isUnclear(recognised) && (turn === 'whole' || saidHardlyAnything(before));
    const sure = turn === 'whole' ? (wake?.sure ?? true) : before.kind !== 'addressed' || before.sure;
    return { recognised: isAlone ? { kind: 'wake_phrase' } : recognised, sound, sure };
  }

  async #obey({ recognised, sound }: Order): Promise<TranscriptEntry> {
    const made = { id: this.#parts.newId(), atMs: this.#parts.nowMs() };
    this.#parts.keep(made.id, sound);
    const { language } = this.#parts;
    if (recognised.kind !== 'command') {
      const { heard, reply } = nearly(recognised, language);
      return { ...made, heard, intent: null, outcome: 'not_understood', reply };
    }
    const { heard, command, confidence, sure, alternatives } = recognised;
    const others = alternatives.map((other) => ({ heard: other.heard, intent: other.command }));
    const { outcome, text, awaitsAnswerMs, meant } = await this.#parts
      .act({ intent: command, heard, confidence, sure, alternatives: others })
      .catch((): Reply => ({ outcome: 'failed', text: apologies[language].notDone }));
    this.#answerUntilMs = awaitsAnswerMs === undefined ? 0 : this.#parts.nowMs() + awaitsAnswerMs;
    // Only the first of joined commands is kept as slots; the words are all there, and names are erased in both.
    const { name, slots } = meant?.intent ?? command;
    const said = { heard: meant?.heard ?? heard, intent: { name, slots } };
    return { ...made, ...said, outcome, reply: text, confidence };
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

  /** A phrase that is only likely is not shown: most often it is none. */
  #tellChange(before: AttentionState): void {
    const now = isAware(this.#attention.state);
    if (now === isAware(before)) return;
    this.#parts.tell(now ? { kind: 'listening', sinceMs: this.#parts.nowMs() } : 'waiting');
  }
}

function isAware(state: AttentionState): boolean {
  return state.kind === 'awaiting' || (state.kind === 'addressed' && state.sure);
}

/** A phrase that was only likely counts with a command that is surely understood. */
function isMeant(recognised: Recognised<Intent>, sure: boolean): boolean {
  return sure ? recognised.kind !== 'wake_phrase' : recognised.kind === 'command' && recognised.sure;
}

function isUnclear(recognised: Recognised<Intent>): boolean {
  return recognised.kind === 'unclear' && recognised.near === undefined;
}

function soundOf(heard: Heard): Float32Array {
  if (heard.kind === 'silence') return new Float32Array();
  return heard.kind === 'end' ? heard.utterance : heard.samples;
}
