import { spokenGrammar, type SpokenGrammar } from './grammar.ts';
import { SILENCE, one, type Phrase } from './phrase.ts';
import { checkPhrases, type Vocabulary } from './phrase-check.ts';
import type { GrammarTrouble, PhraseBlock, PhraseFile, Placed } from './phrase-file.ts';
import { PhraseMatcher, UNREAD, type PhraseBook, type Reading, type SlotValues } from './phrase-matcher.ts';
import type { SlotList } from './slot-list.ts';
import { spokenWords } from './spoken-words.ts';

/** What can be said: for a recogniser as JSGF, and for the text that it hears as `interpret`; both from the same templates. */
export interface CommandGrammar<Command> {
  readonly jsgf: string;
  /** Every word of the grammar, sorted, for the pronunciations that a dictionary lacks. */
  readonly words: readonly string[];
  /** What a sentence means, or null. Numbers may be digits or words; capitals and punctuation do not matter. */
  readonly interpret: (text: string) => Command | null;
  readonly troubles: readonly GrammarTrouble[];
}

/** A command of any grammar, its names as the file chose them. */
export interface SpokenCommand {
  readonly name: string;
  readonly slots: SlotValues;
}

interface Candidate {
  readonly command: SpokenCommand;
  readonly reading: Reading;
}

/** The grammar of some files; the first file wins where two define the same. `home` are the lists of this home. */
export function commandGrammar(
  files: readonly PhraseFile[],
  home: ReadonlyMap<string, SlotList>,
  names: Omit<Vocabulary, 'lists'>,
): CommandGrammar<SpokenCommand> {
  const lists = new Map([...home, ...firstWins(files.map((file) => file.lists))]);
  const blocks = files.flatMap((file) => file.blocks);
  const ends = files.flatMap(({ before, after }) => [...before, ...after]);
  const endBlock: PhraseBlock = { intent: 'ends', fixed: {}, things: NOTHING_ASKED, sentences: ends };
  const rules = firstWins(files.map((file) => file.rules));
  const checked = checkPhrases(rules, [...blocks, endBlock], {
    lists: new Set(lists.keys()),
    slots: names.slots,
    intents: names.intents && new Set([...names.intents, endBlock.intent]),
  });
  const book: PhraseBook = { lists, rules: checked.rules };
  const sound = new Set(checked.blocks.flatMap(({ sentences }) => sentences));
  const spoken = {
    blocks: checked.blocks.filter(({ sentences }) => sentences.every((sentence) => !ends.includes(sentence))),
    before: optional(files.flatMap((file) => file.before.filter((phrase) => sound.has(phrase)))),
    after: optional(files.flatMap((file) => file.after.filter((phrase) => sound.has(phrase)))),
  };
  const matcher = new PhraseMatcher(book);
  // Text alone needs no grammar for the ear, and that of many phrases takes its time.
  let written: SpokenGrammar | undefined;
  const heard = () => (written ??= spokenGrammar(book, spoken));
  return {
    get jsgf() {
      return heard().jsgf;
    },
    get words() {
      return heard().words;
    },
    interpret: (text) => bestOf(candidates(matcher, spoken, spokenWords(text))),
    troubles: [...files.flatMap((file) => file.troubles), ...checked.troubles],
  };
}

const NOTHING_ASKED = { domains: [], deviceClasses: [], notDomains: [] };

function candidates(
  matcher: PhraseMatcher,
  spoken: { readonly blocks: readonly PhraseBlock[]; readonly before: Phrase; readonly after: Phrase },
  words: readonly string[],
): readonly Candidate[] {
  const polite = { words, things: NOTHING_ASKED };
  const starts = matcher.read(spoken.before, [UNREAD], polite).map((reading) => ({ ...reading, literal: 0 }));
  return spoken.blocks.flatMap(({ intent, fixed, things, sentences }) =>
    sentences.flatMap(({ value }) =>
      matcher
        .read(value, starts, { words, things })
        .filter((reading) => isEnd(matcher.read(spoken.after, [reading], polite), words.length))
        .map((reading) => ({ command: { name: intent, slots: { ...fixed, ...reading.slots } }, reading })),
    ),
  );
}

/**
 * The reading with the fewest guessed words; then one that names a thing; then the one that understood the most slots; then
 * the most literal one; then the first.
 */
function bestOf(found: readonly Candidate[]): SpokenCommand | null {
  const rank = ({ reading, command }: Candidate) => [
    -reading.wild,
    command.slots['name'] === undefined ? 0 : 1,
    Object.keys(reading.slots).length,
    reading.literal,
  ];
  const isBetter = (one: Candidate, other: Candidate) => {
    const ranks = rank(other);
    const difference = rank(one).map((value, at) => value - (ranks[at] ?? 0));
    return (difference.find((value) => value !== 0) ?? 0) > 0;
  };
  let best: Candidate | undefined;
  for (const candidate of found) if (best === undefined || isBetter(candidate, best)) best = candidate;
  return best?.command ?? null;
}

function isEnd(readings: readonly Reading[], length: number): boolean {
  return readings.some(({ at }) => at === length);
}

function optional(phrases: readonly Placed<Phrase>[]): Phrase {
  return one([...phrases.map(({ value }) => value), SILENCE]);
}

function firstWins<T>(maps: readonly ReadonlyMap<string, T>[]): ReadonlyMap<string, T> {
  return new Map(maps.toReversed().flatMap((map) => [...map]));
}
