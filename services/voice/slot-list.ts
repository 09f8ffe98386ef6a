import { z } from 'zod';
import { Trouble } from '../contract/trouble.ts';
import { numberWords } from './number-words.ts';
import { phraseOf, sentencesOf } from './phrase.ts';
import { parseTemplate } from './phrase-template.ts';

/** What a slot can hold. A wildcard takes any words; it can be read from text, but no grammar can listen for it. */
export type SlotList =
  { readonly kind: 'values'; readonly values: readonly SlotValue[] } | { readonly kind: 'wildcard' };

export interface SlotValue {
  readonly words: readonly string[];
  readonly value: string | number;
  /** Present when the value is the name of a thing, so that a template can ask for lights only. */
  readonly thing?: { readonly domain: string; readonly deviceClass: string };
}

const MAX_NUMBERS = 2001;

const Value = z.union([
  z.string(),
  z.number(),
  z.strictObject({
    in: z.union([z.string(), z.number()]),
    out: z.union([z.string(), z.number()]).optional(),
    context: z.unknown().optional(),
    metadata: z.unknown().optional(),
  }),
]);

const Range = z.strictObject({
  type: z.string().optional(),
  from: z.number().min(-99_999).max(99_999),
  to: z.number().min(-99_999).max(99_999),
  step: z.number().positive().default(1),
  fractions: z.enum(['halves']).optional(),
  multiplier: z.number().default(1),
});

/** A list as Home Assistant's files write it: values, a range of numbers, or a wildcard. */
export const ListDefinition = z.union([
  z.strictObject({ values: z.array(Value).min(1), metadata: z.unknown().optional() }),
  z.strictObject({ range: Range, metadata: z.unknown().optional() }),
  z.strictObject({ wildcard: z.literal(true), metadata: z.unknown().optional() }),
]);
export type ListDefinition = z.infer<typeof ListDefinition>;

/** Throws a `bad_grammar` trouble for a value that is no template, and for a range that is too long to be said. */
export function slotListOf(definition: ListDefinition): SlotList {
  if ('wildcard' in definition) return { kind: 'wildcard' };
  if ('range' in definition) return { kind: 'values', values: numbersOf(definition.range) };
  return { kind: 'values', values: definition.values.flatMap(valuesOf) };
}

function valuesOf(value: z.infer<typeof Value>): readonly SlotValue[] {
  const { in: source, out } = typeof value === 'object' ? value : { in: value, out: undefined };
  const sentences = sentencesOf(phraseOf(parseTemplate(String(source)))).filter((words) => words.length > 0);
  if (sentences.length === 0)
    throw new Trouble('bad_grammar', { what: `the value "${source}" can not be spoken`, advice: '' });
  return sentences.map((words) => ({ words, value: out ?? words.join(' ') }));
}

function numbersOf(range: z.infer<typeof Range>): readonly SlotValue[] {
  const step = range.fractions === 'halves' ? Math.min(range.step, 0.5) : range.step;
  const count = Math.floor((range.to - range.from) / step) + 1;
  if (count < 1 || count > MAX_NUMBERS)
    throw new Trouble('bad_grammar', {
      what: `the range from ${range.from} to ${range.to} has ${Math.max(0, count)} numbers, and 1 to ${MAX_NUMBERS} are possible`,
      advice: '',
    });
  return Array.from({ length: count }, (_, at) => range.from + at * step).flatMap((number) =>
    numberWords(number).map((words) => ({ words, value: number * range.multiplier })),
  );
}
