import type { Phrase } from './phrase.ts';
import type { PhraseBlock } from './phrase-file.ts';

/** The names that rules and lists of one intent, or of one block, have in the whole book, by the names they are written with. */
export interface LocalNames {
  readonly rules: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, string>;
}

export function withNames(block: PhraseBlock, names: LocalNames): PhraseBlock {
  if (names.rules.size === 0 && names.lists.size === 0) return block;
  const sentences = block.sentences.map(({ value, where }) => ({ value: renamed(value, names), where }));
  return { ...block, sentences };
}

export function renamed(phrase: Phrase, names: LocalNames): Phrase {
  switch (phrase.kind) {
    case 'word':
      return phrase;
    case 'rule':
      return { ...phrase, rule: names.rules.get(phrase.rule) ?? phrase.rule };
    case 'slot':
      return { ...phrase, list: names.lists.get(phrase.list) ?? phrase.list };
    default:
      return { ...phrase, items: phrase.items.map((item) => renamed(item, names)) };
  }
}
