import { describe, expect, it } from 'vitest';
import type { GalleryPerson } from '../../../services/contract/person.ts';
import { admit, MOST_SIGHTINGS } from '../../../services/gallery/admission.ts';
import { direction, keptFace, personOf, pictureOf, seeded } from './synthetic-faces.ts';

const random = seeded(4);
const [annsFace, bensFace] = [direction(random), direction(random)];
const ann = personOf(
  'Ann',
  [0, 1, 2].map(() => pictureOf(annsFace, random)),
);
const ben = personOf(
  'Ben',
  [0, 1, 2].map(() => pictureOf(bensFace, random)),
);

function withSighting(person: GalleryPerson, face: ReturnType<typeof pictureOf>, id: string): GalleryPerson {
  return { ...person, descriptors: [...person.descriptors, keptFace(face, id, 'sighting')] };
}

describe('admit', () => {
  it('lets in a good sighting of the person', () => {
    expect(admit(pictureOf(annsFace, random), ann, [ben])).toEqual({ kind: 'admitted', replaces: null });
  });

  it('refuses a poor picture, a stranger, and the same picture again', () => {
    const face = pictureOf(annsFace, random);
    expect(admit({ ...face, quality: 0.1 }, ann, [ben])).toEqual({ kind: 'refused', why: 'poor_picture' });
    expect(admit(pictureOf(direction(random), random), ann, [ben])).toEqual({
      kind: 'refused',
      why: 'too_unlike',
    });
    expect(admit(face, withSighting(ann, face, 's'), [ben])).toEqual({ kind: 'refused', why: 'nothing_new' });
  });

  it('refuses who is as much like another, or like somebody who is not them', () => {
    const face = pictureOf(annsFace, random);
    const twin = personOf(
      'Twin',
      [0, 1, 2].map(() => pictureOf(annsFace, random)),
    );
    expect(admit(face, ann, [twin])).toEqual({ kind: 'refused', why: 'like_another' });
    expect(admit(face, { ...ann, notThem: [pictureOf(annsFace, random, 0.9)] }, [ben])).toEqual({
      kind: 'refused',
      why: 'like_a_stranger',
    });
  });

  it('needs faces that the owner gave', () => {
    const grown = personOf('Ann', [pictureOf(annsFace, random)], 'sighting');
    expect(admit(pictureOf(annsFace, random), grown, [])).toEqual({ kind: 'refused', why: 'too_unlike' });
  });

  it('keeps so many sightings, and replaces only sightings', () => {
    let person = ann;
    let replaced = 0;
    for (let i = 0; i < 60; i += 1) {
      const face = pictureOf(annsFace, random);
      const admission = admit(face, person, [ben]);
      if (admission.kind !== 'admitted') continue;
      if (admission.replaces !== null) {
        expect(admission.replaces).toMatch(/^s/);
        replaced += 1;
      }
      const { replaces } = admission;
      person = withSighting(
        { ...person, descriptors: person.descriptors.filter(({ id }) => id !== replaces) },
        face,
        `s${i}`,
      );
    }
    const origins = person.descriptors.map(({ origin }) => origin);
    expect(origins.filter((origin) => origin === 'photo').length).toBe(3);
    expect(origins.filter((origin) => origin === 'sighting').length).toBe(MOST_SIGHTINGS);
    expect(replaced).toBeGreaterThan(0);
  });
});
