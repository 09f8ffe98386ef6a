import { CameraId } from '../../services/contract/identifiers.ts';
import { printTable } from '../../services/evaluate/table.ts';
import { coloursOf } from '../../services/vision/tracks/box-colours.ts';
import { WHOLE_FRAME } from '../../services/vision/box-geometry.ts';
import { Tracker } from '../../services/vision/tracks/tracks.ts';
import { seeded } from '../services/vision/motion/moving-scene.ts';

// What following costs on one frame, by how many walk about in it: association, filters and all, and the colours of their
// boxes in a frame of 1280×720. The median of the rounds counts; ratios travel to other machines, times don't.
const ROUNDS = 30;
const FRAMES = 100;
const WARM_UP = 8;

const random = seeded(9);
const [width, height] = [1280, 720];
const noisy = (size: number) => new Uint8Array(size).map(() => random() * 255);
const frame = {
  width,
  height,
  y: noisy(width * height),
  u: noisy((width * height) / 4),
  v: noisy((width * height) / 4),
};

/** Somebody on a path of their own, at a frame. */
function boxOf(who: number, at: number) {
  const turn = at / 40 + who;
  return {
    x: 0.45 + 0.4 * Math.sin(turn) + 0.004 * random(),
    y: 0.3 + 0.2 * Math.cos(1.3 * turn),
    width: 0.06,
    height: 0.3,
  };
}

/** Microseconds a frame: of the tracker, and of the colours. */
function cost(people: number): { readonly tracker: number; readonly colours: number } {
  const tracker = new Tracker({ cameraId: CameraId.parse('bench') });
  let [trackerMs, coloursMs] = [0, 0];
  for (let at = 0; at < FRAMES; at += 1) {
    const boxes = Array.from({ length: people }, (_, who) => boxOf(who, at));
    const start = performance.now();
    const sightings = boxes.map((box) => ({
      label: 'person' as const,
      score: 0.8,
      box,
      face: null,
      colours: coloursOf(frame, box),
    }));
    const coloured = performance.now();
    tracker.follow({
      atMs: 1_700_000_000_000 + at * 200,
      regions: [WHOLE_FRAME],
      moving: boxes,
      sightings,
      identify: () => ({ kind: 'unknown' }),
    });
    trackerMs += performance.now() - coloured;
    coloursMs += coloured - start;
  }
  return { tracker: (1000 * trackerMs) / FRAMES, colours: (1000 * coloursMs) / FRAMES };
}

function median(values: readonly number[]): number {
  return Math.round(values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0);
}

const rows = [1, 4, 8, 20].map((people) => {
  const costs = Array.from({ length: ROUNDS + WARM_UP }, () => cost(people)).slice(WARM_UP);
  return {
    followed: people,
    trackerMicroseconds: median(costs.map(({ tracker }) => tracker)),
    coloursMicroseconds: median(costs.map(({ colours }) => colours)),
  };
});
printTable('Following, a frame', rows);
