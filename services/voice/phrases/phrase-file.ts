import type { Phrase } from './phrase.ts';
import type { SlotList } from './slot-list.ts';

/** One sentence on what is wrong, with file and line, and one on what to do. */
export interface GrammarTrouble {
  readonly what: string;
  readonly advice: string;
}

/** `where` is file and line, for example "en.yaml line 12". */
export interface Placed<T> {
  readonly value: T;
  readonly where: string;
}

type Wanted = Readonly<Record<string, readonly string[]>>;

/** What a template asks of the context: of the things and values in its slots, and of where it was said. */
export interface ContextFilter {
  /** Each key must be known and be one of these; an empty list takes any value. */
  readonly requires: Wanted;
  readonly excludes: Wanted;
  /** Domains of the things that `{name}` may mean; an empty list means any. */
  readonly names: readonly string[];
  /** Slots that are made of the context, by its keys: the room in which it was said. */
  readonly slots: Readonly<Record<string, string>>;
}

export const ANY_CONTEXT: ContextFilter = { requires: {}, excludes: {}, names: [], slots: {} };

/** Sentences that mean the same intent with the same fixed slots. */
export interface PhraseBlock {
  readonly intent: string;
  readonly fixed: Readonly<Record<string, string | number>>;
  readonly filter: ContextFilter;
  /** Said by itself, and never joined to another command: yes, no, never mind. */
  readonly isAlone: boolean;
  /** One of these words must be said, where there are any. */
  readonly keywords: readonly string[];
  readonly sentences: readonly Placed<Phrase>[];
}

/** A file of phrases in Home Assistant's layout. What could not be read is left out of it, and is told in `troubles`. */
export interface PhraseFile {
  readonly path: string;
  readonly language: string;
  readonly blocks: readonly PhraseBlock[];
  readonly lists: ReadonlyMap<string, SlotList>;
  readonly rules: ReadonlyMap<string, Placed<Phrase>>;
  /** Words that mean nothing before and after a command: please, could you. */
  readonly before: readonly Placed<Phrase>[];
  readonly after: readonly Placed<Phrase>[];
  /** Words that join two commands: and. Without any, a sentence is one command. */
  readonly joins: readonly Placed<Phrase>[];
  /** Words that mean nothing anywhere in a sentence. */
  readonly skips: readonly (readonly string[])[];
  readonly troubles: readonly GrammarTrouble[];
}
