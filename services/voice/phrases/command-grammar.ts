import { CommandReader, type SpokenCommand, type SpokenPhrases } from './command-reader.ts';
import { spokenGrammar, type SpokenGrammar } from './grammar.ts';
import { readJoined } from './joined-commands.ts';
import { languageOf } from './language.ts';
import { SILENCE, one, type Phrase } from './phrase.ts';
import { checkPhrases, type Vocabulary } from './phrase-check.ts';
import {
  ANY_CONTEXT,
  type GrammarTrouble,
  type PhraseBlock,
  type PhraseFile,
  type Placed,
} from './phrase-file.ts';
import type { Context, PhraseBook } from './phrase-matcher.ts';
import type { SlotList } from './slot-list.ts';
import { saidWords, type SaidWord } from './said-word.ts';

export type { SpokenCommand } from './command-reader.ts';

/** What can be said: for a recogniser as JSGF, and for the text that it hears as `interpret`; both from the same templates. */
export interface CommandGrammar<Command> {
  readonly jsgf: string;
  /** Every word of the grammar, sorted, for the pronunciations that a dictionary lacks. */
  readonly words: readonly string[];
  /** The home's own names as they are said: of things, rooms, people and cameras. */
  readonly names: readonly string[];
  /**
   * What a sentence means, or null. Numbers may be digits or words; capitals and punctuation do not matter. `context` is what
   * is known of where it was said, its `area`.
   */
  readonly interpret: (text: string, context?: Context) => Command | null;
  readonly troubles: readonly GrammarTrouble[];
}

/** What `commandGrammar` makes: a sentence may also be two commands. */
export interface SpokenCommandGrammar extends CommandGrammar<SpokenCommand> {
  /** One command, two that were joined by "and", or none. */
  readonly interpretAll: (text: string, context?: Context) => readonly SpokenCommand[];
}

/** The grammar of some files; the first file wins where two define the same. `home` are the lists of this home. */
export function commandGrammar(
  files: readonly PhraseFile[],
  home: ReadonlyMap<string, SlotList>,
  names: Omit<Vocabulary, 'lists'>,
): SpokenCommandGrammar {
  const language = languageOf(files.find((file) => file.language !== '')?.language ?? '');
  const { book, spoken, troubles } = soundPhrases(files, home, names);
  const reader = new CommandReader(book, spoken);
  const skips = files.flatMap((file) => file.skips);
  // Text alone needs no grammar for the ear, and that of many phrases takes its time.
  let written: SpokenGrammar | undefined;
  const heard = () => (written ??= spokenGrammar(book, spoken));
  const interpretAll = (text: string, context: Context = {}): readonly SpokenCommand[] => {
    const words = saidWords(text, language);
    const by = { reader, join: spoken.join, context };
    const found = readJoined(words, by);
    const fewer = found.length > 0 ? words : without(words, skips);
    return fewer.length === words.length ? found : readJoined(fewer, by);
  };
  return {
    get jsgf() {
      return heard().jsgf;
    },
    get words() {
      return heard().words;
    },
    get names() {
      return namesOf(home);
    },
    interpretAll,
    interpret: (text, context) => {
      const [command, ...others] = interpretAll(text, context);
      return command === undefined || others.length > 0 ? null : command;
    },
    troubles,
  };
}

function namesOf(home: ReadonlyMap<string, SlotList>): readonly string[] {
  const values = [...home.values()].flatMap((list) => (list.kind === 'values' ? list.values : []));
  const said = values.filter(({ isSilent }) => isSilent !== true);
  return [...new Set(said.map(({ words }) => words.join(' ')))];
}

interface Sound {
  readonly book: PhraseBook;
  readonly spoken: SpokenPhrases;
  readonly troubles: readonly GrammarTrouble[];
}

/** What of the files holds, joined. */
function soundPhrases(
  files: readonly PhraseFile[],
  home: ReadonlyMap<string, SlotList>,
  names: Omit<Vocabulary, 'lists'>,
): Sound {
  const lists = new Map([...home, ...firstWins(files.map((file) => file.lists))]);
  const blocks = files.flatMap((file) => file.blocks);
  const ends = files.flatMap(({ before, after, joins }) => [...before, ...after, ...joins]);
  const endBlock: PhraseBlock = {
    intent: 'ends',
    fixed: {},
    filter: ANY_CONTEXT,
    isAlone: false,
    keywords: [],
    sentences: ends,
  };
  const checked = checkPhrases(firstWins(files.map((file) => file.rules)), [...blocks, endBlock], {
    lists: new Set(lists.keys()),
    slots: names.slots,
    intents: names.intents && new Set([...names.intents, endBlock.intent]),
  });
  const sound = new Set(checked.blocks.flatMap(({ sentences }) => sentences));
  const kept = (phrases: readonly Placed<Phrase>[]) => phrases.filter((phrase) => sound.has(phrase));
  const joins = files.flatMap((file) => kept(file.joins));
  const spoken = {
    blocks: checked.blocks.filter(({ sentences }) => sentences.every((sentence) => !ends.includes(sentence))),
    before: optional(files.flatMap((file) => kept(file.before))),
    after: optional(files.flatMap((file) => kept(file.after))),
    join: joins.length === 0 ? null : one(joins.map(({ value }) => value)),
  };
  const troubles = [...files.flatMap((file) => file.troubles), ...checked.troubles];
  return { book: { lists, rules: checked.rules }, spoken, troubles };
}

/** The sentence without words that mean nothing, wherever they stand. */
function without(words: readonly SaidWord[], skips: readonly (readonly string[])[]): readonly SaidWord[] {
  const longest = skips.toSorted((a, b) => b.length - a.length);
  const kept: SaidWord[] = [];
  for (let at = 0; at < words.length;) {
    const skipped = longest.find((skip) => skip.every((word, offset) => words[at + offset]?.word === word));
    kept.push(...words.slice(at, skipped === undefined ? at + 1 : at));
    at += skipped?.length ?? 1;
  }
  return kept;
}

function optional(phrases: readonly Placed<Phrase>[]): Phrase {
  return one([...phrases.map(({ value }) => value), SILENCE]);
}

function firstWins<T>(maps: readonly ReadonlyMap<string, T>[]): ReadonlyMap<string, T> {
  return new Map(maps.toReversed().flatMap((map) => [...map]));
}
