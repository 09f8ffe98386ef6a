import { describe, expect, it } from 'vitest';
import type { Descriptor, GalleryPerson, Identity } from '../../../../services/contract/person.ts';
import { identify as identifyIn } from '../../../../services/gallery/identify.ts';
import {
  type Identify,
  IdentityVotes,
  type SeenFace,
} from '../../../../services/vision/faces/identity-votes.ts';
import { between, direction, personOf, pictureOf, seeded } from '../../gallery/synthetic-faces.ts';

const random = seeded(21);
const names = ['Ada', 'Bob', 'Cem', 'Dee'];
const people = names.map(() => direction(random));
const [ada = new Float32Array(), bob = new Float32Array()] = people;
const gallery = names.map((name, i) =>
  personOf(
    name,
    [0, 1, 2].map(() => pictureOf(people[i] ?? ada, random)),
  ),
);
const among =
  (those: readonly GalleryPerson[]): Identify =>
  (descriptor, looks) =>
    identifyIn(descriptor, those, looks);
const identify = among(gallery);
const nobody: Identify = () => ({ kind: 'unknown' });

function seen(descriptor: Descriptor, quality = 0.7): SeenFace {
  return { quality, descriptor: { ...descriptor, crop: new Uint8Array() } };
}

/** The faces of one visit: the light, the angle and the glasses of the day are in all of them, and some noise of each. */
function visitOf(person: Float32Array, faces: number, likeness = 0.7): SeenFace[] {
  const today = pictureOf(person, random, likeness).values;
  return Array.from({ length: faces }, () => seen(pictureOf(today, random, 0.85), 0.4 + 0.5 * random()));
}

/** Surely Ada, perhaps Ada, somebody between her and a stranger. */
const surely = (): SeenFace => seen(pictureOf(ada, random, 0.8));
const hardly = (): SeenFace => seen(pictureOf(direction(random), random));
const bobs = (): SeenFace => seen(pictureOf(bob, random, 0.8));

function identityAfter(...faces: readonly SeenFace[]): Identity {
  const votes = new IdentityVotes();
  for (const each of faces) votes.count(each, identify);
  return votes.identity;
}

/** A confidence that a single face has by `identify`, whatever is in it: to set it exactly. */
const told =
  (confidence: number): Identify =>
  () => ({ kind: 'known', personId: gallery[0]?.personId ?? fail(), name: 'Ada', confidence });

function fail(): never {
  throw new Error('There is nobody.');
}

describe('IdentityVotes', () => {
  it('has no face at first, and is not impressed by a poor one', () => {
    expect(identityAfter()).toEqual({ kind: 'no_face' });
    expect(identityAfter({ ...surely(), quality: 0.1 })).toEqual({ kind: 'no_face' });
  });

  it('names nobody on one face, unless it is seen well and leaves hardly a doubt', () => {
    const after = (confidence: number, faces: readonly SeenFace[]): string => {
      const votes = new IdentityVotes();
      for (const each of faces) votes.count(each, told(confidence));
      return votes.identity.kind;
    };
    expect(after(0.95, [surely()])).toBe('unknown');
    expect(after(0.95, [surely(), surely()])).toBe('known');
    expect(after(0.999, [surely()])).toBe('known');
    expect(after(0.999, [{ ...surely(), quality: 0.3 }])).toBe('unknown');
  });

  it('names nobody when two people are equally likely, or most faces are a stranger’s', () => {
    expect(identityAfter(surely(), bobs(), surely(), bobs())).toEqual({ kind: 'unknown' });
    expect(identityAfter(...Array.from({ length: 6 }, hardly), surely(), surely())).toEqual({
      kind: 'unknown',
    });
  });

  it('keeps a name through some bad faces, less sure of it', () => {
    const before = identityAfter(surely(), surely());
    const after = identityAfter(surely(), surely(), hardly(), hardly(), hardly(), hardly());
    expect(before).toMatchObject({ kind: 'known', name: 'Ada' });
    expect(after).toMatchObject({ kind: 'known', name: 'Ada' });
    expect(after.kind === 'known' && before.kind === 'known' && after.confidence < before.confidence).toBe(
      true,
    );
  });

  it('takes a name back, or gives another, when better faces say so', () => {
    const poor = { ...surely(), quality: 0.5 };
    const better = Array.from({ length: 12 }, () => ({ ...hardly(), quality: 0.9 }));
    expect(identityAfter(poor, poor)).toMatchObject({ name: 'Ada' });
    expect(identityAfter(poor, poor, ...better)).toEqual({ kind: 'unknown' });
    const bobsFaces = Array.from({ length: 8 }, () => ({ ...bobs(), quality: 0.9 }));
    expect(identityAfter(poor, poor, ...bobsFaces)).toMatchObject({ kind: 'known', name: 'Bob' });
  });

  it('tells a new name once, however often it is confirmed', () => {
    const votes = new IdentityVotes();
    const changes = [null, hardly(), surely(), surely(), surely(), surely()].map((each) =>
      votes.count(each, identify),
    );
    expect(changes.filter(Boolean).length).toBe(2);
    expect(votes.identity).toMatchObject({ name: 'Ada' });
  });

  it('counts anew when somebody is enrolled or forgotten in the middle of a visit', () => {
    const votes = new IdentityVotes();
    for (const each of [surely(), surely()]) votes.count(each, nobody);
    expect(votes.identity).toEqual({ kind: 'unknown' });
    expect(votes.count(null, identify)).toBe(true);
    expect(votes.identity).toMatchObject({ name: 'Ada' });
    expect(votes.count(null, among([]))).toBe(true);
    expect(votes.identity).toEqual({ kind: 'unknown' });
  });

  it('does not count faces of another embedder together', () => {
    const other = surely();
    const votes = new IdentityVotes();
    votes.count({ ...other, descriptor: { ...other.descriptor, modelId: 'older' } }, identify);
    for (const each of [surely(), surely()]) votes.count(each, identify);
    expect(votes.identity).toMatchObject({ name: 'Ada' });
  });
});

describe('visits of six faces each', () => {
  it('name the enrolled', () => {
    const right = people.flatMap((person, i) =>
      Array.from({ length: 50 }, () => {
        const identity = identityAfter(...visitOf(person, 6));
        return identity.kind === 'known' && identity.name === names[i];
      }),
    );
    expect(right.filter((each) => !each).length).toBeLessThanOrEqual(2);
  });

  it('name no stranger, and not a brother who looks much like one of them', () => {
    const strangers = Array.from({ length: 300 }, () => identityAfter(...visitOf(direction(random), 6)).kind);
    expect(new Set(strangers)).toEqual(new Set(['unknown']));
    const brothers = Array.from({ length: 60 }, () => {
      const brother = between(ada, direction(random), 0.25);
      return identityAfter(...visitOf(brother, 6)).kind;
    });
    expect(brothers.filter((kind) => kind === 'known').length).toBeLessThanOrEqual(3);
  });
});
