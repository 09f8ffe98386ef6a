import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FaceDescriptor } from '../../../../services/contract/person.ts';
import { readFace } from '../../../../services/vision/faces/face-photo.ts';
import { type Face, FaceReader } from '../../../../services/vision/faces/faces.ts';
import { compareFaces } from '../../../../services/gallery/comparison.ts';
import { ObjectFinder } from '../../../../services/vision/objects.ts';
import { readPhoto } from '../../../../services/vision/photos/photo.ts';
import { compiledPack } from '../../../models/compiled-pack.ts';

const samples = join(import.meta.dirname, '../../../../node_modules/@vladmandic/face-api/demo');
const group = join(samples, 'sample1.jpg');

/** A part of the group photo around one face, `margin` faces wide on each side. */
async function portrait(face: Face, margin: number): Promise<Buffer> {
  const { width, height } = await sharp(group).metadata();
  const side = face.box.width * width;
  const left = Math.max(0, Math.round(face.box.x * width - margin * side));
  const top = Math.max(0, Math.round(face.box.y * height - margin * side));
  const right = Math.min(width, Math.round((face.box.x + face.box.width) * width + margin * side));
  const bottom = Math.min(height, Math.round((face.box.y + face.box.height) * height + margin * side));
  return sharp(group)
    .extract({ left, top, width: right - left, height: bottom - top })
    .toBuffer();
}

describe.skipIf(!existsSync(group))(
  'faces in a photo (needs the sample photos of @vladmandic/face-api)',
  () => {
    let models = '';
    let reader: FaceReader;
    let faces: readonly Face[] = [];
    let descriptors: FaceDescriptor[] = [];
    beforeAll(async () => {
      models = await compiledPack();
      reader = await FaceReader.open(models);
      const image = await readPhoto(readFileSync(group));
      faces = await reader.find(image);
      descriptors = await Promise.all(faces.map((face) => reader.describe(image, face)));
    }, 120_000);

    it('finds the three people, and tells them apart', () => {
      expect(faces.length).toBe(3);
      for (const [i, a] of descriptors.entries()) {
        expect({ id: a.modelId, metric: a.metric, dimension: a.dimension, values: a.values.length }).toEqual({
          id: 'dlib-resnet-68-two-scales',
          metric: 'euclidean',
          dimension: 128,
          values: 128,
        });
        for (const b of descriptors.slice(i + 1)) expect(compareFaces(a, b)).toBeLessThan(0.9);
      }
    });

    it('gives the same numbers for another size, a mirror image and a tilt of the same photo', async () => {
      const [face] = faces;
      if (!face) throw new Error('There is no face.');
      const cutOut = await portrait(face, 1);
      const small = await sharp(cutOut).resize({ width: 200 }).toBuffer();
      const mirrored = await sharp(cutOut).flop().toBuffer();
      const tilted = await sharp(cutOut).rotate(15, { background: 'grey' }).toBuffer();
      for (const photo of [small, mirrored, tilted]) {
        const again = await readFace(reader, photo);
        expect(compareFaces(again, descriptors[0] ?? again)).toBeGreaterThan(0.955);
      }
    });

    it('keeps a crop that is good enough to read the face again', async () => {
      for (const descriptor of descriptors) {
        const { width, height } = await sharp(descriptor.crop).metadata();
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(160);
        expect(Math.max(width, height)).toBeLessThanOrEqual(320);
        expect(compareFaces(await readFace(reader, descriptor.crop), descriptor)).toBeGreaterThan(0.955);
      }
    });

    it('finds a face that fills the whole photo, and one in a region of it', async () => {
      const [face] = faces;
      if (!face) throw new Error('There is no face.');
      const image = await readPhoto(await portrait(face, 0.05));
      expect((await reader.find(image)).length).toBe(1);
      const all = await readPhoto(readFileSync(group));
      const { x, y, width, height } = face.box;
      const region = { x: x - width, y: y - height / 2, width: 3 * width, height: 3 * height };
      const [found, ...others] = await reader.find(all, region);
      expect(others).toEqual([]);
      expect(Math.abs((found?.box.x ?? 1) - x)).toBeLessThan(0.02);
    });

    it('finds faces of a few pixels, which nobody can be recognised by', async () => {
      const image = await readPhoto(await sharp(group).resize({ width: 176 }).png().toBuffer());
      const tiny = await reader.find(image);
      expect(tiny.length).toBe(3);
      expect(Math.max(...tiny.map(({ quality }) => quality))).toBeLessThan(0.02);
    });

    it('finds small faces in a photo of many pixels', async () => {
      const people = await sharp(group).resize({ width: 300 }).png().toBuffer();
      const around = { left: 1300, right: 1300, top: 800, bottom: 800 };
      const square = await sharp(people)
        .extend({ ...around, background: 'grey' })
        .png()
        .toBuffer();
      expect((await reader.find(await readPhoto(square))).length).toBe(3);
    });

    it('refuses a photo of many people, and one of nobody', async () => {
      await expect(readFace(reader, readFileSync(group))).rejects.toMatchObject({
        code: 'many_faces',
        message: 'There are 3 faces in the photo.',
      });
      const wall = await sharp({ create: { width: 300, height: 300, channels: 3, background: 'grey' } })
        .jpeg()
        .toBuffer();
      await expect(readFace(reader, wall)).rejects.toMatchObject({ code: 'no_face' });
    });

    it('finds the people as objects, in the whole picture and in half of it', async () => {
      const finder = await ObjectFinder.open(models);
      const image = await readPhoto(readFileSync(group));
      const all = await finder.find(image, { x: 0, y: 0, width: 1, height: 1 });
      expect(all.map(({ label }) => label)).toEqual(['person', 'person', 'person']);
      const half = await finder.find(image, { x: 0, y: 0, width: 0.5, height: 1 });
      expect(half.every(({ box }) => box.x + box.width / 2 <= 0.5)).toBe(true);
      expect(half.length).toBeGreaterThanOrEqual(1);
    });
  },
);
