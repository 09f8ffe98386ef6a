import { describe, expect, it } from 'vitest';
import { faceView, viewsOfPhoto, viewsOfRegion } from '../../../../services/vision/faces/face-views.ts';

describe('faceView', () => {
  it('shrinks a large part with its border to the longest side', () => {
    const view = faceView(
      { x: 0, y: 0, width: 1000, height: 1000 },
      { border: 0.3, longest: 384, enlarge: 2 },
      64,
    );
    expect(view).toEqual({
      view: { x: -300, y: -300, width: 1600, height: 1600 },
      width: 384,
      height: 384,
    });
  });

  it('doubles a small part at most, and grows it to the steps of the detector', () => {
    const view = faceView(
      { x: 10, y: 20, width: 50, height: 100 },
      { border: 0, longest: 384, enlarge: 2 },
      64,
    );
    expect(view).toEqual({ view: { x: 10, y: 20, width: 64, height: 128 }, width: 128, height: 256 });
  });
});

it('a region is looked at once: a head small, a scene larger', () => {
  const sizesOf = (width: number, height: number): unknown =>
    viewsOfRegion({ x: 0, y: 0, width, height }, 32).map((view) => [view.width, view.height]);
  expect([sizesOf(200, 300), sizesOf(640, 360)]).toEqual([[[128, 160]], [[384, 256]]]);
});

it('a photo is looked at larger and larger, as far as its pixels go', () => {
  const sizesOf = (width: number, height: number): unknown =>
    viewsOfPhoto({ width, height }, 64).map((view) => [view.width, view.height]);
  expect([sizesOf(500, 400), sizesOf(4000, 3000)]).toEqual([
    [
      [256, 256],
      [384, 320],
      [512, 448],
    ],
    [
      [256, 256],
      [384, 320],
      [768, 576],
      [1536, 1152],
    ],
  ]);
});
