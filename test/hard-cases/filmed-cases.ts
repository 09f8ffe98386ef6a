import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { gust, Tree } from './foliage.ts';
import { Picture, Truth } from './picture.ts';
import type { Recording } from './sequence-writer.ts';

/** A case made from a real film, whose ground truth is its difference to the median of all its frames. */
export interface FilmedCase extends Recording {
  readonly name: string;
  /** The file; the case exists only where it does. */
  readonly film: string;
  readonly pictures: () => AsyncGenerator<Picture>;
}

interface Plan {
  readonly name: string;
  readonly film: string;
  readonly framesPerSecond: number;
  readonly firstScored: number;
  readonly bitrate: number;
  /** Which parts of the picture are scored; x and y in 0..1. */
  readonly counts: (x: number, y: number) => boolean;
  readonly tree?: Tree;
}

const WIDTH = 640;
const HEIGHT = 360;
const DIFFERS = 28;
const videos = new URL('../../../shared/data', import.meta.url);

const roadside = new Tree({
  x: 120,
  foot: 350,
  crown: { y: 150, width: 250, height: 260 },
  leaves: 4200,
  sway: 22,
  seed: 31,
});
const beforeRoad = new Tree({
  x: 470,
  foot: 360,
  crown: { y: 110, width: 240, height: 220 },
  leaves: 3600,
  sway: 18,
  seed: 32,
});

const onRoad = (x: number, y: number) => y > 0.4 && Math.abs(x - 0.5) < 0.08 + 0.9 * (y - 0.36);
const motorway = {
  film: 'motion/traffic-camera-720p.mp4',
  framesPerSecond: 25,
  firstScored: 120,
  bitrate: 900,
};

export const filmedCases: readonly FilmedCase[] = [
  filmed({ ...motorway, name: 'film-motorway', counts: onRoad }),
  filmed({
    ...motorway,
    name: 'film-motorway-tree',
    counts: (x, y) => onRoad(x, y) || x < 0.42,
    tree: roadside,
  }),
  filmed({
    film: 'video/cars-768x432.mp4',
    name: 'film-car-tree',
    framesPerSecond: 12,
    firstScored: 60,
    bitrate: 700,
    counts: (_, y) => y > 0.05,
    tree: beforeRoad,
  }),
];

function filmed(plan: Plan): FilmedCase {
  const film = fileURLToPath(new URL(plan.film, videos));
  return { ...plan, film, width: WIDTH, height: HEIGHT, pictures: () => picturesOf(plan, film) };
}

async function* picturesOf(plan: Plan, film: string): AsyncGenerator<Picture> {
  const samples: Buffer[] = [];
  let n = 0;
  for await (const frame of framesOf(film)) if (n++ % 16 === 0) samples.push(Buffer.from(frame));
  const empty = medianOf(samples);
  const picture = new Picture(WIDTH, HEIGHT);
  let i = 0;
  for await (const frame of framesOf(film)) {
    picture.rgb.set(frame);
    markTruth(picture, empty, plan.counts);
    const seconds = i++ / plan.framesPerSecond;
    plan.tree?.paint(picture, seconds, gust(seconds, 0.2));
    yield picture;
  }
}

/** A pixel moves when most of those around it differ from the median picture; what is near to the limit is unknown. */
function markTruth(picture: Picture, empty: Uint8Array, counts: Plan['counts']): void {
  const differs = new Uint8Array(WIDTH * HEIGHT);
  for (let i = 0; i < differs.length; i++) {
    const distance = (c: number) => Math.abs((picture.rgb[3 * i + c] ?? 0) - (empty[3 * i + c] ?? 0));
    differs[i] = Math.max(distance(0), distance(1), distance(2)) > DIFFERS ? 1 : 0;
  }
  for (let y = 0, i = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++, i++) {
      let near = 0;
      for (let dy = -3; dy <= 3; dy++)
        for (let dx = -3; dx <= 3; dx++) near += differs[i + dy * WIDTH + dx] ?? 0;
      const value = near >= 30 ? Truth.moving : near <= 12 ? Truth.still : Truth.unknown;
      picture.truth[i] = counts(x / WIDTH, y / HEIGHT) ? value : 85;
    }
}

function medianOf(samples: readonly Uint8Array[]): Uint8Array {
  const values = new Uint8Array(samples.length);
  return Uint8Array.from({ length: WIDTH * HEIGHT * 3 }, (_, i) => {
    for (const [n, sample] of samples.entries()) values[n] = sample[i] ?? 0;
    return values.sort()[samples.length >> 1] ?? 0;
  });
}

/** All frames of a film as RGB, 640×360. */
async function* framesOf(film: string): AsyncGenerator<Uint8Array> {
  const decoder = spawn(
    'ffmpeg',
    [
      '-v',
      'error',
      '-threads',
      '1',
      '-i',
      film,
      '-vf',
      `scale=${WIDTH}:${HEIGHT}:flags=area`,
      '-f',
      'rawvideo',
      '-pix_fmt',
      'rgb24',
      '-',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const size = WIDTH * HEIGHT * 3;
  let rest = Buffer.alloc(0);
  for await (const chunk of decoder.stdout) {
    rest = Buffer.concat([rest, Buffer.from(chunk)]);
    for (; rest.length >= size; rest = rest.subarray(size)) yield rest.subarray(0, size);
  }
}
