import type { VoiceSettings } from '../../contract/settings.ts';
import { clockOf } from '../../contract/time-of-day.ts';
import { Chimes, type Chime } from './chime.ts';
import { espeakSound } from './espeak.ts';
import { loudnessAt, type LoudnessSettings } from './loudness.ts';
import { play } from './player.ts';
import { decodeSound } from './sound.ts';
import { plainText, spokenSentences } from './spoken-text.ts';
import { Voices, type VoicesOptions } from './voices.ts';
import { wavOf, type Sound } from './wav.ts';

type Language = VoiceSettings['language'];

/** Speaks a text into samples -1..1 at 16 kHz by espeak-ng. Throws Trouble 'missing_program'. */
export async function synthesise(text: string, language: Language = 'en'): Promise<Float32Array> {
  return decodeSound(wavOf(await espeakSound(plainText(text), language)));
}

export interface SpeakerOptions extends VoicesOptions {
  /** What the household's clock shows. */
  readonly now?: () => Date;
}

/**
 * Says sentences aloud, one after the other, on the sound card of the machine; without one it is silent. As loud as the
 * settings say for the time of day.
 */
export class Speaker {
  readonly #changed: (text: string | null) => void;
  readonly #closed: AbortSignal;
  readonly #now: () => Date;
  readonly #chimes = new Chimes();
  readonly #voices: Voices;
  #turn: Promise<void> = Promise.resolve();
  #chiming: Promise<void> = Promise.resolve();
  #stopping = new AbortController();
  #text: string | null = null;

  /** `changed` is told what is being said, null when it is over. The signal ends all speaking at once and for good. */
  constructor(changed: (text: string | null) => void, signal: AbortSignal, options: SpeakerOptions = {}) {
    this.#changed = changed;
    this.#closed = signal;
    this.#now = options.now ?? (() => new Date());
    this.#voices = new Voices(options, signal);
    signal.addEventListener(
      'abort',
      () => {
        this.stop();
      },
      { once: true },
    );
  }

  /** What is being said, null when nothing is. */
  get text(): string | null {
    return this.#text;
  }

  get isSpeaking(): boolean {
    return this.#text !== null;
  }

  /** Opens the voice of a language before there is anything to say. Resolves when it is ready, or when it is known that there is none. */
  prepare(language: Language): Promise<void> {
    return this.#voices.prepare(language);
  }

  /** Resolves when it was said, was stopped, or could not be said. */
  say(text: string, how: LoudnessSettings & Pick<VoiceSettings, 'language'>): Promise<void> {
    const { signal } = this.#stopping;
    const said = this.#turn.then(() => this.#say(text, how, signal));
    this.#turn = said.catch(() => undefined);
    return said;
  }

  /** Ends what is being said at once, and forgets what waits to be said. */
  stop(): void {
    this.#stopping.abort();
    this.#stopping = new AbortController();
  }

  /**
   * A short sound that begins at once, whatever is being said; what is said next waits for its end. Resolves when it is over.
   * Does nothing where the household wants no chime.
   */
  chime(how: LoudnessSettings & Pick<VoiceSettings, 'chime'>, chime: Chime = 'heard'): Promise<void> {
    const loudness = this.#loudness(how);
    if (!how.chime || loudness === 0 || this.#closed.aborted) return Promise.resolve();
    this.#chiming = play(asLoudAs(this.#chimes.sound(chime), loudness), this.#closed);
    return this.#chiming;
  }

  async #say(text: string, how: Parameters<Speaker['say']>[1], signal: AbortSignal): Promise<void> {
    const sentences = spokenSentences(text, how.language);
    if (signal.aborted || this.#closed.aborted || sentences.length === 0 || this.#loudness(how) === 0) return;
    this.#become(text);
    try {
      for await (const sound of this.#sounds(sentences, how.language, signal)) {
        await this.#chiming;
        await play(asLoudAs(sound, this.#loudness(how)), signal);
      }
    } finally {
      this.#become(null);
    }
  }

  /** Each sentence is made while the one before it is heard. */
  async *#sounds(
    sentences: readonly string[],
    language: Language,
    signal: AbortSignal,
  ): AsyncGenerator<Sound> {
    // Without espeak-ng the page still shows the reply; the doctor tells that it is missing.
    const make = (sentence: string): Promise<Sound | null> =>
      this.#voices.sound(sentence, language, signal).catch(() => null);
    let next = make(sentences[0] ?? '');
    for (const at of sentences.keys()) {
      const sound = await next;
      if (sound === null || isAborted(signal)) return;
      const following = sentences[at + 1];
      if (following !== undefined) next = make(following);
      yield sound;
    }
  }

  #loudness(how: LoudnessSettings): number {
    return loudnessAt(how, clockOf(this.#now()));
  }

  #become(text: string | null): void {
    this.#text = text;
    this.#changed(text);
  }
}

/** Asked anew, since it may become so while something else is awaited. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

function asLoudAs({ samples, sampleRateHz }: Sound, percent: number): Sound {
  return { samples: samples.map((sample) => (sample * percent) / 100), sampleRateHz };
}
