import { printTable } from '../../services/evaluate/table.ts';
import { LUMA_HEIGHT, LUMA_WIDTH, lumaOf } from '../../services/vision/luma.ts';
import { MotionDetector } from '../../services/vision/motion.ts';
import { frameOf, seeded, texturedScene } from '../services/vision/moving-scene.ts';

// What motion detection costs on one frame, against the two things that bound it in the same run: a copy of the frame,
// and the plainest detector there is, the difference to a running mean. Ratios travel to other machines, times don't.
const FRAMES = 50;
const ROUNDS = 12;
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
const large = new Uint8Array(1280 * 720).map(() => random() * 255);

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

/** The best of some rounds over all frames, in microseconds of processor time a frame: what others do disturbs it least. */
function cost(frames: readonly Uint8Array[], work: (frame: Uint8Array) => unknown): number {
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage();
    for (const frame of frames) work(frame);
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / frames.length);
  }
  return best;
}

function detector(): (frame: Uint8Array) => unknown {
  const motion = new MotionDetector({ sensitivity: 0.5 });
  return (frame) => motion.find(frame);
}

const floor =
  cost(still, (frame) => {
    for (let i = 0; i < 100; i++) copied.set(frame);
  }) / 100;
const peer = cost(still, runningMean);
const costs = {
  'copy of the frame': floor,
  'running mean': peer,
  'motion, still camera': cost(still, detector()),
  'motion, somebody walks': cost(walking, detector()),
  'motion, shaking camera': cost(shaking, detector()),
  'luma from 1280×720': cost([large], (plane) => lumaOf(plane, 1280, 720)),
};
printTable(
  'Motion, 320×180',
  Object.entries(costs).map(([what, microseconds]) => ({
    what,
    microseconds,
    'times a copy': Math.round(microseconds / floor),
    'times a running mean': microseconds / peer,
  })),
);
