import { describe, expect, it } from 'vitest';
import type { RgbImage } from '../../../../models/image.ts';
import { type FaceQuality, faceQuality } from '../../../../services/vision/faces/face-quality.ts';
import { seeded } from '../../gallery/synthetic-faces.ts';
import { turnedHead } from './turned-head.ts';

const front = { yaw: 0, pitch: 0, roll: 0 };
const side = 160;

/** Grey blots and fine grain, as skin, hair and shadows have them; `brightness` 1 is a well lit face. */
function picture(options: { readonly brightness?: number; readonly isSharp?: boolean } = {}): RgbImage {
  const { brightness = 1, isSharp = true } = options;
  const random = seeded(3);
  const data = new Uint8Array(side * side * 3);
  for (let i = 0; i < side * side; i += 1) {
    const [x, y] = [i % side, Math.floor(i / side)];
    const blots = 110 + 40 * Math.sin(x / 9) * Math.cos(y / 11);
    const grain = isSharp ? 50 * (random() - 0.5) : 0;
    data.fill(Math.min(255, Math.max(0, brightness * (blots + grain))), 3 * i, 3 * i + 3);
  }
  return { width: side, height: side, data };
}

function judged(options: {
  readonly image?: RgbImage;
  readonly points?: ReturnType<typeof turnedHead>;
  readonly disagreement?: number;
  readonly score?: number;
}): FaceQuality {
  const { image = picture(), points = turnedHead(front), disagreement = 0.02, score = 1 } = options;
  return faceQuality(image, { points, disagreement }, score);
}

describe('faceQuality', () => {
  it('finds no flaw in a large, sharp, well lit face that looks into the camera', () => {
    const { value, flaw } = judged({});
    expect(flaw).toBeNull();
    expect(value).toBeGreaterThan(0.9);
    expect(judged({ score: 0.8 }).value).toBeCloseTo(value * 0.8);
  });

  it('names what is wrong, and thinks little of it', () => {
    const flaws = [
      judged({ points: turnedHead(front, 16) }),
      judged({ points: turnedHead({ ...front, yaw: 50 }) }),
      judged({ points: turnedHead({ ...front, pitch: -48 }) }),
      judged({ image: picture({ brightness: 0.2 }) }),
      judged({ image: picture({ brightness: 2.4 }) }),
      judged({ image: picture({ isSharp: false }) }),
      judged({ disagreement: 0.1 }),
    ];
    expect(flaws.map(({ flaw }) => flaw)).toEqual([
      'small',
      'turned',
      'turned',
      'dark',
      'bright',
      'blurred',
      'covered',
    ]);
    for (const { value, flaw } of flaws) expect(value, flaw ?? '').toBeLessThan(0.5);
  });

  it('takes a turned head for no smaller, and a tilted one for no worse', () => {
    expect(judged({ points: turnedHead({ ...front, yaw: 20 }, 30) }).value).toBeCloseTo(
      judged({ points: turnedHead(front, 30) }).value,
      1,
    );
    expect(judged({ points: turnedHead({ ...front, roll: 30 }) }).flaw).toBeNull();
  });

  it('is worth nothing without a size', () => {
    const nowhere = Array.from({ length: 68 }, () => ({ x: 5, y: 5 }));
    expect(judged({ points: nowhere })).toEqual({ value: 0, flaw: 'small', pose: null });
    expect(judged({ points: turnedHead(front, 7) }).value).toBe(0);
  });
});
