import type { CameraView } from '../../services/contract/camera.ts';
import type { Course, Measures } from '../../services/contract/measures.ts';

const samples = 180;

interface Wave {
  readonly around: number;
  /** How far it swings to both sides. */
  readonly by: number;
  /** Nothing was measured before this sample. */
  readonly from?: number;
}

/** A course that looks like a measured one, and is the same each time. */
function course({ around, by, from = 0 }: Wave): Course {
  return Array.from({ length: samples }, (_, index) => {
    if (index < from) return null;
    const swing = Math.sin(index / 9) * 0.5 + Math.sin(index / 2.3) * 0.3 + (index % 37 === 0 ? 0.9 : 0);
    return Math.max(0, around + by * swing);
  });
}

/** An hour of a house on a small machine: all is well, but for a camera that is looked at too slowly. */
export function someMeasures(cameras: readonly CameraView[]): Measures {
  return {
    atMs: Date.now(),
    everyMs: 20_000,
    machine: {
      cores: 4,
      memoryBytes: 8.2e9,
      busyCores: course({ around: 1.1, by: 0.5 }),
      usedBytes: course({ around: 3.4e9, by: 1e8 }),
      celsius: course({ around: 54, by: 4 }),
    },
    processes: [
      { name: 'hub', cores: course({ around: 0.06, by: 0.02 }), bytes: course({ around: 1.6e8, by: 4e6 }) },
      {
        name: 'vision',
        cores: course({ around: 0.45, by: 0.3, from: 60 }),
        bytes: course({ around: 4.2e8, by: 2e7, from: 60 }),
      },
      { name: 'voice', cores: course({ around: 0.08, by: 0.03 }), bytes: course({ around: 2.1e8, by: 3e6 }) },
    ],
    cameras: cameras.map(({ id }, index) => ({
      cameraId: id,
      cores: course({ around: 0.05 + 0.04 * index, by: 0.03 }),
      ageMs: course({ around: 400, by: 300 }),
      dropped: course(index === 3 ? { around: 22, by: 6 } : { around: 0, by: 0 }),
    })),
    networks: [
      {
        name: 'yolox-nano',
        process: 'vision',
        milliseconds: course({ around: 21, by: 3 }),
        runsPerMinute: course({ around: 42, by: 30 }),
      },
      {
        name: 'mobilefacenet',
        process: 'vision',
        milliseconds: course({ around: 13, by: 2, from: 120 }),
        runsPerMinute: course({ around: 4, by: 3, from: 120 }),
      },
      {
        name: 'speech-embedding',
        process: 'voice',
        milliseconds: course({ around: 1.4, by: 0.2 }),
        runsPerMinute: course({ around: 750, by: 0 }),
      },
    ],
    lost: { toHub: 0, toPages: 0 },
  };
}
