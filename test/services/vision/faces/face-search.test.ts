import { expect, it } from 'vitest';
import type { Box } from '../../../../services/contract/box.ts';
import type { FaceDescriptor } from '../../../../services/contract/person.ts';
import { FaceSearch } from '../../../../services/vision/faces/face-search.ts';
import type { Face } from '../../../../services/vision/faces/faces.ts';
import { Frame } from '../../../../services/vision/frames.ts';

const frame = new Frame(0, { width: 2, height: 2, bytes: new Uint8Array(6) });
const face = (x: number, y: number, quality: number): Face => ({
  box: { x, y, width: 0.06, height: 0.08 },
  score: 0.9,
  landmarks: [],
  quality,
  flaw: null,
  pose: null,
});
const person = { label: 'person', score: 0.8, box: { x: 0.3, y: 0.2, width: 0.2, height: 0.7 } } as const;
const dog = { ...person, label: 'animal' } as const;

function searchThatFinds(faces: readonly Face[]): FaceSearch {
  const describe = (_: unknown, { quality }: Face): Promise<FaceDescriptor> =>
    Promise.resolve({
      modelId: String(quality),
      dimension: 0,
      metric: 'cosine',
      values: new Float32Array(),
      crop: new Uint8Array(),
    });
  return new FaceSearch(() => ({ find: () => Promise.resolve(faces), describe }));
}

it("takes the face where this person's head is, not one beside it", async () => {
  const search = searchThatFinds([face(0.6, 0.25, 0.1), face(0.38, 0.28, 0.2), face(0.36, 0.7, 0.3)]);
  const found = await search.find(frame, [dog, person], () => true);
  expect(found.map((each) => each.face?.quality)).toEqual([undefined, 0.2]);
  expect(found.map((each) => each.face?.descriptor.modelId)).toEqual([undefined, '0.2']);
});

it('looks only where a face is wanted, in the upper part of a person', async () => {
  const asked: Box[] = [];
  const wanted = (box: Box): boolean => {
    asked.push(box);
    return false;
  };
  const found = await searchThatFinds([face(0.38, 0.28, 0.2)]).find(frame, [dog, person], wanted);
  expect([asked, found]).toEqual([
    [person.box],
    [
      { ...dog, face: null },
      { ...person, face: null },
    ],
  ]);
});

it('gives nobody a face while there is no network', async () => {
  expect(await new FaceSearch(() => null).find(frame, [person], () => true)).toEqual([
    { ...person, face: null },
  ]);
});
