import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../../../../services/voice/phrases/phrase-template.ts';

describe('parseTemplate', () => {
  it('reads all of the syntax', () => {
    expect(parseTemplate('turn (on|off) [the] {name}<end>')).toEqual({
      kind: 'sequence',
      items: [
        { kind: 'text', text: 'turn ' },
        {
          kind: 'choice',
          items: [
            { kind: 'text', text: 'on' },
            { kind: 'text', text: 'off' },
          ],
        },
        { kind: 'text', text: ' ' },
        {
          kind: 'choice',
          items: [
            { kind: 'text', text: 'the' },
            { kind: 'text', text: '' },
          ],
        },
        { kind: 'text', text: ' ' },
        { kind: 'list', list: 'name', slot: 'name' },
        { kind: 'rule', rule: 'end' },
      ],
    });
    expect(parseTemplate('{timer_minutes:minutes}')).toEqual({
      kind: 'list',
      list: 'timer_minutes',
      slot: 'minutes',
    });
    expect(parseTemplate('(on;[<here>])')).toMatchObject({ kind: 'permutation' });
    expect(parseTemplate(String.raw`a\(b`)).toEqual({ kind: 'text', text: 'a(b' });
  });

  it.each([
    ['turn (on', 'a ")" is missing in "turn (on"'],
    ['turn on)', 'there is a ")" too many in "turn on)"'],
    ['turn (on]', 'there is a "]" too many in "turn (on]"'],
    ['{name', 'a "}" is missing in "{name"'],
    ['{}', '"{}" is not a {list} or {list:slot}'],
    ['{a:b:c}', '"{a:b:c}" is not a {list} or {list:slot}'],
    ['<a b>', '"<a b>" is not a <rule>'],
    ['('.repeat(1000), 'its brackets are nested too deep'],
  ])('tells what is wrong with %s', (template, what) => {
    expect(() => parseTemplate(template)).toThrow(
      expect.objectContaining({ code: 'bad_grammar', message: what }),
    );
  });
});
