import sharp, { type Raw } from 'sharp';
import type { Box } from '../../services/contract/box.ts';
import { Frame } from '../../services/vision/frames.ts';
import { LUMA_HEIGHT, LUMA_WIDTH, lumaOf } from '../../services/vision/motion/luma.ts';
import { BLOCK_COLUMNS, BLOCK_ROWS } from '../../services/vision/motion/motion-blocks.ts';
import { Scene, type View } from '../../services/vision/motion/motion-scene.ts';
import { MotionDetector } from '../../services/vision/motion/motion.ts';
import { type HardCase, HEIGHT, WIDTH } from './hard-case.ts';
import { outdoorCases } from './outdoor-cases.ts';
import { Picture, type Rgb } from './picture.ts';
import { treeCases } from './tree-cases.ts';

/*
 * Makes the pictures of docs/motion.md: node test/hard-cases/picture-motion.ts [DIR]
 * They show the detector at work in scenes of the hard cases.
 */
const folder = process.argv[2] ?? 'docs/motion';
const AMBER: Rgb = [255, 176, 0];
const GREEN: Rgb = [40, 220, 90];
const RED: Rgb = [235, 30, 40];

/** What the detector saw of the last of some frames. */
interface Sight {
  readonly picture: Picture;
  readonly boxes: readonly Box[];
  readonly mask: Uint8Array;
  readonly view: View;
  /** How often each block differed without counting, and how often it counted, in the later half. */
  readonly idle: Float32Array;
  readonly counted: Float32Array;
}

function watch(hard: HardCase, frames: number): Sight {
  const picture = new Picture(WIDTH, HEIGHT);
  const detector = new MotionDetector({ sensitivity: 0.5 });
  const scene = new Scene({ least: 14, deviations: 3, most: 60 });
  const idle = new Float32Array(BLOCK_COLUMNS * BLOCK_ROWS);
  const counted = new Float32Array(BLOCK_COLUMNS * BLOCK_ROWS);
  for (let i = 0; ; i++) {
    hard.paint(picture, i);
    const image = { width: WIDTH, height: HEIGHT, data: new Uint8Array(picture.rgb) };
    const luma = lumaOf(Frame.fromImage(0, image).y, WIDTH, HEIGHT);
    const { boxes } = detector.find(luma);
    const view = scene.look(luma);
    const mask = detector.mask();
    for (const [block, value] of mask.entries()) {
      if (i < frames / 2) continue;
      if (value === 1) idle[block] = (idle[block] ?? 0) + 1;
      if (value === 2) counted[block] = (counted[block] ?? 0) + 1;
    }
    if (i === frames - 1) return { picture, boxes, mask, view, idle, counted };
    view.background.learn(view, mask);
  }
}

/** The picture, a little darker, with blocks tinted by `tint` and the boxes around what counts. */
async function draw(
  name: string,
  sight: Pick<Sight, 'picture' | 'boxes'>,
  tint: (block: number) => { readonly colour: Rgb; readonly share: number },
): Promise<void> {
  const { picture, boxes } = sight;
  const rgb = new Uint8ClampedArray(picture.rgb);
  for (let i = 0; i < WIDTH * HEIGHT; i++) {
    const [x, y] = [i % WIDTH, Math.floor(i / WIDTH)];
    const block =
      Math.floor((y * BLOCK_ROWS) / HEIGHT) * BLOCK_COLUMNS + Math.floor((x * BLOCK_COLUMNS) / WIDTH);
    const { colour, share } = tint(block);
    const framed = boxes.some((box) => isOnRim(box, x, y));
    for (let c = 0; c < 3; c++)
      rgb[3 * i + c] = framed
        ? (RED[c] ?? 0)
        : (rgb[3 * i + c] ?? 0) * (1 - share) + (colour[c] ?? 0) * share;
  }
  await save(name, rgb, { width: WIDTH, height: HEIGHT, channels: 3 });
}

function isOnRim({ x, y, width, height }: Box, px: number, py: number): boolean {
  const [dx, dy] = [px - x * WIDTH, py - y * HEIGHT];
  const [w, h] = [width * WIDTH, height * HEIGHT];
  if (dx < -3 || dy < -3 || dx > w + 3 || dy > h + 3) return false;
  return dx < 0 || dy < 0 || dx > w || dy > h;
}

async function save(name: string, data: Uint8ClampedArray, raw: Raw): Promise<void> {
  await sharp(data, { raw })
    .resize(640, 480, { kernel: 'nearest' })
    .jpeg({ quality: 72 })
    .toFile(`${folder}/${name}.jpg`);
}

const gale = treeCases.find(({ name }) => name === 'tree-for-long');
const cloudy = outdoorCases.find(({ name }) => name === 'clouds');
if (gale === undefined || cloudy === undefined) throw new Error('a scene is missing');
const grey = { width: LUMA_WIDTH, height: LUMA_HEIGHT, channels: 1 } as const;
const none = { colour: RED, share: 0 };

const windy = watch(gale, 1038);
await draw('frame', { ...windy, boxes: [] }, () => none);
await save('background', new Uint8ClampedArray(windy.view.mean), grey);
await save('foreground', new Uint8ClampedArray(windy.view.mask.map((value) => 255 * value)), grey);
await draw('blocks', { ...windy, boxes: [] }, (block) => {
  const value = windy.mask[block] ?? 0;
  return value === 0 ? none : { colour: value === 1 ? AMBER : GREEN, share: 0.6 };
});
await draw('habits', { ...windy, boxes: [] }, (block) => {
  const [idle, counted] = [windy.idle[block] ?? 0, windy.counted[block] ?? 0];
  const share = Math.min((idle + counted) / 40, 0.75);
  return { colour: idle > counted ? AMBER : GREEN, share };
});
await draw('boxes', windy, () => none);

const shaded = watch(cloudy, 65);
await draw('light', shaded, (block) => {
  const value = shaded.mask[block] ?? 0;
  return value === 0 ? none : { colour: value === 1 ? AMBER : GREEN, share: 0.5 };
});
