import { expect, it } from 'vitest';
import { isSameGroup } from '../../../../renderer/views/setup/same-group.ts';

it.each(['01AZ', '01az', ' 0 1-a z ', 'OIAZ', 'olaz', '０１ＡＺ'])('reads %j as 01AZ', (typed) => {
  expect(isSameGroup(typed, '01AZ')).toBe(true);
});

it.each(['', '01A', '01AZ7', '01ZA', '02AZ'])('takes %j for another', (typed) => {
  expect(isSameGroup(typed, '01AZ')).toBe(false);
});
