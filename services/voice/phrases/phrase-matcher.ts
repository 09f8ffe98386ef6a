import type { Phrase } from './phrase.ts';
import type { ContextFilter } from './phrase-file.ts';
import type { SlotList, SlotValue } from './slot-list.ts';

export type SlotValues = Readonly<Record<string, string | number>>;
export type Context = Readonly<Record<string, string>>;

/** What the templates of a house refer to. */
export interface PhraseBook {
  readonly lists: ReadonlyMap<string, SlotList>;
  readonly rules: ReadonlyMap<string, Phrase>;
}

/** How the first `at` words can be read. */
export interface Reading {
  readonly at: number;
  readonly slots: SlotValues;
  /** What is known of the values in the slots. */
  readonly context: Context;
  /** Words of the template itself. */
  readonly literal: number;
  /** Words that a wildcard took. */
  readonly wild: number;
}

/** A sentence that can be read in more ways than this has wildcards or slots at every turn; nobody writes that on purpose. */
const MOST_READINGS = 1000;

export const UNREAD: Reading = { at: 0, slots: {}, context: {}, literal: 0, wild: 0 };

/** Reads words by phrases. All readings are followed side by side, and there are at most a thousand: time never grows exponentially. */
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
      case 'word': {
        const said = wordKey(phrase.word);
        return readings
          .filter(({ at }) => of.keys[at] === said)
          .map((reading) => ({ ...reading, at: reading.at + 1, literal: reading.literal + 1 }));
      }
      case 'all':
        return phrase.items.reduce((before, item) => this.read(item, before, of), readings);
      case 'one':
        return limited(different(phrase.items.flatMap((item) => this.read(item, readings, of))));
      case 'rule': {
        const body = this.#book.rules.get(phrase.rule);
        return body === undefined ? [] : this.read(body, readings, of);
      }
      case 'slot':
        return limited(readings.flatMap((reading) => this.#fill(phrase, reading, of)));
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
      slots: slot === '' ? reading.slots : { ...reading.slots, [slot]: value },
      wild: reading.wild + wild,
    });
    if (this.#book.lists.get(list)?.kind === 'wildcard') {
      const rest = of.keys.length - reading.at;
      return Array.from({ length: Math.max(0, rest) }, (_, count) =>
        fill(of.written(reading.at, reading.at + count + 1), count + 1, count + 1),
      );
    }
    const candidates = this.#byFirstWord.get(list)?.get(of.keys[reading.at] ?? '') ?? [];
    return candidates
      .filter((value) => passes(value, of.filter))
      .filter(({ words }) => words.every((word, offset) => of.keys[reading.at + offset] === wordKey(word)))
      .map(({ value, words, context }) => {
        const filled = fill(value, words.length, 0);
        return context === undefined ? filled : { ...filled, context: { ...reading.context, ...context } };
      });
  }

  #index(name: string, values: readonly SlotValue[]): void {
    const index = new Map<string, SlotValue[]>();
    for (const value of values) {
      const key = wordKey(value.words[0] ?? '');
      const same = index.get(key);
      if (same === undefined) index.set(key, [value]);
      else same.push(value);
    }
    this.#byFirstWord.set(name, index);
  }
}

export interface Sentence {
  /** The words as they are compared. */
  readonly keys: readonly string[];
  /** Words `from` to before `to` as they were written. */
  readonly written: (from: number, to: number) => string;
  readonly filter: ContextFilter;
}

/** Whether a template with this filter may speak of this value, as far as the value alone can tell. */
export function passes({ context }: SlotValue, filter: ContextFilter): boolean {
  if (context === undefined) return true;
  const { domain } = context;
  if (domain !== undefined && filter.names.length > 0 && !filter.names.includes(domain)) return false;
  return isWanted(filter, (key) => context[key]);
}

/** Whether all that is known in the end is what the filter asks for: then nothing that it requires may be unknown. */
export function holds(context: Context, filter: ContextFilter): boolean {
  const isKnown = Object.keys(filter.requires).every((key) => (context[key] ?? '') !== '');
  return isKnown && isWanted(filter, (key) => context[key]);
}

function isWanted(filter: ContextFilter, known: (key: string) => string | undefined): boolean {
  for (const [key, values] of Object.entries(filter.requires)) {
    const value = known(key);
    if (value !== undefined && values.length > 0 && !values.includes(value)) return false;
  }
  return !Object.entries(filter.excludes).some(([key, values]) => values.includes(known(key) ?? ''));
}

/** People write "whats" and "what's" alike. */
export function wordKey(word: string): string {
  return word.includes("'") ? word.replaceAll("'", '') : word;
}

function limited(readings: readonly Reading[]): readonly Reading[] {
  return readings.length > MOST_READINGS ? readings.slice(0, MOST_READINGS) : readings;
}

/** Of readings that mean the same, the one with the most literal words. */
function different(readings: readonly Reading[]): readonly Reading[] {
  if (readings.length < 2) return readings;
  const best = new Map<string, Reading>();
  for (const reading of readings) {
    const key = `${reading.at} ${JSON.stringify(reading.slots)}${JSON.stringify(reading.context)}`;
    const other = best.get(key);
    if (other === undefined || reading.literal > other.literal) best.set(key, reading);
  }
  return [...best.values()];
}
