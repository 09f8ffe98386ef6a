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

/** Which things a `{name}` may mean; an empty list means any. */
export interface ThingFilter {
  readonly domains: readonly string[];
  readonly deviceClasses: readonly string[];
  readonly notDomains: readonly string[];
}

/** Sentences that mean the same intent with the same fixed slots. */
export interface PhraseBlock {
  readonly intent: string;
  readonly fixed: Readonly<Record<string, string | number>>;
  readonly things: ThingFilter;
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
  readonly troubles: readonly GrammarTrouble[];
}
