import { describe, expect, it } from 'vitest';
import { GroupId } from '../../../services/contract/identifiers.ts';
import { alike, groupFor } from '../../../services/gallery/grouping.ts';
import { between, direction, pictureOf, seeded } from './synthetic-faces.ts';

const random = seeded(8);
const [postman, neighbour] = [direction(random), direction(random)];
const groups = [
  { id: GroupId.parse('postman'), descriptors: [0, 1, 2].map(() => pictureOf(postman, random)) },
  { id: GroupId.parse('neighbour'), descriptors: [0, 1].map(() => pictureOf(neighbour, random)) },
];

describe('groupFor', () => {
  it('finds the group of a face, and none for somebody new', () => {
    expect(groupFor(pictureOf(postman, random), groups)).toBe('postman');
    expect(groupFor(pictureOf(neighbour, random), groups)).toBe('neighbour');
    expect(groupFor(pictureOf(direction(random), random), groups)).toBeNull();
    expect(groupFor(pictureOf(postman, random), [])).toBeNull();
    expect(groupFor({ ...pictureOf(postman, random), modelId: 'another' }, groups)).toBeNull();
  });

  it('does not chain: like one of the group is not enough', () => {
    const halfway = pictureOf(between(postman, neighbour, 0.5), random, 0.95);
    const chained = [{ id: GroupId.parse('chained'), descriptors: [halfway, pictureOf(postman, random)] }];
    expect(groupFor(pictureOf(neighbour, random), chained)).toBeNull();
  });
});

describe('alike', () => {
  it('lists the faces that may be the same person, the surest first', () => {
    const face = pictureOf(postman, random);
    const others = [pictureOf(neighbour, random), pictureOf(postman, random), face];
    const found = alike(face, others);
    expect(found.map(({ index }) => index)).toEqual([2, 1]);
    expect(found[0]?.confidence).toBeGreaterThan(found[1]?.confidence ?? 1);
    expect(
      alike(
        face,
        others.map((other) => ({ ...other, modelId: 'another' })),
      ),
    ).toEqual([]);
  });
});
