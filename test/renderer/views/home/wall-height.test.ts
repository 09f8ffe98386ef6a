import { expect, it } from 'vitest';
import { wallHeight } from '../../../../renderer/views/home/wall-height.ts';

const wide = { viewport: { width: 1280, height: 800 }, bodyHeight: 680 };
const unmeasured = { bodyHeight: 0, devicesHeight: 0 };

it.each([
  ['shares the screen with the devices', { ...wide, devicesHeight: 190 }, 470],
  ['leaves many devices no more than a third', { ...wide, devicesHeight: 900 }, 415],
  ['fills a small screen across', { ...unmeasured, viewport: { width: 800, height: 480 } }, 356],
  ['takes half of an upright one', { ...unmeasured, viewport: { width: 1080, height: 1920 } }, 960],
  ['is as long as it wants on a phone', { ...unmeasured, viewport: { width: 390, height: 844 } }, 1170],
])('%s', (_what, measured, height) => {
  expect(Math.round(wallHeight(measured))).toBe(height);
});
