import { describe, expect, it } from 'vitest';
import type { Descriptor, GalleryPerson } from '../../../services/contract/person.ts';
import { admit } from '../../../services/gallery/admission.ts';
import { compareFaces } from '../../../services/gallery/comparison.ts';
import { evidenceForPerson } from '../../../services/gallery/identify.ts';
import { between, direction, keptFace, personOf, pictureOf, seeded } from './synthetic-faces.ts';

/**
 * An owner who confirms everything: hundreds of sightings that lead in small steps from the owner's own face to a
 * stranger who looks a little like them. A gallery that takes in whatever is near enough to any of its faces follows.
 */
const random = seeded(77);
const owner = direction(random);
const stranger = between(owner, direction(random), 0.2);
const other = direction(random);
const others = [personOf('Other', pictures(other, 3))];
const sightings = Array.from({ length: 400 }, (_, i) =>
  pictureOf(between(stranger, owner, Math.min(1, i / 300)), random, 0.75),
);

function pictures(person: Float32Array, count: number): Descriptor[] {
  return Array.from({ length: count }, () => pictureOf(person, random));
}

/** As a gallery grows elsewhere: near enough to any of its faces is near enough. */
function grownNaively(person: GalleryPerson): GalleryPerson {
  let descriptors = person.descriptors;
  for (const [i, face] of sightings.entries()) {
    const nearest = Math.max(...descriptors.map((kept) => compareFaces(face, kept) ?? -1));
    if (nearest > 0.5) descriptors = [...descriptors, keptFace(face, `n${i}`, 'photo')];
  }
  return { ...person, descriptors };
}

function grownWithGuard(person: GalleryPerson, confirmed: readonly Descriptor[]): GalleryPerson {
  let descriptors = person.descriptors;
  for (const [i, face] of confirmed.entries()) {
    const admission = admit(face, { ...person, descriptors }, others);
    if (admission.kind !== 'admitted') continue;
    descriptors = [
      ...descriptors.filter(({ id }) => id === undefined || id !== admission.replaces),
      keptFace(face, `g${i}`, 'sighting'),
    ];
  }
  return { ...person, descriptors };
}

/** The score of the stranger's face that is most like any of the gallery's. */
function likenessOfStranger(person: GalleryPerson): number {
  const scores = pictures(stranger, 50).map((face) =>
    person.descriptors.reduce((sum, kept) => sum + (compareFaces(face, kept) ?? 0), 0),
  );
  return scores.reduce((sum, score) => sum + score, 0) / scores.length / person.descriptors.length;
}

function meanEvidence(faces: readonly Descriptor[], person: GalleryPerson): number {
  const all = faces.map((face) => evidenceForPerson(face, person.descriptors) ?? 0);
  return all.reduce((sum, each) => sum + each, 0) / all.length;
}

describe('a gallery that learns from use', () => {
  const before = personOf('Owner', pictures(owner, 3));
  const naive = grownNaively(before);
  const guarded = grownWithGuard(before, sightings);

  it('follows the stranger when it takes in whatever is near one of its faces', () => {
    expect(likenessOfStranger(before)).toBeLessThan(0.3);
    expect(likenessOfStranger(naive)).toBeGreaterThan(likenessOfStranger(before) + 0.2);
    const visits = pictures(stranger, 50);
    expect(meanEvidence(visits, naive)).toBeGreaterThan(meanEvidence(visits, before) + 5);
  });

  it('does not drift with the guard: the stranger gains little, the owner something', () => {
    expect(guarded.descriptors.length).toBe(3 + 12);
    expect(likenessOfStranger(guarded)).toBeLessThan(likenessOfStranger(before) + 0.08);
    const visits = pictures(stranger, 50);
    expect(meanEvidence(visits, guarded)).toBeLessThan(meanEvidence(visits, before) + Math.log(10));
    expect(meanEvidence(visits, guarded)).toBeLessThan(0);
    const own = pictures(owner, 50);
    expect(meanEvidence(own, guarded)).toBeGreaterThan(meanEvidence(own, before));
  });

  it('does not drift either when the stranger comes first', () => {
    const late = grownWithGuard(before, sightings.toReversed());
    expect(likenessOfStranger(late)).toBeLessThan(likenessOfStranger(before) + 0.08);
  });

  it('keeps the faces that the owner gave, all of them', () => {
    const given = guarded.descriptors.filter(({ origin }) => origin !== 'sighting');
    expect(given).toEqual(before.descriptors);
  });
});
