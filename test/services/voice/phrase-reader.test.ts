import { describe, expect, it } from 'vitest';
import { commandGrammar } from '../../../services/voice/command-grammar.ts';
import { readPhraseFile } from '../../../services/voice/phrase-reader.ts';
import { IntentName, Slots } from '../../../services/contract/intent.ts';

const names = { intents: new Set<string>(IntentName.options), slots: new Set(Object.keys(Slots.shape)) };

/** The grammar of one file with contract names, and the sentences of its troubles. */
function grammar(text: string) {
  return commandGrammar([readPhraseFile('/phrases/own.yaml', text)], new Map(), names);
}

const good = `
intents:
  HassNevermind:
    data:
      - sentences:
          - forget it
`;

describe('A phrase file', () => {
  it('that is no YAML is told by its line, and breaks nothing', () => {
    const { troubles, interpret } = grammar('intents: [a\nlists: }');
    expect(troubles).toHaveLength(1);
    expect(troubles[0]?.what).toMatch(/^own\.yaml line \d: it is not YAML: /);
    expect(interpret('forget it')).toBeNull();
  });

  it.each([
    ['      - sentences: [turn (on]', 'own.yaml line 7 (HassNevermind): a ")" is missing in "turn (on".'],
    [
      '      - sentences: ["go {nowhere}"]',
      'own.yaml line 7 (HassNevermind): there is no list called "nowhere".',
    ],
    [
      '      - sentences: ["go <nowhere>"]',
      'own.yaml line 7 (HassNevermind): there is no rule called <nowhere>.',
    ],
    ['      - sentence: [go]', 'own.yaml line 7 (HassNevermind): "sentences" is not as it should be: '],
    ['      - sentences: [7]', 'own.yaml line 7 (HassNevermind): "0" is not as it should be: '],
    [
      '      - {sentences: [go], slots: {speed: 7}}',
      'own.yaml line 7 (HassNevermind): there is no slot called "speed".',
    ],
    [
      '  HassFly:\n    data: [sentences: [fly]]',
      'own.yaml line 8 (HassFly): there is no intent called "HassFly".',
    ],
    ['lists:\n  n: {range: {from: 1, to: 999999}}', 'own.yaml line 8: "to" is not as it should be: '],
    ['lists:\n  n: {range: {from: 5, to: 1}}', 'own.yaml line 8: the range from 5 to 1 has 0 numbers'],
    ['lists:\n  n: {values: ["(a"]}', 'own.yaml line 8: a ")" is missing in "(a".'],
    ['expansion_rules:\n  a: "[<b>] x"\n  b: "y <a>"', 'comes back to itself.'],
    ['expansion_rules:\n  a: 5', 'own.yaml line 8: "a" is not as it should be: '],
    ['wishes: 5', 'own.yaml line 7: there is no key called "wishes" in a phrase file.'],
  ])('with %s', (addition, what) => {
    const { troubles, interpret } = grammar(`${good.trim()}\n${addition}\n`.replace('\n', '\n# a comment\n'));
    expect(troubles.map((trouble) => trouble.what)).toEqual([expect.stringContaining(what)]);
    expect(interpret('Forget it!')).toEqual({ name: 'HassNevermind', slots: {} });
  });

  it('leaves out the templates of a rule that loops, and keeps the others', () => {
    const { troubles, interpret, jsgf } = grammar(
      `${good}          - stop <loop>\n          - stop it\nexpansion_rules:\n  loop: again <loop>\n`,
    );
    expect(troubles.map(({ what }) => what)).toEqual([
      'own.yaml line 10: the rule <loop> comes back to itself.',
    ]);
    expect(interpret('stop it')).toEqual({ name: 'HassNevermind', slots: {} });
    expect(jsgf).not.toContain('again');
  });

  it('can have its data at the top, as one folder an intent', () => {
    const file = readPhraseFile('name.yaml', 'language: en\ndata: [{sentences: [forget it]}]', {
      intent: 'HassNevermind',
    });
    expect(commandGrammar([file], new Map(), names).interpret('forget it')).toEqual({
      name: 'HassNevermind',
      slots: {},
    });
  });
});
