import { basename } from 'node:path';
import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { Trouble } from '../../contract/trouble.ts';
import { languageOf, type Language } from './language.ts';
import { renamed, withNames, type LocalNames } from './local-names.ts';
import { phraseOf, sentencesOf, type Phrase } from './phrase.ts';
import { BlockDefinition, FILE_KEYS, contextFilterOf } from './phrase-block.ts';
import type { GrammarTrouble, PhraseBlock, PhraseFile, Placed } from './phrase-file.ts';
import { parseTemplate } from './phrase-template.ts';
import { ListDefinition, rangesOf, slotListOf, type SlotList } from './slot-list.ts';
import { spokenWords } from './spoken-words.ts';

const Texts = z.array(z.string());

const Data = z.array(z.unknown());
const Entries = z.record(z.string(), z.unknown());
const IntentEntry = z.looseObject({
  data: Data,
  expansion_rules: Entries.default({}),
  lists: Entries.default({}),
});

type Path = readonly (string | number)[];
type Entries = z.infer<typeof Entries>;

const CORRECT = 'Correct it; it is left out until then.';

export interface PhraseFileKind {
  /** The intent of a file that has its `data` at the top, as in Home Assistant's one folder an intent. */
  readonly intent?: string;
  /** The language of a file that does not name one: lists that all languages share. */
  readonly language?: string;
}

/** Reads a file's text; `kind` says what its folder knows about it. */
export function readPhraseFile(path: string, text: string, kind: PhraseFileKind = {}): PhraseFile {
  return new PhraseReader(path, text).read(kind);
}

class PhraseReader {
  readonly #path: string;
  readonly #lines = new LineCounter();
  readonly #document: Document;
  readonly #troubles: GrammarTrouble[] = [];
  /** Lists and rules that one intent or one block has for itself; their names are told apart by where they stand. */
  readonly #ownLists = new Map<string, SlotList>();
  readonly #ownRules = new Map<string, Placed<Phrase>>();
  #language: Language = languageOf('');
  #intent = '';

  constructor(path: string, text: string) {
    this.#path = path;
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
  }

  read({ intent = '', language: shared = '' }: PhraseFileKind): PhraseFile {
    const content = this.#checked(Entries, [], this.#content()) ?? {};
    const own = this.#checked(z.string().default(''), ['language'], content['language']) ?? '';
    this.#language = languageOf(own === '' ? shared : own);
    for (const key of Object.keys(content).filter((name) => !FILE_KEYS.includes(name)))
      this.#troubled(this.#line([key]), `there is no key called "${key}" in a phrase file`, CORRECT);
    const skipped = this.#texts('skip_words', content);
    return {
      path: this.#path,
      language: own,
      blocks: [...this.#intents(content), ...this.#data(intent, ['data'], content['data'] ?? [])],
      before: [...skipped, ...this.#texts('before', content)],
      after: [...skipped, ...this.#texts('after', content)],
      joins: this.#texts('and', content),
      // Last, since blocks and rules add rules and lists of their own.
      rules: new Map([
        ...this.#rules(['expansion_rules'], this.#entries('expansion_rules', content)),
        ...this.#ownRules,
      ]),
      lists: new Map([...this.#lists(['lists'], this.#entries('lists', content)), ...this.#ownLists]),
      skips: skipped.flatMap(({ value }) => sentencesOf(value)).filter((words) => words.length > 0),
      troubles: this.#troubles,
    };
  }

  #entries(key: string, content: Entries): Entries {
    return this.#checked(Entries, [key], content[key] ?? {}) ?? {};
  }

  #texts(key: string, content: Entries): readonly Placed<Phrase>[] {
    return this.#phrases(this.#checked(Texts, [key], content[key] ?? []) ?? [], [key]);
  }

  #intents(content: Entries): readonly PhraseBlock[] {
    return Object.entries(this.#entries('intents', content)).flatMap(([name, raw]) => {
      this.#intent = name;
      const entry = this.#checked(IntentEntry, ['intents', name], raw);
      const scope = this.#scope(['intents', name], entry ?? { expansion_rules: {}, lists: {} });
      const blocks = entry === undefined ? [] : this.#data(name, ['intents', name, 'data'], entry.data);
      this.#intent = '';
      return blocks.map((block) => withNames(block, scope));
    });
  }

  #data(intent: string, at: Path, raw: unknown): readonly PhraseBlock[] {
    this.#intent = intent;
    const blocks = this.#checked(Data, at, raw) ?? [];
    const read = blocks.flatMap((block, number) => this.#block(intent, block, [...at, number]));
    this.#intent = '';
    return read;
  }

  #rules(at: Path, raw: Entries): ReadonlyMap<string, Placed<Phrase>> {
    const rules = new Map<string, Placed<Phrase>>();
    for (const [name, body] of Object.entries(raw)) {
      const template = this.#checked(z.string(), [...at, name], body);
      const [phrase] = template === undefined ? [] : this.#phrases([template], [...at, name]);
      if (phrase !== undefined) rules.set(name, phrase);
    }
    return rules;
  }

