import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { TestHome, listsOf } from '../../../../services/evaluate/ha-home.ts';
import { readLanguage } from '../../../../services/evaluate/ha-intents.ts';
import { commandGrammar } from '../../../../services/voice/phrases/command-grammar.ts';
import { homeLists } from '../../../../services/voice/phrases/home-lists.ts';
import { loadPhrases } from '../../../../services/voice/phrases/intents.ts';
import { languageOf } from '../../../../services/voice/phrases/language.ts';
import type { PhraseFile } from '../../../../services/voice/phrases/phrase-file.ts';
import type { PhraseBook } from '../../../../services/voice/phrases/phrase-matcher.ts';
import type { SlotList } from '../../../../services/voice/phrases/slot-list.ts';
import { HOME } from './home.ts';
import { sampledPhrase, seeded } from './sampled-phrase.ts';

/** Shares of sampled sentences that are understood at all, and with the intent and the slots they were made from. */
function sampled(files: readonly PhraseFile[], home: ReadonlyMap<string, SlotList>) {
  const book: PhraseBook = {
    lists: new Map([...home, ...files.flatMap(({ lists }) => [...lists])]),
    rules: new Map(
      files.flatMap(({ rules }) => [...rules].map(([name, { value }]) => [name, value] as const)),
    ),
  };
  const { interpretAll } = commandGrammar(files, home, { intents: null, slots: null });
  const random = seeded(11);
  const counts = { sentences: 0, understood: 0, right: 0 };
  for (const { intent, fixed, filter, sentences } of files.flatMap(({ blocks }) => blocks))
    for (const { value } of sentences) {
      const sample = sampledPhrase(value, { book, filter, random });
      if (sample === null) continue;
      const [command, ...others] = interpretAll(sample.words.join(' '));
      const wanted = { ...fixed, ...sample.slots };
      const isRight =
        others.length === 0 &&
        command?.name === intent &&
        JSON.stringify(sorted(command.slots)) === JSON.stringify(sorted(wanted));
      counts.sentences++;
      if (command !== undefined) counts.understood++;
      if (isRight) counts.right++;
    }
  return counts;
}

function sorted(slots: Readonly<Record<string, string | number>>): unknown {
  return Object.entries(slots)
    .map(([slot, value]) => [slot, String(value).toLowerCase()])
    .sort();
}

describe('A sentence of a template', () => {
  it.each(['en', 'de'])('is understood, and nearly always as it was meant (%s)', (language) => {
    const { lists } = homeLists(HOME, languageOf(language));
    const { sentences, understood, right } = sampled(loadPhrases(language, '/nowhere'), lists);
    expect(understood).toBe(sentences);
    // Some sentences mean two things alike: "open the garage" is a cover by its name or by its kind.
    expect(right / sentences).toBeGreaterThan(0.9);
  });
});

const shared = join(import.meta.dirname, '../../../../../shared/data/text/ha-intents-en');

describe.skipIf(!existsSync(shared))("Home Assistant's English templates (skipped without ../shared)", () => {
  it('are understood as they are meant', async () => {
    const fixtures: unknown = parse(readFileSync(join(shared, 'tests/en/_fixtures.yaml'), 'utf8'));
    const home = listsOf(TestHome.parse(fixtures));
    const { sentences, understood, right } = sampled(await readLanguage(shared), home);
    expect(understood).toBe(sentences);
    expect(right / sentences).toBeGreaterThan(0.97);
  });
});
