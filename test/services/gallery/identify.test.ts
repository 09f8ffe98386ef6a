import { describe, expect, it } from 'vitest';
import type { GalleryPerson } from '../../../services/contract/person.ts';
import { probabilityOf, scoreFor } from '../../../services/gallery/calibration.ts';
import { identify, rank, scoreOfPerson } from '../../../services/gallery/identify.ts';
import {
  between,
  descriptorOf,
  direction,
  keptFace,
  personOf,
  pictureOf,
  seeded,
} from './synthetic-faces.ts';

const unknown = { kind: 'unknown' };

function house(): { random: () => number; people: Float32Array[]; gallery: GalleryPerson[] } {
  const random = seeded(1);
  const people = ['Ann', 'Ben', 'Cleo'].map(() => direction(random));
  const gallery = ['Ann', 'Ben', 'Cleo'].map((name, i) =>
    personOf(
      name,
      [0, 1, 2].map(() => pictureOf(people[i] ?? new Float32Array(), random)),
    ),
  );
  return { random, people, gallery };
}

describe('probabilityOf', () => {
  it('rises with the score, and scoreFor goes back', () => {
    for (const modelId of ['dlib-resnet-68', 'mobilefacenet-68', 'another']) {
      expect(probabilityOf(1, modelId)).toBeGreaterThan(0.9);
      expect(probabilityOf(0, modelId)).toBeLessThan(0.01);
      expect(probabilityOf(scoreFor(0.9, modelId), modelId)).toBeCloseTo(0.9);
    }
  });
});

describe('identify', () => {
  it('names who is enrolled, with a confidence, and nobody else', () => {
    const { random, people, gallery } = house();
    for (const [i, name] of ['Ann', 'Ben', 'Cleo'].entries()) {
      const identity = identify(pictureOf(people[i] ?? new Float32Array(), random), gallery);
      expect(identity).toMatchObject({ kind: 'known', name, personId: name.toLowerCase() });
      expect(identity.kind === 'known' && identity.confidence).toBeGreaterThan(0.9);
    }
    for (let i = 0; i < 50; i += 1) {
      expect(identify(pictureOf(direction(random), random), gallery)).toEqual(unknown);
    }
  });

  it('knows nobody in an empty gallery and of another model', () => {
    const { random, people, gallery } = house();
    const face = pictureOf(people[0] ?? new Float32Array(), random);
    expect(identify(face, [])).toEqual(unknown);
    expect(identify({ ...face, modelId: 'another' }, gallery)).toEqual(unknown);
    expect(rank({ ...face, modelId: 'another' }, gallery)).toEqual([]);
  });

  it('gives no name to a face that is more like one of which the owner said that it is not them', () => {
    const { random, people, gallery } = house();
    const [ann = new Float32Array()] = people;
    const sister = between(ann, direction(random), 0.75);
    const seen = pictureOf(sister, random);
    expect(identify(seen, gallery)).toMatchObject({ name: 'Ann' });
    const corrected = gallery.map((person) => ({ ...person, notThem: [pictureOf(sister, random, 0.8)] }));
    expect(identify(pictureOf(sister, random), corrected)).toEqual(unknown);
    expect(identify(pictureOf(ann, random), corrected)).toMatchObject({ name: 'Ann' });
  });
});

describe('scoreOfPerson', () => {
  it('is helped a little by sightings, which never decide alone', () => {
    const { random, people, gallery } = house();
    const [ann] = gallery;
    const stranger = direction(random);
    const seen = pictureOf(stranger, random);
    const sightings = [0, 1, 2, 3].map((i) => keptFace(pictureOf(stranger, random), `s${i}`, 'sighting'));
    const before = scoreOfPerson(seen, ann?.descriptors ?? []) ?? 0;
    const after = scoreOfPerson(seen, [...(ann?.descriptors ?? []), ...sightings]) ?? 1;
    expect(after - before).toBeLessThanOrEqual(0.05 + 1e-9);
    expect(scoreOfPerson(seen, sightings)).toBeNull();
    expect(identify(descriptorOf(people[1] ?? stranger), gallery)).toMatchObject({ name: 'Ben' });
  });
});
