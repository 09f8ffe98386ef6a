import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { z } from 'zod';
import { Trouble } from '../contract/trouble.ts';
import type { CommandGrammar, SpokenCommand } from '../voice/phrases/command-grammar.ts';

/** What is said in a recording: null is something that the grammar does not know, undefined is not labelled. */
export type Expected = (path: string) => SpokenCommand | null | undefined;

/** Picovoice's label.json: by file name, the intent and its slots. */
const Labels = z.record(
  z.string(),
  z.object({
    intent: z.string(),
    slots: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
  }),
);

/**
 * `labels` is the path of a label.json, or 'names': then the file name without its end is what is said, and means what the grammar
 * makes of it. Throws Trouble 'bad_input'.
 */
export async function readLabels(labels: string, grammar: CommandGrammar<SpokenCommand>): Promise<Expected> {
  if (labels === 'names')
    // What the grammar does not know can't be got right; it is not labelled.
    return (path) => grammar.interpret(basename(path).replace(/\.[a-z0-9]+$/i, '')) ?? undefined;
  const read = Labels.safeParse(await jsonOf(labels));
  if (!read.success)
    throw new Trouble('bad_input', {
      what: `${labels} is no list of labels.`,
      advice: 'It holds { "clip.wav": { "intent": "name", "slots": { "slot": "value" } } }.',
    });
  const byName = new Map(Object.entries(read.data));
  return (path) => {
    const label = byName.get(basename(path)) ?? byName.get(basename(path).replace(/\.[a-z0-9]+$/i, '.wav'));
    return label && { name: label.intent, slots: label.slots };
  };
}

async function jsonOf(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch (cause) {
    throw new Trouble('bad_input', {
      what: `The labels ${path} can't be read.`,
      advice: 'Name a label.json, or say --labels names.',
      cause,
    });
  }
}
