import { basename } from 'node:path';
import { LineCounter, isNode, parseDocument, type Document } from 'yaml';
import { z } from 'zod';
import { Trouble } from '../contract/trouble.ts';
import { phraseOf, type Phrase } from './phrase.ts';
import type { GrammarTrouble, PhraseBlock, PhraseFile, Placed } from './phrase-file.ts';
import { parseTemplate } from './phrase-template.ts';
import { ListDefinition, slotListOf, type SlotList } from './slot-list.ts';

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
const Entries = z.record(z.string(), z.unknown());
const IntentEntry = z.strictObject({ data: Data });

/** `responses` and `settings` are Home Assistant's; Lares has its own. */
const KEYS = [
  'language',
  'intents',
  'data',
  'lists',
  'expansion_rules',
  'skip_words',
  'before',
  'after',
  'responses',
  'settings',
];

type Path = readonly (string | number)[];
type Entries = z.infer<typeof Entries>;

const CORRECT = 'Correct it; it is left out until then.';

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
    const content = this.#checked(Entries, [], this.#content()) ?? {};
    for (const key of Object.keys(content).filter((name) => !KEYS.includes(name)))
      this.#troubled(this.#line([key]), `there is no key called "${key}" in a phrase file`, CORRECT);
    const skipped = this.#texts('skip_words', content);
    return {
      path: this.#path,
      language: this.#checked(z.string().default(''), ['language'], content['language']) ?? '',
      blocks: [...this.#intents(content), ...this.#data(intent, ['data'], content['data'] ?? [])],
      lists: this.#lists(this.#entries('lists', content)),
      rules: this.#rules(this.#entries('expansion_rules', content)),
      before: [...skipped, ...this.#texts('before', content)],
      after: [...skipped, ...this.#texts('after', content)],
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
      const entry = this.#checked(IntentEntry, ['intents', name], raw);
      return entry === undefined ? [] : this.#data(name, ['intents', name, 'data'], entry.data);
    });
  }

  #data(intent: string, at: Path, raw: unknown): readonly PhraseBlock[] {
    const blocks = this.#checked(Data, at, raw) ?? [];
    return blocks.flatMap((block, number) => this.#block(intent, block, [...at, number]));
  }

  #rules(raw: Entries): ReadonlyMap<string, Placed<Phrase>> {
    const rules = new Map<string, Placed<Phrase>>();
    for (const [name, body] of Object.entries(raw)) {
      const template = this.#checked(z.string(), ['expansion_rules', name], body);
      const [phrase] = template === undefined ? [] : this.#phrases([template], ['expansion_rules', name]);
      if (phrase !== undefined) rules.set(name, phrase);
    }
    return rules;
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

  #lists(raw: Entries): ReadonlyMap<string, SlotList> {
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
