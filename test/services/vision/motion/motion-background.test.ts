import { describe, expect, it } from 'vitest';
import { LUMA_HEIGHT, LUMA_WIDTH } from '../../../../services/vision/motion/luma.ts';
import {
  Background,
  CANVAS_HEIGHT,
  CANVAS_WIDTH,
  canvasIndex,
  MARGIN_X,
  MARGIN_Y,
  type Shift,
} from '../../../../services/vision/motion/motion-background.ts';
import { type Canvas, MotionWorkspace } from '../../../../services/vision/motion/motion-workspace.ts';
import { seeded } from './moving-scene.ts';

const PIXELS = LUMA_WIDTH * LUMA_HEIGHT;
const CANVAS = CANVAS_WIDTH * CANVAS_HEIGHT;
const STILL = { x: 0, y: 0 };
const SHIFTS: readonly Shift[] = [STILL, { x: 24, y: 16 }, { x: -24, y: -16 }, { x: 7, y: -3 }];
const random = seeded(21);

function bytes(length: number, most: number): Uint8Array {
  return new Uint8Array(length).map(() => random() * (most + 1));
}

/** The planes of a background by themselves. */
interface Planes {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
  readonly age: readonly number[];
  readonly levels: readonly number[];
}

function planesOf(canvas: Canvas): Planes {
  const { mean, deviation, age, levels } = canvas;
  return { mean: [...mean], deviation: [...deviation], age: [...age], levels: [...levels] };
}

function levelOf(mean: number): number {
  return Math.min(Math.max(((mean + 64) >> 7) + 128, 0), 255);
}

/** A background that has seen much, as far from the frames as light can carry it. */
function arbitrary(): { workspace: MotionWorkspace; canvas: Canvas; background: Background } {
  const workspace = new MotionWorkspace();
  const [canvas] = workspace.canvases;
  if (canvas === undefined) throw new Error('a workspace has canvases');
  workspace.frame.set(bytes(PIXELS, 255));
  const background = Background.begin(workspace, canvas, workspace.frame);
  for (let i = 0; i < CANVAS; i++) {
    canvas.mean[i] = Math.floor((random() * 2 - 1) * 16_383);
    canvas.deviation[i] = random() * 32_767;
    canvas.age[i] = random() * 33;
    canvas.levels[i] = levelOf(canvas.mean[i] ?? 0);
  }
  return { workspace, canvas, background };
}

/** Gives each pixel of a frame, and its place on the canvas. */
function eachPixel(shift: Shift, visit: (pixel: number, place: number) => void): void {
  for (let y = 0; y < LUMA_HEIGHT; y++)
    for (let x = 0; x < LUMA_WIDTH; x++) visit(y * LUMA_WIDTH + x, canvasIndex(shift) + y * CANVAS_WIDTH + x);
}

function stepOf(difference: number, rate: number): number {
  return (difference * rate + 0x4000) >> 15;
}

/** Rates of mean and deviation in 1/32768, as the documentation has them. */
function ratesOf(surface: number, age: number): readonly [number, number] {
  const base = Math.min(Math.round(32_768 / age), 32_767);
  if (surface === 1) return [base >> 3, base >> 3];
  if (surface === 2) return [128, base >> 3];
  if (surface === 3) return [64, 0];
  return [surface === 4 ? 2048 : base, base];
}

