import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { HomeNames } from '../../contract/entity.ts';
import { Intent, IntentName, Slots } from '../../contract/intent.ts';
import { commandGrammar, type CommandGrammar, type SpokenCommand } from './command-grammar.ts';
import { homeLists } from './home-lists.ts';
import { languageOf } from './language.ts';
import type { PhraseFile } from './phrase-file.ts';
import { readPhraseFile, type PhraseFileKind } from './phrase-reader.ts';

const PHRASES = join(import.meta.dirname, '../../../resources/phrases');

const NOBODY: HomeNames = { entities: [], areas: [], people: [], cameras: [] };

/**
 * The phrases of a language: the owner's own files (`*.yaml`, by name) first, since they win, then ours. A file that can't
 * be read is told in its `troubles`; a missing folder is no trouble.
 */
export function loadPhrases(language: string, ownersDirectory: string): PhraseFile[] {
  const own = yamlFiles(ownersDirectory).map((name) => loadPhraseFile(join(ownersDirectory, name)));
  const isSpoken = (file: PhraseFile) => file.language === '' || file.language === language;
  return [...own.filter(isSpoken), ourPhrases(language)];
}

const read = new Map<string, PhraseFile>();

/** Our own files do not change while Lares runs; each is read once, so that a changed name costs only a new grammar. */
function ourPhrases(language: string): PhraseFile {
  const file = read.get(language) ?? loadPhraseFile(join(PHRASES, `${language}.yaml`));
  read.set(language, file);
  return file;
}

/** The grammar of this home. Intents and slots are those of the contract; a template with others is told and left out. */
export function buildGrammar(phrases: readonly PhraseFile[], home: HomeNames): CommandGrammar<Intent> {
  const { lists, troubles } = homeLists(home, languageOf(phrases.find(isNamed)?.language ?? ''));
  const grammar = commandGrammar(phrases, lists, {
    intents: new Set(IntentName.options),
    slots: new Set(Object.keys(Slots.shape)),
  });
  return {
    get jsgf() {
      return grammar.jsgf;
    },
    get words() {
      return grammar.words;
    },
    get names() {
      return grammar.names;
    },
    interpret: (text, context) => {
      const [first, ...also] = grammar.interpretAll(text, context);
      const intent = Intent.safeParse(also.length === 0 ? first : { ...first, also });
      return intent.success ? intent.data : null;
    },
    troubles: [...grammar.troubles, ...troubles],
  };
}

function isNamed({ language }: PhraseFile): boolean {
  return language !== '';
}

/** A grammar whose file chooses its own intents and slots, as an evaluation needs it. */
export function loadGrammar(path: string, home: HomeNames = NOBODY): CommandGrammar<SpokenCommand> {
  return commandGrammar([loadPhraseFile(path)], homeLists(home).lists, { intents: null, slots: null });
}

/** Reads one file; `kind` is what its folder knows about it. */
export function loadPhraseFile(path: string, kind: PhraseFileKind = {}): PhraseFile {
  try {
    return readPhraseFile(path, readFileSync(path, 'utf8'), kind);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const trouble = {
      what: `The phrase file ${basename(path)} can not be read.`,
      advice: 'Check that it is there and may be read; its phrases are left out until then.',
    };
    return { ...readPhraseFile(path, ''), troubles: [trouble] };
  }
}

function yamlFiles(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort();
  } catch {
    return [];
  }
}
