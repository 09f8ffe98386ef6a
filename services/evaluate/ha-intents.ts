import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Trouble } from '../contract/trouble.ts';
import { loadPhraseFile } from '../voice/phrases/intents.ts';
import type { PhraseFile } from '../voice/phrases/phrase-file.ts';
import { TestHome } from './ha-home.ts';

/** One sentence of Home Assistant's tests, and what it means. */
export interface TestSentence {
  readonly text: string;
  readonly intent: string;
  readonly slots: Readonly<Record<string, string | number>>;
  readonly context: Readonly<Record<string, string>>;
}

export interface TestFile {
  readonly path: string;
  /** The home of this file, or of the folder's `_fixtures.yaml`. */
  readonly home: TestHome;
  readonly sentences: readonly TestSentence[];
}

const SlotValue = z.union([z.string(), z.number(), z.boolean().transform(String)]);
/** A value of a slot; where a test names several, the first is the one that is asked for. */
const SlotValues = z.record(
  z.string(),
  z.union([SlotValue, z.array(SlotValue).transform((values) => values[0] ?? '')]),
);

/** What is known of where a sentence was said; the rest is not asked for by any template. */
const Said = z.record(z.string(), z.unknown()).transform((context): Readonly<Record<string, string>> => {
  const { area } = context;
  return typeof area === 'string' ? { area } : {};
});

const Test = z.object({
  context: Said.optional(),
  sentences: z.array(z.union([z.string(), z.number()]).transform(String)),
  slots: SlotValues.optional(),
  intent: z.object({ name: z.string(), slots: SlotValues.optional(), context: Said.optional() }).optional(),
});

const File = TestHome.extend({ tests: z.array(Test).default([]) });

/**
 * The phrase files of a folder in Home Assistant's layout (https://github.com/OHF-Voice/intents): everything in its
 * `sentences`, `lists` and `rules`, or in the folder itself where it has no `sentences`. The folder of a file with `data`
 * names its intent.
 * @throws {Trouble} when the folder holds no phrases.
 */
export async function readLanguage(folder: string): Promise<readonly PhraseFile[]> {
  const parts = await Promise.all(
    ['sentences', 'lists', 'rules'].map((part) => yamlFiles(join(folder, part))),
  );
  const paths = parts.flat();
  const all = paths.length > 0 ? paths : await yamlFiles(folder);
  if (all.length === 0) throw nothing(folder);
  // Lists that all languages share are said in the language of the others: by its numbers.
  const language = loadPhraseFile(all.find((path) => path.includes('/sentences/')) ?? all[0] ?? '').language;
  return all.map((path) => loadPhraseFile(path, { intent: basename(dirname(path)), language }));
}

/**
 * The tests of a folder, one file an entry. A test without an `intent` of its own means that of its folder.
 * @throws {Trouble} when there are none, or when a file is not in this layout.
 */
export async function readTests(folder: string): Promise<readonly TestFile[]> {
  const paths = await yamlFiles(folder);
  const fixtures = await Promise.all(
    paths.filter((path) => basename(path) === '_fixtures.yaml').map((path) => read(path)),
  );
  const shared = fixtures[0] ?? { tests: [] };
  const files: TestFile[] = [];
  for (const path of paths.filter((name) => !basename(name).startsWith('_'))) {
    const { tests, ...own } = await read(path);
    const isOwn = (own.entities ?? own.areas ?? own.floors) !== undefined;
    const sentences = tests.flatMap((test) =>
      test.sentences.map((text) => ({
        text,
        intent: test.intent?.name ?? basename(dirname(path)),
        slots: { ...test.slots, ...test.intent?.slots },
        context: { ...test.context, ...test.intent?.context },
      })),
    );
    if (sentences.length > 0) files.push({ path, home: isOwn ? own : shared, sentences });
  }
  if (files.length === 0) throw nothing(folder);
  return files;
}

async function read(path: string): Promise<z.infer<typeof File>> {
  try {
    return File.parse(parse(await readFile(path, 'utf8')) ?? {});
  } catch (cause) {
    throw new Trouble('bad_input', {
      what: `${path} is no test file of Home Assistant's intents.`,
      advice: 'Name the folder of one language, for example tests/en.',
      cause,
    });
  }
}

async function yamlFiles(folder: string): Promise<readonly string[]> {
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [];
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function nothing(folder: string): Trouble {
  return new Trouble('bad_input', {
    what: `There is nothing to read in ${folder}.`,
    advice: "Name a folder in the layout of Home Assistant's intents: sentences, lists, rules and tests.",
  });
}