describe('Background', () => {
  it('begins with one frame, which goes on beyond its edges', () => {
    const workspace = new MotionWorkspace();
    const frame = bytes(PIXELS, 255);
    const [canvas] = workspace.canvases;
    if (canvas === undefined) throw new Error('a workspace has canvases');
    canvas.age.fill(9);
    Background.begin(workspace, canvas, frame);
    const levels = Array.from({ length: CANVAS }, (_, i) => {
      const x = Math.min(Math.max((i % CANVAS_WIDTH) - MARGIN_X, 0), LUMA_WIDTH - 1);
      const y = Math.min(Math.max(Math.floor(i / CANVAS_WIDTH) - MARGIN_Y, 0), LUMA_HEIGHT - 1);
      return frame[y * LUMA_WIDTH + x] ?? 0;
    });
    expect(planesOf(canvas)).toEqual({
      mean: levels.map((level) => (level - 128) * 128),
      deviation: levels.map(() => 4 * 128),
      age: levels.map(() => 0),
      levels,
    });
  });

  it.each([
    ...SHIFTS.map((shift) => ({ shift, ages: 'arbitrary' }) as const),
    { shift: STILL, ages: 'old' } as const,
    { shift: STILL, ages: 'nearly old' } as const,
  ])('learns each pixel by its age and what covers it (%o)', ({ shift, ages }) => {
    const { workspace, canvas, background } = arbitrary();
    if (ages !== 'arbitrary') canvas.age.fill(ages === 'old' ? 32 : 31);
    const mask = bytes(PIXELS, 1);
    // Half of the blocks are bare, and some rows of blocks all of them, as mostly.
    const surface = bytes(80 * 45, 9).map((value, i) =>
      Math.floor(i / 80) % 3 === 0 || value < 5 ? 0 : value - 5,
    );
    for (let y = 0; y < LUMA_HEIGHT; y += 6) mask.fill(0, y * LUMA_WIDTH, (y + 1) * LUMA_WIDTH);
    const before = planesOf(canvas);
    const [mean, deviation] = [[...before.mean], [...before.deviation]];
    const [age, levels] = [[...before.age], [...before.levels]];
    eachPixel(shift, (pixel, place) => {
      const block = Math.floor(pixel / LUMA_WIDTH / 4) * 80 + Math.floor((pixel % LUMA_WIDTH) / 4);
      const covered = Math.max(surface[block] ?? 0, mask[pixel] ?? 0);
      const older = Math.min((before.age[place] ?? 0) + 1, 32);
      const [rate, spreadRate] = ratesOf(covered, older);
      const known = before.mean[place] ?? 0;
      const spread = before.deviation[place] ?? 0;
      const difference = ((workspace.frame[pixel] ?? 0) - 128) * 128 - known;
      const learnt = known + stepOf(difference, rate);
      mean[place] = learnt;
      deviation[place] = spread + stepOf(Math.abs(difference) - spread, spreadRate);
      age[place] = older;
      levels[place] = levelOf(learnt);
    });
    background.learn({ frame: workspace.frame, mask, shift }, surface);
    expect(planesOf(canvas)).toEqual({ mean, deviation, age, levels });
  });

  it('comes to rest on what it sees, however far off it was', () => {
    const { workspace, canvas, background } = arbitrary();
    canvas.mean.set(canvas.mean.map((_, i) => (i % 2 === 0 ? -32_768 : 32_767)));
    const mask = new Uint8Array(PIXELS);
    for (let i = 0; i < 400; i++)
      background.learn({ frame: workspace.frame, mask, shift: STILL }, new Uint8Array(80 * 45));
    expect(Buffer.from(background.under(STILL)).equals(workspace.frame)).toBe(true);
    // Rounding stops a mean an eighth of a grey level off, and a deviation an eighth above that.
    expect(
      Math.max(...canvas.deviation.subarray(canvasIndex(STILL), canvasIndex(STILL) + 320)),
    ).toBeLessThanOrEqual(32);
  });

  it.each([-255, -45, 1, 255])('becomes brighter by %i as a whole', (change) => {
    const { canvas, background } = arbitrary();
    const before = planesOf(canvas);
    background.brighten(change);
    const mean = before.mean.map((value) => Math.min(Math.max(value + change * 128, -32_768), 32_767));
    expect(planesOf(canvas)).toEqual({ ...before, mean, levels: mean.map(levelOf) });
  });

  it('forgets nothing when the light comes and goes', () => {
    const { canvas, background } = arbitrary();
    canvas.mean.set(canvas.mean.map((value) => Math.max(Math.min(value, 16_256), -16_384)));
    const before = [...canvas.mean];
    for (const change of [100, -100, -120, 120]) background.brighten(change);
    expect([...canvas.mean]).toEqual(before);
  });

  it('is lit anew level by level, and stays as it was itself', () => {
    const { workspace, canvas, background } = arbitrary();
    const spare = workspace.canvases[2];
    if (spare === undefined) throw new Error('a workspace has canvases');
    const changes = new Float32Array(256).map(() => (random() * 2 - 1) * 200);
    const before = planesOf(canvas);
    const mean = before.mean.map((value) => {
      const grey = Math.min(Math.max((value >> 7) + 128, 0), 255);
      return Math.min(Math.max(value + Math.round((changes[grey] ?? 0) * 128), -32_768), 32_767);
    });
    background.relit(changes, spare);
    expect(planesOf(canvas)).toEqual(before);
    expect(planesOf(spare)).toEqual({ ...before, mean, levels: mean.map(levelOf) });
  });

  it.each(SHIFTS)('takes marked pixels at once (%o)', (shift) => {
    const { workspace, canvas, background } = arbitrary();
    const mask = bytes(PIXELS, 1);
    const before = planesOf(canvas);
    const mean = [...before.mean];
    eachPixel(shift, (pixel, place) => {
      if (mask[pixel] === 1) mean[place] = ((workspace.frame[pixel] ?? 0) - 128) * 128;
    });
    background.adopt(workspace.frame, mask, shift);
    expect(planesOf(canvas)).toEqual({ ...before, mean, levels: mean.map(levelOf) });
  });

  it.each(SHIFTS)('shows what lies under a frame (%o)', (shift) => {
    const { canvas, background } = arbitrary();
    const expected = new Uint8ClampedArray(PIXELS);
    eachPixel(shift, (pixel, place) => {
      expected[pixel] = canvas.levels[place] ?? 0;
    });
    expect(background.under(shift)).toEqual(expected);
  });
});
