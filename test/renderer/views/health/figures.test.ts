import { describe, expect, it } from 'vitest';
import { cameraFigures, judgedCamera } from '../../../../renderer/views/health/camera-figures.ts';
import { figureOf } from '../../../../renderer/views/health/figure.ts';
import { machineFigures } from '../../../../renderer/views/health/machine-figures.ts';
import { sparkPath } from '../../../../renderer/views/health/spark-path.ts';
import type { CameraState, CameraView } from '../../../../services/contract/camera.ts';
import { CameraId } from '../../../../services/contract/identifiers.ts';
import type { Measures } from '../../../../services/contract/measures.ts';

const id = CameraId.parse('door');
const measures: Measures = {
  atMs: 0,
  everyMs: 20_000,
  machine: {
    cores: 2,
    memoryBytes: 8e9,
    busyCores: [null, 1.9, 1.95],
    usedBytes: [7e9, 7e9, 7e9],
    celsius: [null, null, null],
  },
  processes: [],
  cameras: [],
  networks: [],
  lost: { toHub: 0, toPages: 0 },
};

describe('the pictures of the last hour', () => {
  it('begin at the right, and have a gap where nothing was measured', () => {
    expect(sparkPath([1, 2, null, 4], { slots: 6, top: 4 })).toEqual({
      line: 'M2 75L3 50M5 0h0',
      area: 'M2 75L3 50L3 100L2 100ZM5 0L5 100L5 100Z',
    });
    expect(sparkPath([], { slots: 6, top: 4 })).toEqual({ line: '', area: '' });
    expect(sparkPath([0, 8], { slots: 2, top: 4 }).line).toBe('M0 100L1 0');
  });

  it('say their figures, and nothing where there is none', () => {
    const say = (value: number) => `${value} W`;
    const { now, mean, most } = figureOf({ key: 'a', name: 'A', course: [1, 3, null], top: 1, say });
    expect([now, mean, most]).toEqual(['3 W', '2 W', '3 W']);
    const none = figureOf({ key: 'a', name: 'A', course: [5, null, null, null], top: 1, say });
    expect([none.now, none.mean]).toEqual(['–', '5 W']);
  });

  it('say whether the machine is well, and leave out what it does not tell', () => {
    expect(machineFigures(measures).map(({ key, mood, verdict }) => [key, mood, verdict])).toEqual([
      ['processor', 'bad', 'Too much to do'],
      ['memory', 'warn', 'Getting tight'],
    ]);
  });

  it('warn of a camera whose pictures are passed over or old', () => {
    const state: CameraState = {
      ...{ kind: 'live', sinceMs: 0, framesPerSecond: 5, width: 640, height: 360 },
      ...{ droppedFrames: 0, stream: 'main', decoding: 'all' },
    };
    const view: CameraView = {
      ...{ id, name: 'Door', area: '', hasSub: false, liveStream: 'auto', privacy: [], demo: false },
      state,
    };
    const row = { key: id, name: 'Door', mood: 'good', state: 'Live', details: ['fine'] } as const;
    const course = { cameraId: id, cores: [0.1, 0.1], ageMs: [300, 300], dropped: [0, 2] };
    const judged = (change: Partial<typeof course>) =>
      judgedCamera(row, view, { course: { ...course, ...change }, everyMs: 20_000 });
    expect(judged({})).toEqual(row);
    expect(judged({ dropped: [30, 40] })).toEqual({
      ...row,
      mood: 'warn',
      details: ['This machine can’t look at all pictures of this camera.', 'fine'],
    });
    expect(judged({ ageMs: [0, 60_000] }).details[0]).toBe('The newest picture is old.');
    expect(cameraFigures(course).map(({ now }) => now)).toEqual([
      '10% of a core',
      '0.3 s old',
      '2 in the hour',
    ]);
  });
});
