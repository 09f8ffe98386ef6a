import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commandGrammar } from '../../../services/voice/phrases/command-grammar.ts';
import { readLanguage } from '../../../services/evaluate/ha-intents.ts';
import { evaluateIntents } from '../../../services/evaluate/intents.ts';

/** A folder in Home Assistant's layout. */
function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'lares-intents-'));
  onTestFinished(() => {
    rmSync(root, { recursive: true });
  });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

const language = {
  'sentences/en/HassTurnOn/name.yaml':
    'data: [{sentences: ["turn on [<the>] {name}"], name_domains: [light]}]',
  'sentences/en/HassTurnOn/area.yaml':
    'data: [{sentences: ["turn on [<the>] {area} light[s]"], inferred_domain: light}]',
  'sentences/en/HassPlay/one.yaml': 'data: [{sentences: ["play {song}"]}]',
  'sentences/en/_common.yaml': 'responses: {errors: {no_area: "none"}}',
  'lists/song.yaml': 'lists: {song: {wildcard: true}}',
  'rules/en/common.yaml': 'expansion_rules: {the: (the|my)}',
};

const tests = {
  'en/_fixtures.yaml':
    'areas: [{name: Kitchen}]\nentities: [{name: "Joe[\'s] Lamp", id: light.joe}, {name: Door, id: lock.door}]',
  'en/HassTurnOn/name.yaml':
    'tests: [{sentences: [turn on my joe lamp, turn on Joes lamp], slots: {name: "Joe\'s Lamp"}}, {sentences: [turn on the door], slots: {name: Door}}]',
  'en/HassTurnOn/area.yaml':
    'areas: [{name: Attic}]\ntests: [{sentences: [turn on the attic lights], slots: {area: Attic}}, {sentences: [turn on attic light], slots: {area: Cellar}}]',
  'en/light.yaml': 'tests: [{sentences: [play my song], intent: {name: HassPlay, slots: {song: my song}}}]',
};

describe('evaluateIntents', () => {
  it('counts what is understood, and what is taken for something else', async () => {
    expect(await evaluateIntents(folder(language), folder(tests))).toEqual({
      supported: { sentences: 5, understood: 3, wrong: 1 },
      byIntent: {
        HassPlay: { sentences: 1, understood: 1, wrong: 0 },
        HassTurnOn: { sentences: 5, understood: 3, wrong: 1 },
      },
    });
  });

  it('says when a folder is not in this layout', async () => {
    await expect(evaluateIntents(folder({}), folder(tests))).rejects.toMatchObject({ code: 'bad_input' });
    await expect(evaluateIntents(folder(language), folder({}))).rejects.toMatchObject({ code: 'bad_input' });
    await expect(evaluateIntents(folder(language), folder({ 'a.yaml': 'tests: 5' }))).rejects.toMatchObject({
      code: 'bad_input',
    });
  });
});

const shared = join(import.meta.dirname, '../../../../shared/data/text/ha-intents-en');

describe.skipIf(!existsSync(shared))("Home Assistant's English sentences (skipped without ../shared)", () => {
  it('are all read as they are', async () => {
    const phrases = await readLanguage(shared);
    const list = { kind: 'values', values: [] } as const;
    const home = new Map([
      ['name', list],
      ['area', list],
      ['floor', list],
    ]);
    const { troubles, interpret } = commandGrammar(phrases, home, { intents: null, slots: null });
    expect(troubles).toEqual([]);
    expect(interpret('set a timer for 5 minutes')).toEqual({ name: 'HassStartTimer', slots: { minutes: 5 } });
  });
});
