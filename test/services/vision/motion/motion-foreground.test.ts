import { describe, expect, it } from 'vitest';
import { LUMA_HEIGHT, LUMA_WIDTH } from '../../../../services/vision/motion/luma.ts';
import {
  Background,
  CANVAS_WIDTH,
  canvasIndex,
  type Shift,
} from '../../../../services/vision/motion/motion-background.ts';
import {
  foregroundOf,
  hideUnknown,
  NEVER,
  setLimits,
  type Threshold,
} from '../../../../services/vision/motion/motion-foreground.ts';
import { extentOf } from '../../../../services/vision/motion/motion-upheaval.ts';
import { type Canvas, MotionWorkspace } from '../../../../services/vision/motion/motion-workspace.ts';
import { seeded } from './moving-scene.ts';

const PIXELS = LUMA_WIDTH * LUMA_HEIGHT;
const BLOCKS = 80 * 45;
const STILL = { x: 0, y: 0 };
const AS_IS = new Uint8Array(BLOCKS).fill(16);
const random = seeded(31);

/** A background around grey, its deviations up to `spread` grey levels, and a frame that is up to `reach` levels off. */
function pair(reach: number, spread: number) {
  const workspace = new MotionWorkspace();
  const [canvas] = workspace.canvases;
  if (canvas === undefined) throw new Error('a workspace has canvases');
  workspace.frame.set(new Uint8Array(PIXELS).map(() => Math.min(128 + (random() * 2 - 1) * reach, 255)));
  const background = Background.begin(workspace, canvas, workspace.frame);
  for (let i = 0; i < canvas.levels.length; i++) {
    canvas.levels[i] = 128 + (random() * 2 - 1) * 20;
    canvas.deviation[i] = random() * spread * 128;
    canvas.age[i] = random() * 10;
  }
  return { workspace, canvas, background };
}

interface Case {
  readonly frame: Uint8Array;
  readonly canvas: Canvas;
  readonly shift: Shift;
  readonly threshold: Threshold;
  readonly factors: Uint8Array;
}

/** The band in whole grey levels, as three products of 16 bits have it. */
function bandOf(deviation: number, threshold: Threshold): number {
  const times = Math.round(threshold.deviations * 256);
  const half = Math.floor(16_384 / times);
  const band = (Math.max(deviation - half, 0) * times + 0x4000) >> 15;
  return Math.min(band, threshold.most, 255);
}

function differs({ frame, canvas, shift, threshold, factors }: Case, x: number, y: number): boolean {
  const value = frame[y * LUMA_WIDTH + x] ?? 0;
  const around = [-1, 0, 1].flatMap((row) =>
    [-1, 0, 1].map((column) => canvasIndex(shift) + (y + row) * CANVAS_WIDTH + x + column),
  );
  const levels = around.map((place) => canvas.levels[place] ?? 0);
  const widest = Math.max(...around.map((place) => canvas.deviation[place] ?? 0));
  const factor = factors[(y >> 2) * 80 + (x >> 2)] ?? 0;
  if (factor === NEVER) return false;
  const least = Math.min((threshold.least * factor) >> 4, 255);
  const band = Math.min((bandOf(widest, threshold) * factor) >> 4, 255);
  const beyond = Math.max(value - Math.max(...levels), Math.min(...levels) - value);
  return beyond > Math.max(band, least);
}

function expectedMask(each: Case): Uint8Array {
  return new Uint8Array(PIXELS).map((_, i) =>
    differs(each, i % LUMA_WIDTH, Math.floor(i / LUMA_WIDTH)) ? 1 : 0,
  );
}

const MIDDLE: Threshold = { least: 14, deviations: 3, most: 60 };

describe('foregroundOf', () => {
  it.each([
    { shift: STILL, reach: 100, spread: 20, threshold: MIDDLE },
    { shift: { x: 24, y: 16 }, reach: 100, spread: 40, threshold: MIDDLE },
    { shift: { x: -24, y: -16 }, reach: 100, spread: 40, threshold: MIDDLE },
    { shift: { x: 5, y: -11 }, reach: 127, spread: 255, threshold: { least: 28, deviations: 6, most: 120 } },
    { shift: STILL, reach: 40, spread: 3, threshold: { least: 7, deviations: 1.5, most: 30 } },
    { shift: STILL, reach: 10, spread: 3, threshold: MIDDLE },
  ])('marks what lies beyond its neighbourhood by more than the threshold (%o)', (each) => {
    const { workspace, canvas, background } = pair(each.reach, each.spread);
    setLimits(workspace, each.threshold, AS_IS);
    const expected = expectedMask({ ...each, frame: workspace.frame, canvas, factors: AS_IS });
    expect(foregroundOf(workspace, { background, ...each })).toEqual(expected);
    const cells = Array.from({ length: 12 }, (_, cell) =>
      expected.reduce((sum, mark, i) => {
        const column = Math.floor((i % LUMA_WIDTH) / 80);
        return Math.floor(i / LUMA_WIDTH / 60) * 4 + column === cell ? sum + mark : sum;
      }, 0),
    );
    expect([...workspace.cells]).toEqual(cells);
    expect(extentOf(workspace.cells)).toEqual({
      share: expected.reduce((sum, mark) => sum + mark, 0) / PIXELS,
      cells: cells.filter((count) => count >= 0.2 * 80 * 60).length,
    });
  });

  it('asks for more where it is told to be calm, for less where keen, and for nothing where it may not look', () => {
    const { workspace, canvas, background } = pair(127, 30);
    const factors = new Uint8Array(BLOCKS).map((_, i) => [0, 4, 16, 40, 254, NEVER][i % 6] ?? 16);
    setLimits(workspace, MIDDLE, factors);
    const under = { background, shift: STILL, threshold: MIDDLE };
    const mask = foregroundOf(workspace, under);
    expect(mask).toEqual(
      expectedMask({ frame: workspace.frame, canvas, factors, shift: STILL, threshold: MIDDLE }),
    );
    expect(
      mask.some((mark, i) => mark === 1 && factors[Math.floor(i / 1280) * 80 + ((i % 320) >> 2)] === NEVER),
    ).toBe(false);
  });

  it('marks nothing where the frame is its background', () => {
    const { workspace, background } = pair(127, 0);
    const again = Background.begin(workspace, background.canvas, workspace.frame);
    setLimits(workspace, MIDDLE, AS_IS);
    const mask = foregroundOf(workspace, { background: again, shift: STILL, threshold: MIDDLE });
    expect([mask.includes(1), [...workspace.cells]]).toEqual([false, Array<number>(12).fill(0)]);
  });
});

describe('hideUnknown', () => {
  it.each([STILL, { x: -24, y: 16 }])('takes out what was seen fewer than four times (%o)', (shift) => {
    const { workspace, canvas, background } = pair(10, 1);
    canvas.mask.set(new Uint8Array(PIXELS).map(() => random() * 2));
    const expected = canvas.mask.map((mark, i) => {
      const place = canvasIndex(shift) + Math.floor(i / LUMA_WIDTH) * CANVAS_WIDTH + (i % LUMA_WIDTH);
      return mark === 1 && (canvas.age[place] ?? 0) >= 4 ? 1 : 0;
    });
    hideUnknown(workspace, background, shift);
    expect(canvas.mask).toEqual(expected);
  });
});
