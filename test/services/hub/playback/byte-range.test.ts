import { expect, it } from 'vitest';
import { byteRange } from '../../../../services/hub/playback/byte-range.ts';

const part = (start: number, end: number) => ({ kind: 'part', start, end });
const whole = { kind: 'whole' };
const none = { kind: 'unsatisfiable' };

it.each([
  [undefined, whole],
  ['bytes=0-99', part(0, 100)],
  ['bytes=10-19', part(10, 20)],
  ['Bytes=90-', part(90, 100)],
  ['bytes=90-1000', part(90, 100)],
  ['bytes=-30', part(70, 100)],
  ['bytes=-300', part(0, 100)],
  ['bytes=100-', none],
  ['bytes=-0', none],
  ['bytes=20-10', whole],
  ['bytes=0-9,20-29', whole],
  ['pages=1-2', whole],
  ['bytes=-', whole],
  ['bytes=a-b', whole],
])('a range %s of a hundred bytes is %o', (header, range) => {
  expect(byteRange(header, 100)).toEqual(range);
});
