import { describe, expect, it } from 'vitest';
import { commandGrammar } from '../../../../services/voice/phrases/command-grammar.ts';
import { readPhraseFile } from '../../../../services/voice/phrases/phrase-reader.ts';
import { IntentName, Slots } from '../../../../services/contract/intent.ts';

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
    ['lists:\n  n: {values: []}', 'own.yaml line 8: "values" is not as it should be: the list is empty.'],
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

  it('tells of a loop over several rules once, by the rule that closes it', () => {
    const { troubles, interpret } = grammar(
      `${good}          - go <a>\nexpansion_rules:\n  a: x <b>\n  b: y <c>\n  c: z [<a>]\n`,
    );
    expect(troubles.map(({ what }) => what)).toEqual(['own.yaml line 9: the rule <a> comes back to itself.']);
    expect(interpret('go x y z')).toBeNull();
    expect(interpret('forget it')).toEqual({ name: 'HassNevermind', slots: {} });
  });
});

/** The grammar of one file that chooses its own intents and slots. */
function free(text: string) {
  return commandGrammar([readPhraseFile('own.yaml', text)], new Map(), { intents: null, slots: null });
}

describe("hassil's syntax", () => {
  it('rules and lists of one intent or of one block do not leak', () => {
    const { troubles, interpret } = free(`
intents:
  Paint:
    expansion_rules: { it: (wall|door) }
    data:
      - sentences: ['paint <it> {shade}']
        lists: { shade: { values: [{ in: red, out: '#f00' }] } }
  Clean:
    data:
      - sentences: ['clean <it>']
        expansion_rules: { it: window }
      - sentences: ['wash <it>']
expansion_rules: { it: floor }`);
    expect(troubles).toEqual([]);
    const said = [
      'paint door red',
      'paint floor red',
      'clean window',
      'clean floor',
      'wash floor',
      'wash door',
    ];
    expect(said.map((text) => interpret(text)?.name ?? null)).toEqual([
      'Paint',
      null,
      'Clean',
      null,
      'Clean',
      null,
    ]);
    expect(interpret('paint wall red')?.slots).toEqual({ shade: '#f00' });
  });

  it('a context that is asked for, excluded, or becomes a slot', () => {
    const { troubles, interpret } = free(`
intents:
  Cook:
    data:
      - sentences: ['cook {dish}']
        requires_context: { meal: [lunch, dinner] }
      - sentences: ['serve {dish}']
        excludes_context: { meal: lunch }
      - sentences: ['lights on']
        requires_context: { area: { slot: true } }
lists:
  dish:
    values:
      - { in: soup, out: soup, context: { meal: lunch }, metadata: { hot: true } }
      - { in: muesli, out: muesli, context: { meal: breakfast } }
      - water`);
    expect(troubles).toEqual([]);
    expect(
      ['cook soup', 'cook muesli', 'cook water', 'serve soup', 'serve muesli', 'serve water'].map(
        (text) => interpret(text) !== null,
      ),
    ).toEqual([true, false, false, false, true, true]);
    expect(interpret('lights on')).toBeNull();
    expect(interpret('lights on', { area: 'Attic' })?.slots).toEqual({ area: 'Attic' });
  });

  it('permutations, fractions, multipliers, wildcards, skip words and required keywords', () => {
    const { troubles, interpret } = free(`
intents:
  Set:
    data:
      - sentences: ['set (volume;now) to {level}']
      - sentences: ['lower by {less:level}']
  Note:
    data:
      - sentences: ['note {text} [for {who}]']
      - sentences: ['{text} please note']
        required_keywords: note
settings: { ignore_whitespace: false }
skip_words: [please, 'my dear']
lists:
  level: { range: { from: 0, to: 3, fractions: tenths } }
  less: { range: { from: 1, to: 10, multiplier: -1 } }
  text: { wildcard: true }
  who: { values: [Anna] }`);
    expect(troubles).toEqual([]);
    expect(interpret('set now volume to 2.3')?.slots).toEqual({ level: 2.3 });
    expect(interpret('please set my dear volume now please to two point three')?.slots).toEqual({
      level: 2.3,
    });
    expect(interpret('lower by seven')?.slots).toEqual({ level: -7 });
    expect(interpret('note 2 Äpfel, for Anna')?.slots).toEqual({ text: '2 Äpfel', who: 'Anna' });
  });

  it('ranges within a template, captures, slots of another name, and values of any kind', () => {
    const { troubles, interpret, jsgf } = free(`
intents:
  Dim:
    data:
      - sentences: ['<set> {0..100,5:brightness} [{tone:@spoken}|{@tone}]']
        slots: { domain: [light, switch], is_slow: false }
        requires_context: { area: { value: null, slot: room } }
  Say: { data: [{ sentences: ['say {word}'] }] }
expansion_rules: { set: 'dim {1..3:lamp} to' }
lists:
  tone: { values: [warm, cold] }
  word: { range: { from: 1, to: 2, digits: true, words: false, words_language: en } }`);
    expect(troubles).toEqual([]);
    expect(interpret('dim 2 to 45 warm', { area: 'Attic' })).toEqual({
      name: 'Dim',
      slots: { lamp: 2, brightness: 45, domain: 'light', is_slow: 'false', room: 'Attic' },
    });
    expect([interpret('dim 2 to 46', { area: 'Attic' }), interpret('dim 2 to 45')]).toEqual([null, null]);
    expect(interpret('say two')?.slots).toEqual({ word: 2 });
    expect(jsgf).toContain('warm');
    const { troubles: wrong } = free('intents: {X: {data: [{sentences: ["{0..99999:x}", "{0..5}"]}]}}');
    expect(wrong.map(({ what }) => what)).toEqual([
      'own.yaml line 1 (X): the range from 0 to 99999 has 100000 numbers, and 1 to 2001 are possible.',
      'own.yaml line 1 (X): "{0..5}" is not a {list} or {list:slot}.',
    ]);
  });

  it('of two readings the more literal one, and of two alike the one with longer values', () => {
    const { interpret } = free(`
intents:
  IsOn: { data: [{ sentences: ['[are] all {area} fans {state}'] }] }
  TurnOn: { data: [{ sentences: ['[turn] all {area} fans on'] }] }
  Open: { data: [{ sentences: ['open {area} {kind}', 'open {kind}'] }] }
  Look: { data: [{ sentences: ['look at the door', 'look at the {camera}'] }] }
lists:
  area: { values: [kitchen, garage] }
  state: { values: ['on', 'off'] }
  kind: { values: [door, garage door] }
  camera: { values: [door] }`);
    expect(
      ['all kitchen fans on', 'all kitchen fans off', 'open garage door', 'look at the door'].map((text) =>
        interpret(text),
      ),
    ).toEqual([
      { name: 'TurnOn', slots: { area: 'kitchen' } },
      { name: 'IsOn', slots: { area: 'kitchen', state: 'off' } },
      { name: 'Open', slots: { kind: 'garage door' } },
      { name: 'Look', slots: { camera: 'door' } },
    ]);
  });

  it('any script, also one without spaces', () => {
    const russian = free(
      'language: ru\nintents: {On: {data: [{sentences: ["включи[те] {name}"]}]}}\nlists: {name: {values: [{in: "свет[а]", out: light}, {in: йод, out: iodine}]}}',
    );
    expect([russian.interpret('Включите света!')?.slots, russian.interpret('включи йод')?.slots]).toEqual([
      { name: 'light' },
      { name: 'iodine' },
    ]);
    const chinese = free(
      'language: zh\nintents: {On: {data: [{sentences: ["(打开|开){name}[的]灯"]}]}}\nlists: {name: {values: [厨房, 客厅]}, level: {range: {from: 1, to: 100}}}',
    );
    expect(chinese.interpret('打开厨房的灯')?.slots).toEqual({ name: '厨房' });
    expect(chinese.interpret('打开卧室的灯')).toBeNull();
    const japanese = free(
      'language: ja\nintents: {Dim: {data: [{sentences: ["明るさ[を]{level}[%]にして"]}]}}\nlists: {level: {range: {from: 1, to: 100}}}',
    );
    expect(japanese.interpret('明るさを50%にして')?.slots).toEqual({ level: 50 });
  });
});

