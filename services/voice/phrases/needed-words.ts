import type { Phrase } from './phrase.ts';
import { wordKey, type PhraseBook } from './phrase-matcher.ts';

/** Groups of words; each sentence of a phrase has at least one word of each group. */
export type Needs = readonly number[];

/** A larger group tells nothing: almost any sentence has one of its words. */
const MOST_WORDS = 300;

/**
 * Tells quickly which phrases a sentence can not be: "turn off the light" has no word that "what time is it" needs. Groups are
 * numbered, so that each is looked at once for a sentence, however many phrases need it.
 */
export class NeededWords {
  readonly #book: PhraseBook;
  readonly #groups: ReadonlySet<string>[] = [];
  readonly #numberByWords = new Map<string, number>();
  readonly #needsByRule = new Map<string, readonly ReadonlySet<string>[]>();

  constructor(book: PhraseBook) {
    this.#book = book;
  }

  needsOf(phrase: Phrase): Needs {
    return [...new Set(this.#sets(phrase).map((words) => this.#number(words)))];
  }

  /** Whether each group has a word of the sentence, by the group's number. */
  met(keys: readonly string[]): readonly boolean[] {
    return this.#groups.map((words) => keys.some((key) => words.has(key)));
  }

  #sets(phrase: Phrase): readonly ReadonlySet<string>[] {
    switch (phrase.kind) {
      case 'word':
        return [new Set([wordKey(phrase.word)])];
      case 'all':
        return [...new Set(phrase.items.flatMap((item) => this.#sets(item)))];
      case 'one':
        return this.#choice(phrase.items.map((item) => this.#sets(item)));
      case 'rule': {
        const known = this.#needsByRule.get(phrase.rule);
        if (known !== undefined) return known;
        const body = this.#book.rules.get(phrase.rule);
        const sets = body === undefined ? [] : this.#sets(body);
        this.#needsByRule.set(phrase.rule, sets);
        return sets;
      }
      case 'slot': {
        const list = this.#book.lists.get(phrase.list);
        if (list?.kind !== 'values') return [];
        return limited(new Set(list.values.map(({ words }) => wordKey(words[0] ?? ''))));
      }
    }
  }

  /** A choice needs something only where each of its parts does. */
  #choice(parts: readonly (readonly ReadonlySet<string>[])[]): readonly ReadonlySet<string>[] {
    const words = new Set<string>();
    for (const sets of parts) {
      const [first, ...others] = sets;
      if (first === undefined) return [];
      for (const word of others.reduce((least, set) => (set.size < least.size ? set : least), first))
        words.add(word);
    }
    return limited(words);
  }

  #number(words: ReadonlySet<string>): number {
    const name = [...words].sort().join(' ');
    const known = this.#numberByWords.get(name);
    if (known !== undefined) return known;
    this.#numberByWords.set(name, this.#groups.length);
    return this.#groups.push(words) - 1;
  }
}

function limited(words: ReadonlySet<string>): readonly ReadonlySet<string>[] {
  return words.size > MOST_WORDS ? [] : [words];
}
