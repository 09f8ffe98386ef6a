import { z } from 'zod';
import { ANY_CONTEXT, type ContextFilter } from './phrase-file.ts';

const Scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

/** What is asked of one key of the context. `slot` makes a slot of what is known, by the key's name or one of its own. */
const Asked = z.union([
  Scalar.transform((value) => ({ values: [value], slot: false })),
  z.array(Scalar).transform((values) => ({ values, slot: false })),
  z
    .strictObject({
      value: z.union([Scalar, z.array(Scalar)]).nullish(),
      slot: z.union([z.boolean(), z.string()]).default(false),
    })
    .transform(({ value, slot }) => ({ values: [value ?? []].flat(), slot })),
  z.null().transform(() => ({ values: [], slot: false })),
]);

const OneValue = z.union([z.string(), z.number(), z.boolean().transform(String)]);
/** Of several values the first is meant: Home Assistant's handlers take the others as alternatives. */
const FixedSlot = z.union([
  OneValue,
  z
    .array(OneValue)
    .min(1)
    .transform(([first]) => first ?? ''),
]);

const Context = z.record(z.string(), Asked);
const Texts = z.array(z.string());
const Entries = z.record(z.string(), z.unknown());

/** Keys of a phrase file. `responses` and `settings` are Home Assistant's; Lares has its own. */
export const FILE_KEYS: readonly string[] = [
  'language',
  'intents',
  'data',
  'lists',
  'expansion_rules',
  'skip_words',
  'before',
  'after',
  'and',
  'responses',
  'settings',
];

/** One entry of an intent's `data` (https://github.com/OHF-Voice/hassil, "IntentData"); what Lares has no use for is let pass. */
export const BlockDefinition = z.strictObject({
  sentences: Texts,
  slots: z.record(z.string(), FixedSlot).default({}),
  requires_context: Context.default({}),
  excludes_context: Context.default({}),
  name_domains: z.union([z.string(), z.array(z.string())]).default('default'),
  inferred_domain: z.string().optional(),
  required_keywords: z.union([z.string(), Texts]).default([]),
  expansion_rules: Entries.default({}),
  lists: Entries.default({}),
  /** Lares' own: whether these sentences are never joined to others by "and". */
  alone: z.boolean().default(false),
  response: z.unknown().optional(),
  example: z.unknown().optional(),
  metadata: z.unknown().optional(),
  settings: z.unknown().optional(),
  speech_to_phrase: z.unknown().optional(),
});
export type BlockDefinition = z.infer<typeof BlockDefinition>;

export function contextFilterOf(block: BlockDefinition): ContextFilter {
  const values = (context: z.infer<typeof Context>) =>
    Object.fromEntries(Object.entries(context).map(([key, asked]) => [key, asked.values]));
  return {
    ...ANY_CONTEXT,
    requires: values(block.requires_context),
    excludes: values(block.excludes_context),
    names: block.name_domains === 'default' ? [] : [block.name_domains].flat(),
    slots: Object.fromEntries(
      Object.entries(block.requires_context).flatMap(([key, { slot }]) =>
        slot === false ? [] : [[key, slot === true ? key : slot]],
      ),
    ),
  };
}
