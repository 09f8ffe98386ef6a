/** A way to understand what was said. `heard` is without the wake phrase. */
export interface Reading<Command> {
  readonly heard: string;
  readonly command: Command;
}

/**
 * A sentence that is nearly one of the grammar. `heard` are the words that were understood, with '…' in place of those that
 * were not; `unknown`: a `name` is what was not understood, that of a thing or a room, or any `words`.
 */
export interface Near {
  readonly heard: string;
  readonly unknown: 'name' | 'words';
}

/**
 * What an utterance was. `confidence` is 0..1, 0.5 where a sentence is just believed. Not `sure`: likely, so that it is asked
 * before it is done. `alternatives` are other readings that are nearly as likely, the likeliest first.
 * `wake_phrase`: the wake phrase and nothing after it. `unclear`: something was said that is no command of the grammar.
 */
export type Recognised<Command> =
  | {
      readonly kind: 'command';
      readonly heard: string;
      readonly command: Command;
      readonly confidence: number;
      readonly sure: boolean;
      readonly alternatives: readonly Reading<Command>[];
    }
  | { readonly kind: 'wake_phrase' }
  | { readonly kind: 'unclear'; readonly near?: Near };

/**
 * 'with wake phrase' when an utterance begins with it; 'anyhow' when a command is awaited and the phrase may be said once more
 * or not.
 */
export type Begins = 'with wake phrase' | 'anyhow';

/**
 * Whether what was said until now could be all of a command. `nothing`: no words were understood yet; `complete` only where the
 * reading has not changed for a while. `unknown` where nobody follows what is said.
 */
export type Completeness = 'unknown' | 'nothing' | 'incomplete' | 'complete';

/**
 * Finds a command of a grammar in an utterance: PocketSphinx, or a network that the owner installed. One utterance at a time, in
 * the process that calls it. Samples are those of 16 kHz, -1..1.
 */
export interface SpeechEngine<Command> {
  /** A new utterance; one that was not ended is forgotten. */
  begin(begins: Begins): void;
  /** The next samples of the utterance, as many as there are. Work that can be done by now is done. */
  hear(samples: Float32Array): void;
  /** Of the utterance until now; 'unknown' from an engine that only looks at whole utterances. */
  readonly completeness: Completeness;
  /** The utterance is over. */
  end(): Recognised<Command>;
  /** A whole utterance at once. */
  recognise(samples: Float32Array, begins: Begins): Recognised<Command>;
  close(): void;
}
