import { z } from 'zod';
import { Trouble } from '../../contract/trouble.ts';
import { languageOf, type Language } from './language.ts';
import { phraseOf, sentencesOf } from './phrase.ts';
import { parseTemplate } from './phrase-template.ts';
import { spokenWords } from './spoken-words.ts';

/** What a slot can hold. A wildcard takes any words; it can be read from text, but no grammar can listen for it. */
export type SlotList =
  { readonly kind: 'values'; readonly values: readonly SlotValue[] } | { readonly kind: 'wildcard' };

export interface SlotValue {
  readonly words: readonly string[];
  readonly value: string | number;
  /**
   * What else is known of the value, so that a template can ask for it: `domain`, `device_class` and `area` of a thing, or what
   * a list of a file says.
   */
  readonly context?: Readonly<Record<string, string>>;
  /** It can be written, but not be said: a name in another script. */
  readonly isSilent?: true;
}

const MAX_NUMBERS = 2001;

const Context = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).transform(String));

const Value = z.union([
  z.string(),
  z.number(),
  z.strictObject({
    in: z.union([z.string(), z.number()]),
    out: z.union([z.string(), z.number(), z.boolean().transform(String)]).optional(),
    context: Context.optional(),
    metadata: z.unknown().optional(),
  }),
]);

const Range = z.strictObject({
  type: z.string().optional(),
  from: z.number().min(-99_999).max(99_999),
  to: z.number().min(-99_999).max(99_999),
  step: z.number().positive().default(1),
  fractions: z.enum(['halves', 'tenths']).optional(),
  multiplier: z.number().default(1),
  /** Whether hassil takes digits or words; here each number is both. */
  digits: z.boolean().optional(),
  words: z.boolean().optional(),
  words_language: z.string().optional(),
});

/** A list as Home Assistant's files write it: values, a range of numbers, or a wildcard. */
export const ListDefinition = z.union([
  z.strictObject({ values: z.array(Value).min(1, 'the list is empty'), metadata: z.unknown().optional() }),
  z.strictObject({ range: Range, metadata: z.unknown().optional() }),
  z.strictObject({ wildcard: z.literal(true), metadata: z.unknown().optional() }),
]);
export type ListDefinition = z.infer<typeof ListDefinition>;

/** Throws a `bad_grammar` trouble for a value that is no template, and for a range that is too long to be said. */
export function slotListOf(definition: ListDefinition, language: Language = languageOf('en')): SlotList {
  if ('wildcard' in definition) return { kind: 'wildcard' };
  if ('range' in definition) return { kind: 'values', values: numbersOf(definition.range, language) };
  return { kind: 'values', values: definition.values.flatMap((value) => valuesOf(value, language)) };
}

function valuesOf(value: z.infer<typeof Value>, language: Language): readonly SlotValue[] {
  const { in: source, out, context } = typeof value === 'object' ? value : { in: value };
  const phrase = phraseOf(parseTemplate(String(source)), language);
  const sentences = sentencesOf(phrase).filter((words) => words.length > 0);
  if (sentences.length === 0)
    throw new Trouble('bad_grammar', { what: `the value "${source}" can not be spoken`, advice: '' });
  return sentences.map((words) => ({
    words,
    value: out ?? (isPlain(source) ? source : words.join(' ')),
    ...(context === undefined ? {} : { context }),
  }));
}

/** A value without brackets is told as it is written, with its capitals and umlauts. */
function isPlain(source: string | number): boolean {
  return typeof source === 'number' || !/[()[\]{}<>|;\\]/.test(source);
}

/** The ranges that a template has in itself, `{0..100:slot}` or `{0..100,5:slot}`, as lists by their names. */
export function rangesOf(template: string, language: Language): ReadonlyMap<string, SlotList> {
  const ranges = template.matchAll(/\{((\d+)\.\.(\d+)(?:,(\d+))?)\s*:/g);
  return new Map(
    [...ranges].map(([, name = '', from, to, step = 1]) => {
      const range = Range.parse({ from: Number(from), to: Number(to), step: Number(step) });
      return [name, { kind: 'values', values: numbersOf(range, language) }];
    }),
  );
}

const STEPS = { halves: 0.5, tenths: 0.1 } as const;

function numbersOf(range: z.infer<typeof Range>, language: Language): readonly SlotValue[] {
  const step = range.fractions === undefined ? range.step : Math.min(range.step, STEPS[range.fractions]);
  const count = Math.floor((range.to - range.from) / step + 1e-9) + 1;
  if (count < 1 || count > MAX_NUMBERS)
    throw new Trouble('bad_grammar', {
      what: `the range from ${range.from} to ${range.to} has ${Math.max(0, count)} numbers, and 1 to ${MAX_NUMBERS} are possible`,
      advice: '',
    });
  // Tenths of a float are not exact: 0.1 + 0.2 is told as 0.3.
  const exact = (number: number) => Number(number.toFixed(6));
  return Array.from({ length: count }, (_, at) => exact(range.from + at * step)).flatMap((number) =>
    language.numberWords(number).map((words) => ({
      words: spokenWords(words.join(' '), language),
      value: exact(number * range.multiplier),
    })),
  );
}
