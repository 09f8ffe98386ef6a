import type { Phrase } from './phrase.ts';

/**
 * So many parts a phrase may have, its rules written out: what it costs to listen for it and to match it grows with them. The
 * templates of Home Assistant and of Lares have up to two hundred.
 */
export const MOST_PARTS = 5000;

/** How many words, slots and choices a phrase has where rules are written out. Rules that are not known count as one. */
export function partsOf(phrase: Phrase, ofRules: ReadonlyMap<string, number> = new Map()): number {
  switch (phrase.kind) {
    case 'word':
    case 'slot':
      return 1;
    case 'rule':
      return ofRules.get(phrase.rule) ?? 1;
    case 'all':
    case 'one':
      return phrase.items.reduce((parts, item) => parts + partsOf(item, ofRules), 1);
  }
}
