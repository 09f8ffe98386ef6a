import { describe, expect, it } from 'vitest';
import { parseFacePairs } from '../../../services/evaluate/face-pairs.ts';

describe('parseFacePairs', () => {
  it('reads LFW’s pairs.txt with its folds', () => {
    const text = '2\t1\nAnn_B\t1\t4\nAnn_B\t1\tCem\t12\nDora\t2\t3\nDora\t1\tEve\t1\n';
    expect(parseFacePairs(text)).toEqual([
      { first: 'Ann_B/Ann_B_0001', second: 'Ann_B/Ann_B_0004', same: true, fold: 0 },
      { first: 'Ann_B/Ann_B_0001', second: 'Cem/Cem_0012', same: false, fold: 0 },
      { first: 'Dora/Dora_0002', second: 'Dora/Dora_0003', same: true, fold: 1 },
      { first: 'Dora/Dora_0001', second: 'Eve/Eve_0001', same: false, fold: 1 },
    ]);
  });

  it('reads a list without folds, as LFW’s development sets are', () => {
    expect(parseFacePairs('1\nAnn 1 2\nAnn 1 Ben 1\n').map(({ same, fold }) => [same, fold])).toEqual([
      [true, 0],
      [false, 1],
    ]);
  });

  it('reads a CSV, with or without a header, and deals it into folds', () => {
    const rows = 'a.jpg,b.jpg,yes\na.jpg, c.jpg ,no\nb.jpg,d.jpg,no\n';
    const pairs = [
      { first: 'a.jpg', second: 'b.jpg', same: true, fold: 0 },
      { first: 'a.jpg', second: 'c.jpg', same: false, fold: 0 },
      { first: 'b.jpg', second: 'd.jpg', same: false, fold: 1 },
    ];
    expect(parseFacePairs(rows)).toEqual(pairs);
    expect(parseFacePairs(`file1,file2,same\r\n${rows}`)).toEqual(pairs);
  });

  it.each([
    ['', 'Line 1 does not say how many pairs follow.'],
    ['2 1\nAnn 1 2\n', 'Line 1 promises 4 pairs, but there are 1.'],
    ['1 1\nAnn 1\nBen 1 2\n', 'Line 2 is neither `name i j` nor `name i name j`.'],
    ['a,b,yes\na,c,perhaps\n', 'Line 2 does not end in yes or no.'],
  ])('says what is wrong with %j', (text, message) => {
    expect(() => parseFacePairs(text)).toThrow(message);
  });
});
