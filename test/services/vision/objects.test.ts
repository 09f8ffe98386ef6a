import { describe, expect, it } from 'vitest';
import { viewOf } from '../../../services/vision/objects.ts';

const sizes = [
  { width: 416, height: 256 },
  { width: 320, height: 320 },
  { width: 256, height: 416 },
];
const image = { width: 1280, height: 720 };

describe('viewOf', () => {
  it('looks at a tall region with a tall input', () => {
    const { size, view } = viewOf({ x: 500, y: 100, width: 256, height: 416 }, image, sizes);
    expect({ size, view }).toEqual({
      size: { width: 256, height: 416 },
      view: { x: 500, y: 100, width: 256, height: 416 },
    });
  });

  it('stays inside the picture where it can', () => {
    const { view } = viewOf({ x: 0, y: 0, width: 208, height: 64 }, image, sizes);
    expect(view).toEqual({ x: 0, y: 0, width: 208, height: 128 });
  });

  it('does not enlarge more than twice, and is centred on a picture that is too small', () => {
    const small = { width: 100, height: 400 };
    const { view } = viewOf({ x: 0, y: 100, width: 60, height: 60 }, small, sizes);
    expect({ x: view.x, width: view.width }).toEqual({ x: -30, width: 160 });
  });
});
