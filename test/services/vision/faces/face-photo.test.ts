import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { Trouble } from '../../../../services/contract/trouble.ts';
import { flatShare } from '../../../../services/vision/faces/drawn-face.ts';
import { describeCrop } from '../../../../services/vision/faces/face-crop.ts';
import { readFace } from '../../../../services/vision/faces/face-photo.ts';
import type { FaceFlaw } from '../../../../services/vision/faces/face-quality.ts';
import { type Face, FaceReader } from '../../../../services/vision/faces/faces.ts';
import { compareFaces } from '../../../../services/gallery/comparison.ts';
import { readPhoto } from '../../../../services/vision/photos/photo.ts';
import { compiledPack } from '../../../models/compiled-pack.ts';
import { drawnFace, drawnFaces } from './drawn-faces.ts';

const samples = join(import.meta.dirname, '../../../../node_modules/@vladmandic/face-api/demo');
const group = join(samples, 'sample1.jpg');
const five = join(samples, 'sample5.jpg');

let reader: FaceReader;

/** What is said of a photo: its sentences, or nothing when it is taken. */
async function said(photo: Uint8Array): Promise<string> {
  try {
    await readFace(reader, photo);
    return '';
  } catch (error) {
    return error instanceof Trouble ? error.sentences : 'no trouble of ours';
  }
}

/** One of the three in the group photo, alone. */
async function alone(): Promise<Buffer> {
  const [face] = await reader.find(await readPhoto(readFileSync(group)));
  if (face === undefined) throw new Error('There is no face.');
  const { width, height } = await sharp(group).metadata();
  const side = face.box.width * width;
  const left = Math.max(0, Math.round(face.box.x * width - 0.6 * side));
  const top = Math.max(0, Math.round(face.box.y * height - 0.7 * side));
  const size = Math.round(Math.min(2.2 * side, width - left, height - top));
  return sharp(group).extract({ left, top, width: size, height: size }).png().toBuffer();
}

describe.skipIf(!existsSync(group))('readFace (needs the sample photos of @vladmandic/face-api)', () => {
  let photo: Buffer;
  beforeAll(async () => {
    reader = await FaceReader.open(await compiledPack());
    photo = await alone();
  }, 120_000);

  it('takes the face of one person, and says how good it is', async () => {
    const { quality = 0, pose, dimension } = await readFace(reader, photo);
    expect([quality > 0.5, Math.abs(pose?.yaw ?? 90) < 25, dimension]).toEqual([true, true, 128]);
  });

  it('counts the faces when there are several', async () => {
    expect(await said(readFileSync(five))).toBe(
      'There are 5 faces in the photo. Choose a photo of one person alone, or cut the others off.',
    );
  });

  it.each([
    [
      'dark',
      (one: Sharp) => one.linear(0.08, 0),
      'The face in the photo is too dark. Choose a photo in better light.',
    ],
    [
      'tiny',
      (one: Sharp) => one.resize(60),
      /^The face in the photo is only \d\d pixels wide. Choose a photo where it is at least 40 pixels wide.$/,
    ],
  ])('says what to do about a face that is %s', async (_, spoil, sentence) => {
    const spoilt = await spoil(sharp(photo)).png().toBuffer();
    expect(await said(spoilt)).toMatch(sentence);
  });

  it('takes no drawing for a person', async () => {
    for (const name of drawnFaces) {
      const sentences = await said(await sharp(drawnFace(name, 800)).png().toBuffer());
      const refused = /^(No face was found|The face in the photo (looks drawn|is burnt out))/.test(sentences);
      expect({ name, refused }).toEqual({ name, refused: true });
    }
  });

  it('does not take photographs for drawings, enlarged, shrunk or coded badly', async () => {
    for (const sample of ['sample1.jpg', 'sample5.jpg']) {
      const path = join(samples, sample);
      for (const coded of [
        readFileSync(path),
        await sharp(path).resize({ width: 480 }).jpeg({ quality: 40 }).toBuffer(),
        await sharp(await sharp(path).resize({ width: 400 }).toBuffer())
          .resize({ width: 1200 })
          .toBuffer(),
      ]) {
        const image = await readPhoto(coded);
        const shares = (await reader.find(image)).map(({ box }) => flatShare(image, box));
        expect(Math.max(...shares)).toBeLessThan(0.22);
      }
    }
  });

  it('reads a kept crop again without a detector, and keeps it as it is', async () => {
    const once = await readFace(reader, photo);
    const again = await describeCrop(reader, once.crop);
    expect(compareFaces(again, once)).toBeGreaterThan(0.95);
    expect(again.crop).toBe(once.crop);
  });

  it('finds no face in a crop that shows none', async () => {
    const wall = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#aba' } })
      .jpeg()
      .toBuffer();
    await expect(describeCrop(reader, wall)).rejects.toMatchObject({ code: 'no_face' });
    await expect(describeCrop(reader, Buffer.from('x'))).rejects.toMatchObject({ code: 'bad_photo' });
  });
});

describe('readFace of a poor picture', () => {
  /** What is said when the reader finds a face of this quality. */
  async function saidOf(quality: number, flaw: FaceFlaw | null): Promise<string> {
    const box = { x: 0.2, y: 0.2, width: 0.5, height: 0.5 };
    const face: Face = { box, score: 1, landmarks: [], quality, flaw, pose: null };
    const describe = (): Promise<never> => Promise.reject(new Error('taken'));
    const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
    const photo = sharp({ create: { width: 200, height: 200, channels: 3, background: 'grey', noise } });
    const reading = readFace({ find: () => Promise.resolve([face]), describe }, await photo.png().toBuffer());
    return reading.then(String, (error: unknown) =>
      error instanceof Trouble ? error.sentences : error instanceof Error ? error.message : '',
    );
  }

  it.each<[FaceFlaw, string]>([
    ['small', 'The face in the photo is very small. Choose a photo taken from closer.'],
    ['blurred', 'The face in the photo is blurred. Choose a sharper photo.'],
    ['turned', 'The face in the photo is turned far away. Choose a photo in which both eyes can be seen.'],
    ['dark', 'The face in the photo is too dark. Choose a photo in better light.'],
    ['bright', 'The face in the photo is burnt out by light. Choose a photo with softer light on the face.'],
    [
      'covered',
      'The face in the photo is partly covered. Choose a photo without a mask, a hand or dark glasses before the face.',
    ],
  ])('says what to do about one that is %s, unless it will do', async (flaw, sentences) => {
    expect([await saidOf(0.1, flaw), await saidOf(0.4, flaw)]).toEqual([sentences, 'taken']);
  });

  it('calls a face blurred whose landmarks were not found', async () => {
    expect(await saidOf(0, null)).toBe('The face in the photo is blurred. Choose a sharper photo.');
  });
});
