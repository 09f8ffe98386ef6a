import type { Phrase } from './phrase.ts';
import type { ThingFilter } from './phrase-file.ts';
import type { SlotList, SlotValue } from './slot-list.ts';

export type SlotValues = Readonly<Record<string, string | number>>;

/** What the templates of a house refer to. */
export interface PhraseBook {
  readonly lists: ReadonlyMap<string, SlotList>;
  readonly rules: ReadonlyMap<string, Phrase>;
}

/** How the first `at` words can be read. */
export interface Reading {
  readonly at: number;
  readonly slots: SlotValues;
  /** Words of the template itself. */
  readonly literal: number;
  /** Words that a wildcard took. */
  readonly wild: number;
}

export const UNREAD: Reading = { at: 0, slots: {}, literal: 0, wild: 0 };

/** Reads words by phrases. All readings are followed side by side, so that time grows with the readings, never exponentially. */
export class PhraseMatcher {
  readonly #book: PhraseBook;
  readonly #byFirstWord = new Map<string, Map<string, SlotValue[]>>();

  constructor(book: PhraseBook) {
    this.#book = book;
    for (const [name, list] of book.lists) if (list.kind === 'values') this.#index(name, list.values);
  }

  /** Every way to go on from `readings` by saying `phrase`. */
  read(phrase: Phrase, readings: readonly Reading[], of: Sentence): readonly Reading[] {
    if (readings.length === 0) return readings;
    switch (phrase.kind) {
      case 'word':
        return readings
          .filter(({ at }) => sameWord(of.words[at], phrase.word))
          .map((reading) => ({ ...reading, at: reading.at + 1, literal: reading.literal + 1 }));
      case 'all':
        return phrase.items.reduce((before, item) => this.read(item, before, of), readings);
      case 'one':
        return different(phrase.items.flatMap((item) => this.read(item, readings, of)));
      case 'rule': {
        const body = this.#book.rules.get(phrase.rule);
        return body === undefined ? [] : this.read(body, readings, of);
      }
      case 'slot':
        return readings.flatMap((reading) => this.#fill(phrase, reading, of));
    }
  }

  #fill(
    { list, slot }: Extract<Phrase, { kind: 'slot' }>,
    reading: Reading,
    of: Sentence,
  ): readonly Reading[] {
    if (reading.slots[slot] !== undefined) return [];
    const fill = (value: string | number, words: number, wild: number): Reading => ({
      ...reading,
      at: reading.at + words,
      slots: { ...reading.slots, [slot]: value },
      wild: reading.wild + wild,
    });
    if (this.#book.lists.get(list)?.kind === 'wildcard') {
      const rest = of.words.slice(reading.at);
      return rest.map((_, end) => fill(rest.slice(0, end + 1).join(' '), end + 1, end + 1));
    }
    const candidates = this.#byFirstWord.get(list)?.get(wordKey(of.words[reading.at] ?? '')) ?? [];
    return candidates
      .filter((value) => passes(value, of.things))
      .filter(({ words }) => words.every((word, offset) => sameWord(of.words[reading.at + offset], word)))
      .map(({ value, words }) => fill(value, words.length, 0));
  }

  #index(name: string, values: readonly SlotValue[]): void {
    const index = new Map<string, SlotValue[]>();
    for (const value of values) {
      const key = wordKey(value.words[0] ?? '');
      index.set(key, [...(index.get(key) ?? []), value]);
    }
    this.#byFirstWord.set(name, index);
  }
}

export interface Sentence {
  readonly words: readonly string[];
  readonly things: ThingFilter;
}

/** Whether a template with this filter may speak of this value. */
export function passes({ thing }: SlotValue, filter: ThingFilter): boolean {
  if (thing === undefined) return true;
  const isAmong = (wanted: readonly string[], is: string) => wanted.length === 0 || wanted.includes(is);
  return (
    isAmong(filter.domains, thing.domain) &&
    isAmong(filter.deviceClasses, thing.deviceClass) &&
    !filter.notDomains.includes(thing.domain)
  );
}

/** People write "whats" and "what's" alike. */
function wordKey(word: string): string {
  return word.replaceAll("'", '');
}

function sameWord(word: string | undefined, wanted: string): boolean {
  return word !== undefined && (word === wanted || wordKey(word) === wordKey(wanted));
}

/** Of readings that mean the same, the one with the most literal words. */
function different(readings: readonly Reading[]): readonly Reading[] {
  if (readings.length < 2) return readings;
  const best = new Map<string, Reading>();
  for (const reading of readings) {
    const key = `${reading.at} ${JSON.stringify(reading.slots)}`;
    const other = best.get(key);
    if (other === undefined || reading.literal > other.literal) best.set(key, reading);
  }
  return [...best.values()];
}
