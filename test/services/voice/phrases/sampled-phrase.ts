import type { ContextFilter } from '../../../../services/voice/phrases/phrase-file.ts';
import type { Phrase } from '../../../../services/voice/phrases/phrase.ts';
import {
  passes,
  type PhraseBook,
  type SlotValues,
} from '../../../../services/voice/phrases/phrase-matcher.ts';

/** A sentence that a template can say, and the slots that it then means. */
export interface SampledPhrase {
  readonly words: readonly string[];
  readonly slots: SlotValues;
}

/** Words for wildcards: none of them begins like an article or a number, which a template might take for itself. */
const WILD = ['purple unicorn', 'marzipan', 'grandma'];

/** A random sentence of a template, or null when the dice led to a slot twice, or to a list without a fitting value. */
export function sampledPhrase(
  phrase: Phrase,
  of: { readonly book: PhraseBook; readonly filter: ContextFilter; readonly random: () => number },
): SampledPhrase | null {
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(of.random() * items.length)];
  const slots: Record<string, string | number> = {};
  const fill = (slot: string, value: string | number, words: readonly string[]) => {
    if (slots[slot] !== undefined) return null;
    slots[slot] = value;
    return words;
  };
  const say = (part: Phrase | undefined): readonly string[] | null => {
    switch (part?.kind) {
      case undefined:
        return null;
      case 'word':
        return [part.word];
      case 'one':
        return say(pick(part.items));
      case 'rule':
        return say(of.book.rules.get(part.rule));
      case 'all': {
        const said = part.items.map(say);
        return said.some((words) => words === null) ? null : said.flatMap((words) => words ?? []);
      }
      case 'slot': {
        const list = of.book.lists.get(part.list);
        if (list?.kind === 'wildcard') {
          const text = pick(WILD) ?? '';
          return fill(part.slot, text, text.split(' '));
        }
        const value = pick((list?.values ?? []).filter((one) => passes(one, of.filter)));
        return value === undefined ? null : fill(part.slot, value.value, value.words);
      }
    }
  };
  const words = say(phrase);
  return words === null || words.length === 0 ? null : { words, slots };
}

/** Mulberry32: the same sentences at every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
