import { describe, expect, it } from 'vitest';
import { digitWords, numberWords } from '../../../../services/voice/phrases/number-words.ts';

const said = (value: number) => numberWords(value).map((words) => words.join(' '));

describe('numberWords', () => {
  it('says a number as people do, the usual way first', () => {
    expect([0, 7, 13, 20, 42, 99].map((value) => said(value))).toEqual([
      ['zero'],
      ['seven'],
      ['thirteen'],
      ['twenty'],
      ['forty two'],
      ['ninety nine'],
    ]);
    expect(said(100)).toEqual(['one hundred', 'a hundred', 'hundred']);
    expect(said(120)).toContain('one hundred and twenty');
    expect(said(10_000)).toEqual(['ten thousand']);
    expect(said(2700)).toEqual([
      'two thousand seven hundred',
      'two thousand and seven hundred',
      'twenty seven hundred',
    ]);
  });

  it('says halves and what is below zero', () => {
    expect(said(0.5)).toEqual(['zero point five', 'zero and a half', 'half', 'a half', 'one half']);
    expect(said(21.5)).toEqual(['twenty one point five', 'twenty one and a half']);
    expect(said(0.3)).toEqual(['zero point three']);
    expect(said(-5)).toEqual(['minus five', 'negative five']);
  });

  it('has no words for what nobody says', () => {
    expect([100_000, 0.33, Number.NaN].map((value) => said(value))).toEqual([[], [], []]);
    expect(digitWords('007')).toEqual(['zero', 'zero', 'seven']);
  });
});
