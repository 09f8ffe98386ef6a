import { printTable } from '../../services/evaluate/table.ts';
import { LUMA_HEIGHT, LUMA_WIDTH, lumaOf } from '../../services/vision/motion/luma.ts';
import { MotionDetector } from '../../services/vision/motion/motion.ts';
import { frameOf, seeded, texturedScene } from '../services/vision/motion/moving-scene.ts';

// What motion detection costs on one frame, against the two things that bound it in the same run: a copy of the frame,
// and the plainest detector there is, the difference to a running mean. All take turns, so that what else the machine does
// disturbs them alike, and the median of the rounds counts. Ratios travel to other machines, times don't.
const FRAMES = 50;
const ROUNDS = 25;
/** Rounds in which the programs are still being compiled and the scene is still being learnt. */
const WARM_UP = 5;
const PIXELS = LUMA_WIDTH * LUMA_HEIGHT;

const random = seeded(3);
const scene = texturedScene(5);
const noise = { levels: 5, random };
const still = Array.from({ length: FRAMES }, () => frameOf(scene, noise));
const walking = Array.from({ length: FRAMES }, (_, i) =>
  frameOf((x, y) => (x >= 4 * i && x < 4 * i + 40 && y >= 60 && y < 130 ? 250 : scene(x, y)), noise),
);
const shaking = Array.from({ length: FRAMES }, (_, i) =>
  frameOf((x, y) => scene(x + Math.round(8 * Math.sin(i * 1.7)), y + Math.round(5 * Math.cos(i))), noise),
);
const large = new Uint8Array(1920 * 1080).map(() => random() * 255);
const largeCopy = new Uint8Array(large.length);

const copied = new Uint8Array(PIXELS);
const mean = new Float32Array(PIXELS);

function runningMean(frame: Uint8Array): number {
  let moving = 0;
  for (let i = 0; i < PIXELS; i++) {
    const difference = (frame[i] ?? 0) - (mean[i] ?? 0);
    mean[i] = (mean[i] ?? 0) + difference / 32;
    if (difference > 14 || difference < -14) moving++;
  }
  return moving;
}

interface Task {
  readonly frames: readonly Uint8Array[];
  readonly work: (frame: Uint8Array) => unknown;
  /** What is too short for the clock is done so many times a frame. */
  readonly times?: number;
}

/** Microseconds of processor time (of all threads) a frame. */
function cost({ frames, work, times = 1 }: Task): number {
  const start = process.cpuUsage();
  for (const frame of frames) for (let i = 0; i < times; i++) work(frame);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / frames.length / times;
}

function detector(frames: readonly Uint8Array[]): Task {
  const motion = new MotionDetector({ sensitivity: 0.5 });
  return { frames, work: (frame) => motion.find(frame) };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

const copy: Task = {
  frames: still,
  work: (frame) => {
    copied.set(frame);
  },
  times: 100,
};
const peer: Task = { frames: still, work: runningMean };
const tasks: Readonly<Record<string, Task>> = {
  'copy of the frame': copy,
  'running mean': peer,
  'motion, still camera': detector(still),
  'motion, somebody walks': detector(walking),
  'motion, shaking camera': detector(shaking),
  'copy of 1920×1080': {
    frames: Array<Uint8Array>(5).fill(large),
    work: (plane) => {
      largeCopy.set(plane);
    },
  },
  'luma from 1920×1080': {
    frames: Array<Uint8Array>(5).fill(large),
    work: (plane) => lumaOf(plane, 1920, 1080),
  },
};

const rounds = Array.from({ length: WARM_UP + ROUNDS }, () =>
  Object.fromEntries(Object.entries(tasks).map(([what, task]) => [what, cost(task)])),
).slice(WARM_UP);
const ratioTo = (floor: string, what: string) =>
  median(rounds.map((round) => (round[what] ?? Number.NaN) / (round[floor] ?? Number.NaN)));
printTable(
  'Motion, 320×180, medians',
  Object.keys(tasks).map((what) => ({
    what,
    microseconds: median(rounds.map((round) => round[what] ?? Number.NaN)),
    'times a copy': Math.round(ratioTo('copy of the frame', what)),
    'times a running mean': ratioTo('running mean', what),
  })),
);
