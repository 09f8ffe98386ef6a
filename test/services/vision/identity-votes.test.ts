import { describe, expect, it } from 'vitest';
import { PersonId } from '../../../services/contract/identifiers.ts';
import type { FaceDescriptor, Identity } from '../../../services/contract/person.ts';
import { type Identify, IdentityVotes, type SeenFace } from '../../../services/vision/identity-votes.ts';

/** A face whose descriptor is who it looks like (1 Ada, 2 Bob, 0 nobody) and how much. */
function face(person: number, similarity = 0.55, quality = 0.6): SeenFace {
  const values = Float32Array.from([person, similarity]);
  const descriptor: FaceDescriptor = {
    modelId: 'test',
    dimension: 2,
    metric: 'euclidean',
    values,
    crop: new Uint8Array(),
  };
  return { quality, descriptor };
}

const names = ['', 'Ada', 'Bob'];
const known = (person: number, similarity: number): Identity => ({
  kind: 'known',
  personId: PersonId.parse(`p${person}`),
  name: names[person] ?? '',
  confidence: Math.fround(similarity),
});
const identify: Identify = ({ values }) => {
  const person = values[0] ?? 0;
  if (person === 0) return { kind: 'unknown' };
  return {
    kind: 'known',
    personId: PersonId.parse(`p${person}`),
    name: names[person] ?? '',
    confidence: values[1] ?? 0,
  };
};

function identityAfter(...faces: readonly SeenFace[]): Identity {
  const votes = new IdentityVotes();
  for (const each of faces) votes.count(each, identify);
  return votes.identity;
}

describe('IdentityVotes', () => {
  it('has no face at first, and is not impressed by a blurred one', () => {
    expect(identityAfter()).toEqual({ kind: 'no_face' });
    expect(identityAfter(face(1, 0.9, 0.1))).toEqual({ kind: 'no_face' });
  });

  it('names nobody on one weak face, but on two, or on one strong and good one', () => {
    expect(identityAfter(face(1))).toEqual({ kind: 'unknown' });
    expect(identityAfter(face(1), face(1))).toEqual(known(1, 0.55));
    expect(identityAfter(face(1, 0.8))).toEqual(known(1, 0.8));
    expect(identityAfter(face(1, 0.8, 0.3))).toEqual({ kind: 'unknown' });
  });

  it('names nobody when two people are equally likely', () => {
    expect(identityAfter(face(1), face(2), face(1), face(2))).toEqual({ kind: 'unknown' });
  });

  it('names nobody when most faces are of a stranger', () => {
    expect(identityAfter(...Array.from({ length: 6 }, () => face(0)), face(1), face(1))).toEqual({
      kind: 'unknown',
    });
  });

  it('keeps a name through some bad faces', () => {
    expect(identityAfter(face(1, 0.7), face(1), face(0), face(2), face(0))).toEqual(known(1, 0.7));
  });

  it('tells a new name once, however often it is confirmed', () => {
    const votes = new IdentityVotes();
    const changes = [null, face(1), face(1), face(1, 0.9)].map((each) => votes.count(each, identify));
    expect(changes).toEqual([false, true, true, false]);
  });

  it('counts anew when somebody is enrolled or forgotten in the middle of a visit', () => {
    const votes = new IdentityVotes();
    votes.count(face(1, 0.9), () => ({ kind: 'unknown' }));
    expect(votes.identity).toEqual({ kind: 'unknown' });
    expect(votes.count(null, identify)).toBe(true);
    expect(votes.identity).toEqual(known(1, 0.9));
    expect(votes.count(null, () => ({ kind: 'unknown' }))).toBe(true);
    expect(votes.identity).toEqual({ kind: 'unknown' });
  });
});