describe('A template that could be endless', () => {
  const one = (template: string, more = '') =>
    free(`intents: {X: {data: [{sentences: ["${template}"]}, {sentences: [good]}]}}\n${more}`);
  const doubled = (body: string, first: string) =>
    Array.from({ length: 40 }, (_, at) =>
      at === 0 ? `  r0: "${first}"` : `  r${at}: "${body.replaceAll('X', `<r${at - 1}>`)}"`,
    ).join('\n');

  it('of a billion sentences is small, and is read as it is', () => {
    const { interpret, jsgf, troubles } = one(
      Array.from({ length: 9 }, () => '(a|b|c|d|e|f|g|h|i|j)').join(' '),
    );
    expect([troubles, interpret('a b c d e f g h i')?.name, interpret('a b c')]).toEqual([[], 'X', null]);
    expect(jsgf.length).toBeLessThan(1000);
  });

  it.each([
    ['rules that double', ['go <r39>', doubled('X X', 'a')], 'it has more than 5000 parts'],
    ['silent rules that double', ['go <r39>', doubled('[X] [X]', '[a]')], 'it has more than 5000 parts'],
    ['orders within orders', [`${'(a;b;c;'.repeat(20)}d${')'.repeat(20)}`], 'too many orders'],
    ['brackets glued to a word', [`x${'(a|b)'.repeat(30)}`], 'too many brackets'],
    ['brackets nested deep', ['['.repeat(5000)], 'nested too deep'],
  ])('by %s is told and left out', (_name, [template = '', rules], what) => {
    const { interpret, jsgf, troubles } = one(template, rules && `expansion_rules:\n${rules}`);
    expect(troubles).toHaveLength(1);
    expect(troubles[0]?.what).toContain(what);
    expect([interpret('go a a a'), interpret('good')?.name]).toEqual([null, 'X']);
    expect(jsgf.length).toBeLessThan(1000);
  });

  it.each([
    ['wildcards', 'wildcard: true'],
    ['values', 'values: [a]'],
  ])('by many slots of %s is followed in a thousand ways at most', (_name, list) => {
    const slots = Array.from({ length: 20 }, (_, at) => `[{any:s${at}}]`).join(' ');
    const { interpret } = one(`say ${slots}`, `lists: {any: {${list}}}`);
    expect(interpret(`say${' a'.repeat(20)}`)?.name).toBe('X');
    expect(interpret(`say${' a'.repeat(20)} end`)?.name ?? 'none').toBe(list.startsWith('w') ? 'X' : 'none');
  });

  it('by aliases of YAML is left out', () => {
    const laughs = [
      'a: &a [x, x]',
      ...'bcdefghijklm'
        .split('')
        .map((name, at) => `${name}: &${name} [${`*${'abcdefghijklm'.charAt(at)}, `.repeat(9)}]`),
    ];
    const { troubles, interpret } = free(`${laughs.join('\n')}\nintents: {X: {data: [{sentences: [go]}]}}`);
    expect(troubles.map(({ what }) => what)).toContain('own.yaml line 1: its aliases refer to each other.');
    expect(interpret('go')).toBeNull();
  });
});
