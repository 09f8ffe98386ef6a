import { describe, expect, it } from 'vitest';
import type { GalleryPerson } from '../../../services/contract/person.ts';
import { evidenceForPerson, identify, rank } from '../../../services/gallery/identify.ts';
import { between, direction, keptFace, personOf, pictureOf, seeded } from './synthetic-faces.ts';

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

  it('names nobody by values that are no numbers', () => {
    const { gallery } = house();
    const broken = new Float32Array(gallery[0]?.descriptors[0]?.values.length ?? 0).fill(Number.NaN);
    const [first] = gallery[0]?.descriptors ?? [];
    expect(first && identify({ ...first, values: broken }, gallery)).toEqual(unknown);
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
    const sister = between(ann, direction(random), 0.6);
    const seen = pictureOf(sister, random);
    expect(identify(seen, gallery)).toMatchObject({ name: 'Ann' });
    const corrected = gallery.map((person) => ({ ...person, notThem: [pictureOf(sister, random, 0.9)] }));
    expect(identify(pictureOf(sister, random), corrected)).toEqual(unknown);
    expect(identify(pictureOf(ann, random), corrected)).toMatchObject({ name: 'Ann' });
  });
});

describe('rank', () => {
  it('shares the probability among everybody enrolled and the stranger', () => {
    const { random, people, gallery } = house();
    const ranked = rank(pictureOf(people[1] ?? new Float32Array(), random), gallery);
    expect(ranked.map(({ person }) => person.name)[0]).toBe('Ben');
    const sum = ranked.reduce((total, { confidence }) => total + confidence, 0);
    expect(sum).toBeGreaterThan(0.99);
    expect(sum).toBeLessThan(1);
  });

  it('lets two who are alike take it from each other, and wants more evidence among more people', () => {
    const { random, people, gallery } = house();
    const [ann = new Float32Array()] = people;
    const face = pictureOf(ann, random, 0.5);
    const sure = rank(face, gallery)[0]?.confidence ?? 0;
    const twin = personOf(
      'Twin',
      [0, 1, 2].map(() => pictureOf(ann, random)),
    );
    expect(rank(face, [...gallery, twin])[0]?.confidence ?? 1).toBeLessThan(0.95 * sure);
    expect(
      identify(pictureOf(ann, random), [...gallery, { ...twin, descriptors: gallery[0]?.descriptors ?? [] }]),
    ).toEqual(unknown);
    const crowd = Array.from({ length: 2000 }, (_, i) =>
      personOf(`p${i}`, [pictureOf(direction(random), random)]),
    );
    expect(rank(face, [...gallery, ...crowd])[0]?.confidence ?? 1).toBeLessThan(sure);
  });
});

describe('evidenceForPerson', () => {
  it('is helped a little by sightings, which never decide alone', () => {
    const { random, gallery } = house();
    const descriptors = gallery[0]?.descriptors ?? [];
    const stranger = direction(random);
    const seen = pictureOf(stranger, random);
    const sightings = [0, 1, 2, 3].map((i) => keptFace(pictureOf(stranger, random), `s${i}`, 'sighting'));
    const before = evidenceForPerson(seen, descriptors) ?? 0;
    const after = evidenceForPerson(seen, [...descriptors, ...sightings]) ?? 99;
    expect(after - before).toBeCloseTo(Math.log(10));
    expect(evidenceForPerson(seen, sightings)).toBeNull();
  });

  it('is as if nothing was there for sightings that say less than the faces that the owner gave', () => {
    const { random, people, gallery } = house();
    const seen = pictureOf(people[0] ?? new Float32Array(), random);
    const descriptors = gallery[0]?.descriptors ?? [];
    const bad = keptFace(pictureOf(direction(random), random), 's', 'sighting');
    expect(evidenceForPerson(seen, [...descriptors, bad])).toBe(evidenceForPerson(seen, descriptors));
  });
});
