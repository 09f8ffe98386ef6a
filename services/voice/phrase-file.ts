import { basename } from 'node:path';
import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { Trouble } from '../contract/trouble.ts';
import { phraseOf, type Phrase } from './phrase.ts';
import { parseTemplate } from './phrase-template.ts';
import { ListDefinition, slotListOf, type SlotList } from './slot-list.ts';

/** One sentence on what is wrong, with file and line, and one on what to do. */
export interface GrammarTrouble {
  readonly what: string;
  readonly advice: string;
}

/** `where` is file and line, for example "en.yaml line 12". */
export interface Placed<T> {
  readonly value: T;
  readonly where: string;
}

/** Which things a `{name}` may mean; an empty list means any. */
export interface ThingFilter {
  readonly domains: readonly string[];
  readonly deviceClasses: readonly string[];
  readonly notDomains: readonly string[];
}

/** Sentences that mean the same intent with the same fixed slots. */
export interface PhraseBlock {
  readonly intent: string;
  readonly fixed: Readonly<Record<string, string | number>>;
  readonly things: ThingFilter;
  readonly sentences: readonly Placed<Phrase>[];
}

/** A file of phrases in Home Assistant's layout. What could not be read is left out of it, and is told in `troubles`. */
export interface PhraseFile {
  readonly path: string;
  readonly language: string;
  readonly blocks: readonly PhraseBlock[];
  readonly lists: ReadonlyMap<string, SlotList>;
  readonly rules: ReadonlyMap<string, Placed<Phrase>>;
  /** Words that mean nothing before and after a command: please, could you. */
  readonly before: readonly Placed<Phrase>[];
  readonly after: readonly Placed<Phrase>[];
  readonly troubles: readonly GrammarTrouble[];
}

const Context = z.strictObject({
  domain: z.union([z.string(), z.array(z.string())]).optional(),
  device_class: z.union([z.string(), z.array(z.string())]).optional(),
});

const Texts = z.array(z.string());

const Block = z.strictObject({
  sentences: Texts,
  slots: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  requires_context: Context.default({}),
  excludes_context: z.strictObject({ domain: Context.shape.domain }).default({}),
  name_domains: z.union([z.string(), z.array(z.string())]).default('default'),
  inferred_domain: z.string().optional(),
  response: z.unknown().optional(),
  example: z.unknown().optional(),
  metadata: z.unknown().optional(),
  required_keywords: z.unknown().optional(),
  speech_to_phrase: z.unknown().optional(),
});

const Data = z.array(z.unknown());

const File = z.strictObject({
  language: z.string().default(''),
  intents: z.record(z.string(), z.strictObject({ data: Data })).default({}),
  data: Data.default([]),
  lists: z.record(z.string(), z.unknown()).default({}),
  expansion_rules: z.record(z.string(), z.string()).default({}),
  skip_words: Texts.default([]),
  before: Texts.default([]),
  after: Texts.default([]),
  responses: z.unknown().optional(),
  settings: z.unknown().optional(),
});

type Path = readonly (string | number)[];

/** Reads a file's text. `intent` names the intent of a file that has its `data` at the top, as Home Assistant's one folder an intent. */
export function readPhraseFile(path: string, text: string, intent = ''): PhraseFile {
  return new PhraseReader(path, text).read(intent);
}

class PhraseReader {
  readonly #path: string;
  readonly #lines = new LineCounter();
  readonly #document: Document;
  readonly #troubles: GrammarTrouble[] = [];

  constructor(path: string, text: string) {
    this.#path = path;
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
  }

  read(intent: string): PhraseFile {
    const file = File.parse(this.#checked(File, [], this.#content()) ?? {});
    const data: [string, unknown[], Path][] = Object.entries(file.intents).map(([name, of]) => [
      name,
      of.data,
      ['intents', name, 'data'],
    ]);
    data.push([intent, file.data, ['data']]);
    return {
      path: this.#path,
      language: file.language,
      blocks: data.flatMap(([name, blocks, at]) =>
        blocks.flatMap((block, number) => this.#block(name, block, [...at, number])),
      ),
      lists: this.#lists(file.lists),
      rules: new Map(
        Object.entries(file.expansion_rules).flatMap(([name, body]) =>
          this.#phrases([body], ['expansion_rules', name]).map((phrase) => [name, phrase] as const),
        ),
      ),
      before: [...this.#phrases(file.skip_words, ['skip_words']), ...this.#phrases(file.before, ['before'])],
      after: [...this.#phrases(file.skip_words, ['skip_words']), ...this.#phrases(file.after, ['after'])],
      troubles: this.#troubles,
    };
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
    const block = this.#checked(Block, at, raw);
    if (block === undefined) return [];
    const { requires_context: required, excludes_context: excluded, inferred_domain: domain } = block;
    const named = block.name_domains === 'default' ? [] : listed(block.name_domains);
    return [
      {
        intent,
        fixed: { ...(domain === undefined ? {} : { domain }), ...block.slots },
        things: {
          domains: [...listed(required.domain), ...named],
          deviceClasses: listed(required.device_class),
          notDomains: listed(excluded.domain),
        },
        sentences: this.#phrases(block.sentences, [...at, 'sentences']),
      },
    ];
  }

  #lists(raw: Readonly<Record<string, unknown>>): ReadonlyMap<string, SlotList> {
    const lists = new Map<string, SlotList>();
    for (const [name, body] of Object.entries(raw)) {
      const definition = this.#checked(ListDefinition, ['lists', name], body);
      if (definition === undefined) continue;
      const list = this.#attempt(['lists', name], () => slotListOf(definition));
      if (list !== undefined) lists.set(name, list);
    }
    return lists;
  }

  #phrases(templates: readonly string[], at: Path): readonly Placed<Phrase>[] {
    return templates.flatMap((template, number) => {
      const place = this.#document.hasIn([...at, number]) ? [...at, number] : at;
      const phrase = this.#attempt(place, () => phraseOf(parseTemplate(template)));
      return phrase === undefined ? [] : [{ value: phrase, where: this.#where(this.#line(place)) }];
    });
  }

  #attempt<T>(at: Path, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      this.#troubled(this.#line(at), error.message, 'Correct it; it is left out until then.');
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
      'Correct it; it is left out until then.',
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
    return `${basename(this.#path)} line ${line}`;
  }

  #troubled(line: number, what: string, advice: string): void {
    this.#troubles.push({ what: `${this.#where(line)}: ${what.replace(/\.$/, '')}.`, advice });
  }
}

function listed(value: string | readonly string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
