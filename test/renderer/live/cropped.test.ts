import { expect, it } from 'vitest';
import { cropped } from '../../../renderer/live/cropped.ts';

const picture = { width: 1600, height: 1000 };

it('shows the upper part of somebody who stands, with a margin', () => {
  const crop = cropped({ x: 0.5, y: 0.2, width: 0.1, height: 0.5 }, picture, 4 / 3);
  // 60 % of 500 px and 20 % above and beneath are 420 px; the middle is at 880, 350.
  expect(crop).toEqual({ x: 600, y: 140, width: 560, height: 420 });
});

it('comes no closer than three tenths of the height, and stays inside the picture', () => {
  const crop = cropped({ x: 0.98, y: 0.98, width: 0.02, height: 0.02 }, picture, 4 / 3);
  expect(crop).toEqual({ x: 1200, y: 700, width: 400, height: 300 });
});

it('shows a thing that fills the picture as large as the picture allows', () => {
  const crop = cropped({ x: 0, y: 0, width: 1, height: 1 }, picture, 2);
  expect(crop).toEqual({ x: 0, y: 100, width: 1600, height: 800 });
});