  /** Keeps what an intent or a block has for itself under names of its own, and gives the new names by the old. */
  #scope(at: Path, own: { expansion_rules: Entries; lists: Entries }): LocalNames {
    const prefix = `${basename(this.#path)}/${at.join('/')}/`;
    const rules = this.#rules([...at, 'expansion_rules'], own.expansion_rules);
    const lists = this.#lists([...at, 'lists'], own.lists);
    const names: LocalNames = {
      rules: new Map([...rules.keys()].map((name) => [name, prefix + name])),
      lists: new Map([...lists.keys()].map((name) => [name, prefix + name])),
    };
    for (const [name, list] of lists) this.#ownLists.set(prefix + name, list);
    for (const [name, { value, where }] of rules)
      this.#ownRules.set(prefix + name, { value: renamed(value, names), where });
    return names;
  }

  /** The file as plain values; a file that is no YAML is left out as a whole. */
  #content(): unknown {
    const [error] = this.#document.errors;
    if (error !== undefined) {
      const { line } = this.#lines.linePos(error.pos[0]);
      this.#troubled(
        line,
        `it is not YAML: ${error.message}`,
        'Correct the file; it is left out until then.',
      );
      return {};
    }
    try {
      return this.#document.toJS() ?? {};
    } catch {
      this.#troubled(1, 'its aliases refer to each other', 'Correct the file; it is left out until then.');
      return {};
    }
  }

  #block(intent: string, raw: unknown, at: Path): readonly PhraseBlock[] {
    const block = this.#checked(BlockDefinition, at, raw);
    if (block === undefined) return [];
    const { inferred_domain: domain, required_keywords: keywords } = block;
    const read = {
      intent,
      fixed: { ...(domain === undefined ? {} : { domain }), ...block.slots },
      filter: contextFilterOf(block),
      isAlone: block.alone,
      keywords: [keywords].flat().flatMap((word) => spokenWords(word, this.#language)),
      sentences: this.#phrases(block.sentences, [...at, 'sentences']),
    };
    return [withNames(read, this.#scope(at, block))];
  }

  #lists(at: Path, raw: Entries): ReadonlyMap<string, SlotList> {
    const lists = new Map<string, SlotList>();
    for (const [name, body] of Object.entries(raw)) {
      const definition = this.#checked(ListDefinition, [...at, name], body);
      if (definition === undefined) continue;
      const list = this.#attempt([...at, name], () => slotListOf(definition, this.#language));
      if (list !== undefined) lists.set(name, list);
    }
    return lists;
  }

  #phrases(templates: readonly string[], at: Path): readonly Placed<Phrase>[] {
    return templates.flatMap((template, number) => {
      const place = this.#document.hasIn([...at, number]) ? [...at, number] : at;
      const phrase = this.#attempt(place, () => {
        for (const [name, list] of rangesOf(template, this.#language)) this.#ownLists.set(name, list);
        return phraseOf(parseTemplate(template), this.#language);
      });
      return phrase === undefined ? [] : [{ value: phrase, where: this.#where(this.#line(place)) }];
    });
  }

  #attempt<T>(at: Path, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      this.#troubled(this.#line(at), error.message, CORRECT);
      return undefined;
    }
  }

  #checked<T extends z.ZodType>(schema: T, at: Path, raw: unknown): z.infer<T> | undefined {
    const parsed = schema.safeParse(raw);
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    const inner = (issue?.path ?? []).filter((key) => typeof key !== 'symbol');
    const key = [...at, ...inner].at(-1) ?? 'the file';
    this.#troubled(
      this.#line([...at, ...inner]),
      `"${key}" is not as it should be: ${issue?.message ?? ''}`,
      CORRECT,
    );
    return undefined;
  }

  #line(path: Path): number {
    for (let length = path.length; length > 0; length--) {
      const node: unknown = this.#document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.#lines.linePos(node.range[0]).line;
    }
    return 1;
  }

  #where(line: number): string {
    const intent = this.#intent === '' ? '' : ` (${this.#intent})`;
    return `${basename(this.#path)} line ${line}${intent}`;
  }

  #troubled(line: number, what: string, advice: string): void {
    this.#troubles.push({ what: `${this.#where(line)}: ${what.replace(/\.$/, '')}.`, advice });
  }
}
