import type { Phrase } from './phrase.ts';
import type { SpokenPhrases } from './command-reader.ts';
import { ANY_CONTEXT, type ContextFilter, type PhraseBlock } from './phrase-file.ts';
import { passes, type PhraseBook } from './phrase-matcher.ts';
import { wordTree } from './word-tree.ts';

/** What a recogniser listens for: a grammar in JSGF 1.0 (https://www.w3.org/TR/jsgf/) and all its words. */
export interface SpokenGrammar {
  readonly jsgf: string;
  readonly words: readonly string[];
}

/** Writes the grammar of all blocks. Templates that nothing in this home can fill, and those with wildcards, are not in it. */
export function spokenGrammar(book: PhraseBook, spoken: SpokenPhrases): SpokenGrammar {
  const writer = new GrammarWriter(book);
  const before = writer.write(spoken.before, ANY_CONTEXT) ?? '';
  const after = writer.write(spoken.after, ANY_CONTEXT) ?? '';
  const join = spoken.join === null ? '' : (writer.write(spoken.join, ANY_CONTEXT) ?? '');
  const isOf = (isAlone: boolean) =>
    rulesOf(
      writer,
      spoken.blocks.filter((block) => block.isAlone === isAlone),
    );
  const [rules, aloneRules] = [isOf(false), isOf(true)];
  const isJoined = join !== '' && rules.length > 0;
  // A rule that comes back to itself at its end costs no second copy of all commands.
  const joined = isJoined ? [`<commands> = ( ${rules.join(' | ')} ) [ ${join} <commands> ];`] : [];
  // PocketSphinx comes back to the state before the rule: only with one of its own can't what is said alone follow "and".
  const said = [...(isJoined ? ['( <NULL> ) <commands>'] : rules), ...aloneRules];
  const command = [before, `( ${said.join(' | ')} )`, after].filter((part) => part !== '').join(' ');
  const lines = said.length === 0 ? [] : [...writer.definitions, ...joined, `public <command> = ${command};`];
  return { jsgf: ['#JSGF V1.0;', 'grammar lares;', ...lines, ''].join('\n'), words: wordsOf(lines) };
}

/** One rule an intent, by their names. */
function rulesOf(writer: GrammarWriter, blocks: readonly PhraseBlock[]): readonly string[] {
  const intents = new Map<string, string[]>();
  for (const block of blocks)
    for (const { value } of block.sentences) {
      const sentence = writer.write(value, block.filter) ?? '';
      if (sentence !== '') intents.set(block.intent, [...(intents.get(block.intent) ?? []), sentence]);
    }
  return [...intents].map(([name, bodies]) => writer.define(name, [...new Set(bodies)].join(' |\n  ')));
}

class GrammarWriter {
  readonly #book: PhraseBook;
  readonly #nameByBody = new Map<string, string>();
  /** Rules and lists that are written already; what they say depends on what a block asks of its things. */
  readonly #known = new Map<ContextFilter, Map<string, string | null>>();
  readonly #names = new Set<string>(['command', 'commands', 'null', 'void']);

  constructor(book: PhraseBook) {
    this.#book = book;
  }

  get definitions(): readonly string[] {
    return [...this.#nameByBody].map(([body, name]) => `${name} = ${body};`);
  }

  /** The phrase in JSGF: '' is silence, null can't be said in this home. */
  write(phrase: Phrase, filter: ContextFilter): string | null {
    switch (phrase.kind) {
      case 'word':
        return phrase.word;
      case 'all': {
        const parts = phrase.items.map((item) => this.write(item, filter));
        return parts.includes(null) ? null : parts.filter((part) => part !== '').join(' ');
      }
      case 'one':
        return this.#choice(phrase.items, filter);
      case 'rule':
        return this.#once(`<${phrase.rule}>`, filter, () => this.#rule(phrase.rule, filter));
      case 'slot':
        return this.#once(phrase.list, filter, () => this.#slot(phrase.list, filter));
    }
  }

  /** Names a body; the same body has one name only. */
  define(wish: string, body: string): string {
    const known = this.#nameByBody.get(body);
    if (known !== undefined) return known;
    const plain = wish.replaceAll(/[^A-Za-z0-9_]/g, '_');
    let name = plain;
    for (let number = 2; this.#names.has(name.toLowerCase()); number++) name = `${plain}_${number}`;
    this.#names.add(name.toLowerCase());
    this.#nameByBody.set(body, `<${name}>`);
    return `<${name}>`;
  }

  #once(name: string, filter: ContextFilter, write: () => string | null): string | null {
    const known = this.#known.get(filter) ?? new Map<string, string | null>();
    this.#known.set(filter, known);
    const body = known.get(name) ?? write();
    known.set(name, body);
    return body;
  }

  #rule(name: string, filter: ContextFilter): string | null {
    const rule = this.#book.rules.get(name);
    const body = rule === undefined ? null : this.write(rule, filter);
    return body === null || body === '' ? body : this.define(name, body);
  }

  #choice(items: readonly Phrase[], filter: ContextFilter): string | null {
    const parts = items.map((item) => this.write(item, filter)).filter((part) => part !== null);
    const said = [...new Set(parts.filter((part) => part !== ''))];
    if (said.length === 0) return parts.length === 0 ? null : '';
    const choice = said.join(' | ');
    return parts.includes('') ? `[ ${choice} ]` : said.length === 1 ? choice : `( ${choice} )`;
  }

  #slot(name: string, filter: ContextFilter): string | null {
    const list = this.#book.lists.get(name);
    if (list?.kind !== 'values') return null;
    const spoken = list.values.filter((value) => value.isSilent !== true && passes(value, filter));
    const sentences = spoken.map(({ words }) => words);
    if (sentences.length === 0) return null;
    const body = this.write(wordTree(sentences), filter);
    return body === null ? null : this.define(name, body);
  }
}

/** The words of grammar lines: what is not in <angle brackets> and no sign. */
function wordsOf(lines: readonly string[]): readonly string[] {
  const words = new Set<string>();
  for (const line of lines)
    for (const [word] of line
      .replace(/^[^=]*=/, '')
      .replaceAll(/<[^>]*>/g, ' ')
      .matchAll(/[a-z'][a-z']*/g))
      words.add(word);
  return [...words].sort();
}
