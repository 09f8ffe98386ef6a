import { describe, expect, it } from 'vitest';
import { adviceFor } from '../../../services/gallery/coverage.ts';

const at = (
  yaw: number,
  quality = 0.8,
): { pose: { yaw: number; pitch: number; roll: number }; quality: number } => ({
  pose: { yaw, pitch: 0, roll: 0 },
  quality,
});

describe('adviceFor', () => {
  it('wants any photo of somebody without one, and a sharper one when all are poor', () => {
    expect(adviceFor([])).toEqual([{ want: 'any', count: 3 }]);
    expect(adviceFor([at(0, 0.1)])).toEqual([{ want: 'sharper', count: 3 }]);
  });

  it('wants what is missing', () => {
    expect(adviceFor([at(0)])).toEqual([
      { want: 'front', count: 1 },
      { want: 'left', count: 1 },
      { want: 'right', count: 1 },
      { want: 'any', count: 1 },
    ]);
    expect(adviceFor([at(0), at(3), at(30), at(25)])).toEqual([{ want: 'left', count: 1 }]);
    expect(adviceFor([at(0), at(3), at(-30), at(-25)])).toEqual([{ want: 'right', count: 1 }]);
  });

  it('takes faces that were never judged for good ones from the front', () => {
    const old = { pose: null, quality: null };
    expect(adviceFor([old, old, at(-20), at(20), at(0)])).toEqual([]);
  });

  it('is content with a rich gallery', () => {
    expect(adviceFor([at(0), at(5), at(-20), at(20), at(-40)])).toEqual([]);
  });
});
