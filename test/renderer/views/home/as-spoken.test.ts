import { expect, it } from 'vitest';
import { asSpoken } from '../../../../renderer/views/home/as-spoken.ts';

it.each([
  ['turn on the light', 'computer, turn on the light'],
  ['  Computer, turn on the light ', 'Computer, turn on the light'],
  ['computers are fun', 'computer, computers are fun'],
  ['computer', 'computer'],
])('says %j as %j', (typed, spoken) => {
  expect(asSpoken('computer', typed)).toBe(spoken);
});

it('leaves the words alone while the wake phrase is not known', () => {
  expect(asSpoken('', 'turn on the light')).toBe('turn on the light');
});
