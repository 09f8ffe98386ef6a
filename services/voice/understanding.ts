import type { Begins, Completeness, Recognised, SpeechEngine } from './recogniser/command.ts';
import { joined } from './listening.ts';

/** A recogniser that several streams of sound share; it follows one utterance at a time. */
export class SharedEngine<Command> {
  readonly engine: SpeechEngine<Command>;
  /** Whose utterance it follows. */
  follows: Understanding<Command> | null = null;

  constructor(engine: SpeechEngine<Command>) {
    this.engine = engine;
  }
}

/**
 * What one stream of sound says to the recogniser, an utterance after the other. The sound goes there while speech goes on; where
 * another stream took the recogniser meanwhile, the whole utterance is recognised at its end.
 */
export class Understanding<Command> {
  readonly #shared: SharedEngine<Command>;
  #begins: Begins = 'anyhow';
  #pieces: Float32Array[] = [];

  constructor(shared: SharedEngine<Command>) {
    this.#shared = shared;
  }

  /** A new utterance and its first sound, 16 kHz, -1..1; one before it that was not ended is forgotten. */
  begin(begins: Begins, sound: Float32Array): void {
    this.#begins = begins;
    this.#pieces = [sound];
    this.#shared.follows = this;
    this.#shared.engine.begin(begins);
    this.#shared.engine.hear(sound);
  }

  hear(sound: Float32Array): void {
    this.#pieces.push(sound);
    if (this.#isFollowed) this.#shared.engine.hear(sound);
  }

  /** Whether the utterance could be over by its words. */
  get completeness(): Completeness {
    return this.#pieces.length > 0 && this.#isFollowed ? this.#shared.engine.completeness : 'unknown';
  }

  /** The utterance is over: what it was, and its sound. */
  end(): { readonly recognised: Recognised<Command>; readonly sound: Float32Array } {
    const sound = joined(this.#pieces);
    const { engine } = this.#shared;
    const recognised = this.#isFollowed ? engine.end() : engine.recognise(sound, this.#begins);
    this.#shared.follows = null;
    this.#pieces = [];
    return { recognised, sound };
  }

  /** Nobody wants to know any more. */
  forget(): void {
    this.#pieces = [];
    if (this.#isFollowed) this.#shared.follows = null;
  }

  get #isFollowed(): boolean {
    return this.#shared.follows === this;
  }
}
