import { describe, expect, it } from 'vitest';
import { LUMA_HEIGHT, LUMA_WIDTH } from '../../../../services/vision/motion/luma.ts';
import { Background } from '../../../../services/vision/motion/motion-background.ts';
import { lightChange, lightCurve } from '../../../../services/vision/motion/motion-light.ts';
import { MotionWorkspace } from '../../../../services/vision/motion/motion-workspace.ts';
import { frameOf, seeded, texturedScene } from './moving-scene.ts';

const scene = texturedScene(3);
const random = seeded(51);

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length / 2) - 1] ?? 0;
}

/** The same by sorting. */
function expectedChange(frame: Uint8Array, known: Uint8Array): number {
  const samples = Array.from({ length: 80 * 45 }, (_, i) => {
    const [x, y] = [4 * (i % 80), 4 * Math.floor(i / 80)];
    const at = y * LUMA_WIDTH + x;
    return {
      cell: Math.floor(y / 60) * 4 + Math.floor(x / 80),
      difference: (frame[at] ?? 0) - (known[at] ?? 0),
    };
  });
  const change = medianOf(samples.map(({ difference }) => difference));
  if (Math.abs(change) <= 2) return 0;
  const shared = Array.from({ length: 12 }, (_, cell) =>
    medianOf(samples.filter((sample) => sample.cell === cell).map(({ difference }) => difference)),
  ).filter((own) => own / change >= 1 / 3);
  const within = (level: number) =>
    samples.filter(({ difference }) => Math.abs(difference - level) <= 14).length;
  return shared.length >= 9 && within(change) > within(0) ? change : 0;
}

function changeOf(frame: Uint8Array, known: Uint8Array): number {
  const workspace = new MotionWorkspace();
  const [canvas] = workspace.canvases;
  if (canvas === undefined) throw new Error('a workspace has canvases');
  const background = Background.begin(workspace, canvas, known);
  workspace.frame.set(frame);
  return lightChange(workspace, background);
}

describe('lightChange', () => {
  const known = frameOf(scene, { levels: 5, random });
  it.each([
    ['nothing', (x: number, y: number) => scene(x, y), 0],
    ['a lamp', (x: number, y: number) => scene(x, y) + 40, 40],
    ['a lamp that goes out', (x: number, y: number) => scene(x, y) - 33, -33],
    ['a flicker', (x: number, y: number) => scene(x, y) + 2, null],
    ['a step that is just worth it', (x: number, y: number) => scene(x, y) + 3, null],
    ['white', () => 255, null],
    ['black', () => 0, null],
    ['a large object', (x: number, y: number) => (x < 140 ? 20 : scene(x, y)), 0],
    ['half of the picture in the sun', (x: number, y: number) => scene(x, y) + (x < 170 ? 60 : 0), 0],
  ])('tells %s as sorting does', (_, picture, nearly) => {
    const frame = frameOf(picture, { levels: 5, random });
    const change = changeOf(frame, known);
    expect(change).toBe(expectedChange(frame, known));
    if (nearly !== null) expect(Math.abs(change - nearly)).toBeLessThan(2);
  });

  it('tells arbitrary pictures as sorting does', () => {
    for (let i = 0; i < 20; i++) {
      const offset = (random() * 2 - 1) * 120;
      const frame = new Uint8ClampedArray(LUMA_WIDTH * LUMA_HEIGHT).map(
        (_, at) => (known[at] ?? 0) + offset * random() * 2,
      );
      expect(changeOf(new Uint8Array(frame), known)).toBe(expectedChange(new Uint8Array(frame), known));
    }
  });
});

describe('lightCurve', () => {
  it('has for each level how a change of exposure moved it', () => {
    const exposed = (level: number) => 255 * (level / 255) ** 0.6;
    const known = new Uint8ClampedArray(frameOf(scene, { levels: 3, random }));
    const frame = new Uint8Array(known.map(exposed));
    const curve = lightCurve(frame, known, LUMA_WIDTH);
    for (let level = 60; level < 180; level++)
      expect(Math.abs((curve[level] ?? 0) + level - exposed(level))).toBeLessThan(6);
    expect(curve).toHaveLength(256);
    expect(known).toHaveLength(LUMA_WIDTH * LUMA_HEIGHT);
  });
});
