import { expect, it } from 'vitest';
import { movieTableOf, stepFrom } from '../../../../renderer/views/event/movie-table.ts';
import { coarseFirst, frameTimes } from '../../../../renderer/views/event/scrub-frames.ts';
import { joinedBytes } from '../../../../services/contract/joined-bytes.ts';
import { mp4Movie } from '../../../../services/contract/mp4-movie.ts';
import { box, fullBox, letters, u32, u32s } from '../../../../services/contract/mp4-writing.ts';

/** Four pictures of 0.1 s; the second is shown after the third, and the first and the last need no others. */
const film = joinedBytes(
  box('ftyp', letters('isom')),
  mp4Movie({
    track: { width: 640, height: 360 },
    durationUs: 400_000,
    sampleTable: box(
      'stbl',
      fullBox('stts', {}, u32(1), u32s([4, 100_000])),
      fullBox('ctts', {}, u32(4), u32s([1, 0, 1, 100_000, 1, 0, 1, 0])),
      fullBox('stss', {}, u32(2), u32s([1, 4])),
    ),
    rest: [],
  }),
);

it('reads when the pictures of a recording are shown', () => {
  expect(movieTableOf(film)).toEqual({ timesS: [0, 0.2, 0.2, 0.3], keysS: [0, 0.3] });
});

it('reads nothing of what is no film, or of half a one', () => {
  expect(movieTableOf(new Uint8Array())).toBe(null);
  expect(movieTableOf(new Uint8Array(500).fill(7))).toBe(null);
  for (let length = 0; length < film.length; length += 7) movieTableOf(film.subarray(0, length));
});

it('steps from picture to picture', () => {
  const timesS = [0, 0.1, 0.25];
  expect([stepFrom(timesS, 0, 1), stepFrom(timesS, 0.1001, 1), stepFrom(timesS, 0.2, -1)]).toEqual([
    0.1, 0.25, 0,
  ]);
  expect([stepFrom(timesS, 0.3, 1), stepFrom(timesS, 0, -1)]).toEqual([null, null]);
});

it('takes the key frame that is next to each place of the scrub bar', () => {
  const table = { timesS: [0, 9.999], keysS: [0, 1, 2, 3, 7.4] };
  const times = frameTimes(table, 5);
  expect(times.map((time) => Math.round(time * 10) / 10)).toEqual([1, 3, 5, 7.4, 9]);
  expect(coarseFirst(5)).toEqual([0, 2, 4, 1, 3]);
});
