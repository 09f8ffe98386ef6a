import { describe, expect, it } from 'vitest';
import { buildGrammar, loadPhrases } from '../../../../services/voice/phrases/intents.ts';
import { HOME } from './home.ts';
import { seeded } from './sampled-phrase.ts';

const grammar = buildGrammar(loadPhrases('en', '/nowhere'), HOME);

/** Says a random sentence of a JSGF grammar, as a recogniser could hear it. */
class Speaker {
  readonly #rules: ReadonlyMap<string, readonly string[]>;
  readonly #random: () => number;
  #tokens: readonly string[] = [];
  #at = 0;
  #joined = 0;

  constructor(jsgf: string, random: () => number) {
    const rules = [...jsgf.matchAll(/^(?:public )?(<\w+>) = ([^;]*);$/gm)];
    this.#rules = new Map(
      rules.map(([, name = '', body = '']) => [name, body.match(/[()[\]|]|<\w+>|[a-z']+/g) ?? []]),
    );
    this.#random = random;
  }

  /** Commands may be joined by "and" without end; here the second one is a short one. */
  say(rule: string): string {
    if (rule === '<NULL>') return '';
    if (rule === '<commands>' && ++this.#joined > 1) return 'what time is it';
    const said = this.#said(rule);
    if (rule === '<commands>') this.#joined = 0;
    return said;
  }

  #said(rule: string): string {
    const [tokens, at] = [this.#tokens, this.#at];
    const body = this.#rules.get(rule);
    if (body === undefined) throw new Error(`${rule} is not defined`);
    [this.#tokens, this.#at] = [body, 0];
    const said = this.#choice();
    [this.#tokens, this.#at] = [tokens, at];
    return said;
  }

  #choice(): string {
    const choices = [this.#sequence()];
    while (this.#tokens[this.#at] === '|') {
      this.#at++;
      choices.push(this.#sequence());
    }
    return choices[Math.floor(this.#random() * choices.length)] ?? '';
  }

  #sequence(): string {
    const said: string[] = [];
    for (;;) {
      const token = this.#tokens[this.#at] ?? '';
      if (token === '' || token === '|' || token === ')' || token === ']')
        return said.filter(Boolean).join(' ');
      this.#at++;
      if (token === '(' || token === '[') {
        const inner = this.#choice();
        this.#at++;
        said.push(token === '[' && this.#random() < 0.5 ? '' : inner);
      } else said.push(token.startsWith('<') ? this.say(token) : token);
    }
  }
}

describe('The grammar for the recogniser', () => {
  it('says nothing that is not understood', () => {
    const speaker = new Speaker(grammar.jsgf, seeded(7));
    const sentences = Array.from({ length: 600 }, () => speaker.say('<command>'));
    expect(sentences.filter((sentence) => grammar.interpret(sentence) === null)).toEqual([]);
    expect(new Set(sentences.map((sentence) => grammar.interpret(sentence)?.name)).size).toBeGreaterThan(25);
  });

  it('is made of words that a dictionary can hold, all of them in the list of words', () => {
    const bodies = grammar.jsgf.replaceAll(/^(public )?<\w+> =/gm, '').replaceAll(/<\w+>/g, '');
    const words = new Set(
      bodies
        .split('\n')
        .slice(2)
        .join(' ')
        .match(/[^\s()[\]|;]+/g),
    );
    expect([...words].sort()).toEqual(grammar.words);
    expect(grammar.words.filter((word) => !/^[a-z]+('[a-z]+)*$/.test(word))).toEqual([]);
    expect(grammar.words).toEqual(expect.arrayContaining(['buro', "mum's", 'anna', 'ninety']));
  });

  it('leaves out what nothing in the home can do', () => {
    const empty = buildGrammar(loadPhrases('en', '/nowhere'), {
      entities: [],
      areas: [],
      people: [],
      cameras: [],
    });
    expect(empty.words).not.toContain('unlock the');
    expect(empty.jsgf).not.toContain('<LaresShowCamera>');
    expect(empty.jsgf).toContain('<HassStartTimer>');
    expect(empty.interpret('turn on the lights')).toEqual({ name: 'HassTurnOn', slots: { domain: 'light' } });
  });
});
