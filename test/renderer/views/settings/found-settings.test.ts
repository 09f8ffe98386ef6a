import { expect, test } from 'vitest';
import { found } from '../../../../renderer/views/settings/found-settings.ts';

const all = [
  { title: 'Lautstärke', more: 'laut leise' },
  { title: 'Ruhezeit', more: 'nacht, Lautstärke am Abend' },
  { title: 'Broker', more: 'mqtt server' },
];
const titles = (query: string) => found(all, query).map(({ title }) => title);

test('settings are found by their title first, then by what else is said of them', () => {
  expect(titles('lautst')).toEqual(['Lautstärke', 'Ruhezeit']);
  expect(titles('Abend laut')).toEqual(['Ruhezeit']);
});

test('neither accents nor capitals matter, and a word may be a part of a longer one', () => {
  expect(titles('LAUTSTARKE')).toEqual(['Lautstärke', 'Ruhezeit']);
  expect(titles('zeit')).toEqual(['Ruhezeit']);
  expect(titles('ei')).toEqual([]);
});

test('an empty query finds nothing, nor does one that nothing is called', () => {
  expect(titles(' ')).toEqual([]);
  expect(titles('<script>')).toEqual([]);
});
