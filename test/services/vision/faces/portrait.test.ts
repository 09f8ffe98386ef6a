import { expect, it } from 'vitest';
import type { Picture } from '../../../../models/image.ts';
import type { FaceDescriptor, PortraitView } from '../../../../services/contract/person.ts';
import type { Face } from '../../../../services/vision/faces/faces.ts';
import { Frame } from '../../../../services/vision/frames.ts';
import { Portrait } from '../../../../services/vision/faces/portrait.ts';
import { headPoints } from './head-points.ts';

const size = { width: 400, height: 400 };
const bytes = new Uint8Array(size.width * size.height * 1.5);

/** A sitting before a camera of `framesPerSecond`, and all that it told. `who`: which direction the descriptor points in. */
class Sitting {
  readonly told: { readonly view: PortraitView; readonly taken: FaceDescriptor | null }[] = [];
  readonly portrait: Portrait;
  faces: readonly Face[] = [];
  who = 0;
  /** What the main stream shows of the moment; null when there is no closer look. */
  closer: { readonly frame: Frame; readonly faces: readonly Face[] } | null = null;
  readonly described: number[] = [];
  #atMs = 1_000_000;

  constructor(reader: 'there' | 'missing' = 'there') {
    const describe = (picture: Picture): Promise<FaceDescriptor> => {
      this.described.push(picture.width);
      const values = new Float32Array(128);
      values[this.who] = 1;
      const crop = new Uint8Array();
      return Promise.resolve({ modelId: 'mobilefacenet-68', dimension: 128, metric: 'cosine', values, crop });
    };
    const find = (picture: Picture): Promise<readonly Face[]> =>
      Promise.resolve(this.closer?.frame === picture ? this.closer.faces : this.faces);
    this.portrait = new Portrait({
      reader: () => (reader === 'there' ? { find, describe } : null),
      closer: (frame) => Promise.resolve(this.closer?.frame ?? frame),
      liveness: { see: () => Promise.resolve(0.7) },
      tell: (view, taken) => void this.told.push({ view, taken }),
    });
  }

  async show(frames: number, framesPerSecond: number, yaw: number | null): Promise<void> {
    this.faces = yaw === null ? [] : [faceAt(yaw)];
    for (let i = 0; i < frames; i += 1) {
      await this.portrait.see(new Frame(this.#atMs, { ...size, bytes }));
      this.#atMs += 1000 / framesPerSecond;
    }
  }

  get taken(): number {
    return this.told.filter(({ taken }) => taken !== null).length;
  }
}

function faceAt(yaw: number): Face {
  const landmarks = headPoints({ yaw, pitch: 0, scale: 1 });
  const pose = { yaw, pitch: 0, roll: 0 };
  return {
    box: { x: 0.33, y: 0.4, width: 0.33, height: 0.35 },
    score: 1,
    landmarks,
    quality: 1,
    flaw: null,
    pose,
  };
}

it('takes the front, then the sides, each with how alive it seemed', async () => {
  const sitting = new Sitting();
  await sitting.show(3, 5, null);
  await sitting.show(3, 5, 0);
  await sitting.show(3, 5, 25);
  await sitting.show(3, 5, -25);
  expect(sitting.told.at(-1)?.view.taken.toSorted()).toEqual(['front', 'left', 'right']);
  expect(sitting.told.map(({ taken }) => taken?.liveness).filter((value) => value !== undefined)).toEqual([
    0.7, 0.7, 0.7,
  ]);
});

it('tells no more than five times a second', async () => {
  const sitting = new Sitting();
  await sitting.show(40, 20, null);
  expect(sitting.told.length).toBe(10);
});

it("keeps no face of another person's", async () => {
  const sitting = new Sitting();
  await sitting.show(3, 5, 0);
  sitting.who = 1;
  await sitting.show(3, 5, 25);
  expect([sitting.taken, sitting.told.at(-1)?.view.advice]).toEqual([1, 'alone_please']);
  await sitting.show(30, 5, 25);
  expect(sitting.taken).toBe(1);
  sitting.who = 0;
  await sitting.show(15, 5, 25);
  expect(sitting.taken).toBe(2);
});

it('waits silently while there is no network', async () => {
  const sitting = new Sitting('missing');
  await sitting.show(3, 5, 0);
  expect(sitting.told).toEqual([]);
});

it('takes the face from the closer look, if it still looks the same way there', async () => {
  const frame = new Frame(0, { width: 800, height: 800, bytes: new Uint8Array(800 * 800 * 1.5) });
  const sitting = new Sitting();
  sitting.closer = { frame, faces: [] };
  await sitting.show(4, 5, 0);
  sitting.closer = { frame, faces: [faceAt(30)] };
  await sitting.show(4, 5, 0);
  expect([sitting.taken, sitting.described]).toEqual([0, []]);
  sitting.closer = { frame, faces: [faceAt(3)] };
  await sitting.show(4, 5, 0);
  expect([sitting.taken, sitting.described]).toEqual([1, [800]]);
});

it('looks at both halves of a frame that is higher than wide, and counts nobody twice', async () => {
  const seen: { readonly y: number; readonly height: number }[] = [];
  const views: PortraitView[] = [];
  const portrait = new Portrait({
    reader: () => ({
      find: (_, region) => {
        if (region !== undefined) seen.push({ y: region.y, height: region.height });
        return Promise.resolve([faceAt(0)]);
      },
      describe: () => Promise.reject(new Error('not asked for')),
    }),
    closer: (frame) => Promise.resolve(frame),
    liveness: { see: () => Promise.resolve(null) },
    tell: (view) => void views.push(view),
  });
  await portrait.see(new Frame(1000, { width: 300, height: 400, bytes: new Uint8Array(300 * 400 * 1.5) }));
  expect(seen.map(({ y, height }) => [y, y + height].map((value) => Math.round(value * 100)))).toEqual([
    [0, 71],
    [29, 100],
  ]);
  expect(views.map(({ advice, box }) => [advice, box !== null])).toEqual([['hold_still', true]]);
});
