import { describe, expect, it } from 'vitest';
import { germanDigitWords, germanNumberWords } from '../../../../services/voice/phrases/german-numbers.ts';

const said = (value: number) => germanNumberWords(value).map((words) => words.join(' '));

describe('germanNumberWords', () => {
  it('says whole numbers as one word', () => {
    expect([0, 7, 16, 17, 20, 21, 30, 76, 99].map((value) => said(value)[0])).toEqual([
      'null',
      'sieben',
      'sechzehn',
      'siebzehn',
      'zwanzig',
      'einundzwanzig',
      'dreißig',
      'sechsundsiebzig',
      'neunundneunzig',
    ]);
    expect(said(1)).toEqual(['eins', 'ein', 'eine', 'einen', 'einer', 'einem']);
    expect(said(100)).toEqual(['einhundert', 'hundert']);
    expect([101, 345, 1000, 2026, 99_999].map((value) => said(value)[0])).toEqual([
      'einhunderteins',
      'dreihundertfünfundvierzig',
      'eintausend',
      'zweitausendsechsundzwanzig',
      'neunundneunzigtausendneunhundertneunundneunzig',
    ]);
  });

  it('says halves, tenths and what is below zero', () => {
    expect(said(0.5)).toContain('halb');
    expect(said(1.5)).toEqual(['eins komma fünf', 'eineinhalb', 'anderthalb', 'einundhalb', 'ein einhalb']);
    expect(said(21.5)).toContain('einundzwanzigeinhalb');
    expect(said(21.3)).toEqual(['einundzwanzig komma drei']);
    expect(said(-5)).toEqual(['minus fünf']);
  });

  it('has no words for what nobody says', () => {
    expect([100_000, 0.33, Number.NaN].map((value) => said(value))).toEqual([[], [], []]);
    expect(germanDigitWords('007')).toEqual(['null', 'null', 'sieben']);
  });
});
