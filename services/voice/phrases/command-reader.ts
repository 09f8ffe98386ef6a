import { NeededWords, type Needs } from './needed-words.ts';
import type { Phrase } from './phrase.ts';
import { ANY_CONTEXT, type PhraseBlock } from './phrase-file.ts';
import {
  PhraseMatcher,
  UNREAD,
  holds,
  wordKey,
  type Context,
  type PhraseBook,
  type Reading,
  type Sentence,
  type SlotValues,
} from './phrase-matcher.ts';
import { written, type SaidWord } from './said-word.ts';

/** A command of any grammar, its names as the file chose them. */
export interface SpokenCommand {
  readonly name: string;
  readonly slots: SlotValues;
}

/** All that can be said: commands, what may stand before and after them, and what joins two of them, if anything. */
export interface SpokenPhrases {
  readonly blocks: readonly PhraseBlock[];
  readonly before: Phrase;
  readonly after: Phrase;
  readonly join: Phrase | null;
}

export interface Said {
  /** Where it was said: its `area`. */
  readonly context: Context;
  readonly isPart?: boolean;
}

interface Candidate {
  readonly isAlone: boolean;
  readonly command: SpokenCommand;
  readonly reading: Reading;
}

interface Prepared {
  readonly block: PhraseBlock;
  readonly sentences: readonly { readonly phrase: Phrase; readonly needs: Needs }[];
}

/** Reads the words of one command by all templates, and chooses the best reading. */
export class CommandReader {
  readonly #matcher: PhraseMatcher;
  readonly #needed: NeededWords;
  readonly #prepared: readonly Prepared[];
  readonly #spoken: SpokenPhrases;

  constructor(book: PhraseBook, spoken: SpokenPhrases) {
    this.#matcher = new PhraseMatcher(book);
    this.#needed = new NeededWords(book);
    this.#spoken = spoken;
    this.#prepared = spoken.blocks.map((block) => ({
      block,
      sentences: block.sentences.map(({ value }) => ({ phrase: value, needs: this.#needed.needsOf(value) })),
    }));
  }

  /** Null when no template fits. `isPart`: the words are a part of joined commands. */
  read(words: readonly SaidWord[], { context, isPart = false }: Said): SpokenCommand | null {
    const candidates = this.#candidates(words, context);
    return bestOf(isPart ? candidates.filter(({ isAlone }) => !isAlone) : candidates)?.command ?? null;
  }

  /** Where a phrase can end that begins at word `from`. */
  ends(phrase: Phrase, words: readonly SaidWord[], from: number): readonly number[] {
    const of = { ...sentenceOf(words), filter: ANY_CONTEXT };
    return this.#matcher.read(phrase, [{ ...UNREAD, at: from }], of).map(({ at }) => at);
  }

  #candidates(words: readonly SaidWord[], context: Context): readonly Candidate[] {
    const sentence = sentenceOf(words);
    const { keys } = sentence;
    const met = this.#needed.met(keys);
    const polite = { ...sentence, filter: ANY_CONTEXT };
    const { before, after } = this.#spoken;
    const starts = this.#matcher
      .read(before, [UNREAD], polite)
      .map((reading) => ({ ...reading, literal: 0 }));
    const isEnd = (reading: Reading) =>
      reading.at === words.length ||
      this.#matcher.read(after, [reading], polite).some(({ at }) => at === words.length);
    const found: Candidate[] = [];
    for (const { block, sentences } of this.#prepared) {
      if (block.keywords.length > 0 && !block.keywords.some((word) => keys.includes(wordKey(word)))) continue;
      const of = { ...sentence, filter: block.filter };
      for (const { phrase, needs } of sentences) {
        if (!needs.every((group) => met[group] === true)) continue;
        for (const reading of this.#matcher.read(phrase, starts, of)) {
          const known = { ...context, ...reading.context };
          if (isEnd(reading) && holds(known, block.filter)) found.push(candidate(block, reading, known));
        }
      }
    }
    return found;
  }
}

function sentenceOf(words: readonly SaidWord[]): Omit<Sentence, 'filter'> {
  return {
    keys: words.map(({ key }) => key),
    written: (from, to) => written(words.slice(from, to), words[to]),
  };
}

function candidate(block: PhraseBlock, reading: Reading, known: Context): Candidate {
  const said: Record<string, string | number> = { ...block.fixed, ...reading.slots };
  for (const [key, slot] of Object.entries(block.filter.slots)) said[slot] ??= known[key] ?? '';
  return { isAlone: block.isAlone, command: { name: block.intent, slots: said }, reading };
}

/**
 * The reading with the fewest guessed words; then one whose thing is in the room that is named; then one that names a thing, a
 * camera or somebody; then the most literal one; then the one of fewer and thus longer values ("garage door" is no door in the
 * garage); then the first. This is the order of hassil's `recognize_best`, which Home Assistant's sentences count on.
 */
function bestOf(found: readonly Candidate[]): Candidate | undefined {
  let best: { readonly candidate: Candidate; readonly rank: readonly number[] } | undefined;
  for (const candidate of found) {
    const rank = rankOf(candidate);
    if (best === undefined || isAbove(rank, best.rank)) best = { candidate, rank };
  }
  return best?.candidate;
}

function rankOf({ reading, command: { slots } }: Candidate): readonly number[] {
  const { area, name, camera, person } = slots;
  const { in_area: at = '' } = reading.context;
  const isElsewhere =
    name !== undefined && area !== undefined && at !== '' && at.toLowerCase() !== String(area).toLowerCase();
  return [
    -reading.wild,
    isElsewhere ? 0 : 1,
    [name, camera, person].filter((named) => named !== undefined).length,
    reading.literal,
    -Object.keys(slots).length,
  ];
}

function isAbove(rank: readonly number[], other: readonly number[]): boolean {
  const at = rank.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (rank[at] ?? 0) > (other[at] ?? 0);
}
