import type { FaceDescriptor, Identity } from '../contract/person.ts';

/** A face that was seen on a visit, and how well (0..1). */
export interface SeenFace {
  readonly quality: number;
  readonly descriptor: FaceDescriptor;
}

export type Identify = (descriptor: FaceDescriptor) => Identity;

/** A face below this quality says nothing about who it is. */
const LEAST_QUALITY = 0.2;
const FACES_KEPT = 12;
const ENOUGH_FACES = 8;
/** One face is enough when it is seen well and resembles strongly; else it takes two. */
const STRONG_SIMILARITY = 0.8;
const STRONG_QUALITY = 0.5;
/** The named person must have this many times the votes of the next one … */
const LEAD = 2.5;
/** … and this share of all faces. */
const LEAST_SHARE = 0.3;

interface Tally {
  readonly identity: Extract<Identity, { kind: 'known' }>;
  readonly votes: number;
  readonly weight: number;
  readonly strong: boolean;
}

/**
 * Who a visit is, by the votes of its faces. The best faces are kept, so that the votes are counted anew when somebody is
 * enrolled or forgotten in the middle of a visit. A name that was given stays until another person clearly leads.
 */
export class IdentityVotes {
  #faces: readonly SeenFace[] = [];
  #identity: Identity = { kind: 'no_face' };

  get identity(): Identity {
    return this.#identity;
  }

  /** Somebody is named, or so many faces were seen that one more hardly changes anything. */
  get isSettled(): boolean {
    return this.#identity.kind === 'known' || this.#faces.length >= ENOUGH_FACES;
  }

  /** Adds a face, if one was seen, and counts; true when the identity changed. */
  count(face: SeenFace | null, identify: Identify): boolean {
    if (face !== null && face.quality >= LEAST_QUALITY)
      this.#faces = [...this.#faces, face].sort((a, b) => b.quality - a.quality).slice(0, FACES_KEPT);
    const before = this.#identity;
    this.#identity = this.#decide(identify);
    return !sameIdentity(before, this.#identity);
  }

  #decide(identify: Identify): Identity {
    if (this.#faces.length === 0) return { kind: 'no_face' };
    const tallies = tally(this.#faces, identify);
    const [first, second] = tallies;
    if (first === undefined) return { kind: 'unknown' };
    const enough = first.votes >= 2 || first.strong;
    const leads = first.weight >= LEAD * (second?.weight ?? 0);
    if (enough && leads && first.votes >= LEAST_SHARE * this.#faces.length) return first.identity;
    const current = this.#identity;
    const kept = tallies.find(
      (each) => current.kind === 'known' && each.identity.personId === current.personId,
    );
    return kept?.identity ?? { kind: 'unknown' };
  }
}

/** The people that the faces were taken for, the one with most weight first, each with the best similarity. */
function tally(faces: readonly SeenFace[], identify: Identify): readonly Tally[] {
  const people = new Map<string, Tally>();
  for (const { quality, descriptor } of faces) {
    const identity = identify(descriptor);
    if (identity.kind !== 'known') continue;
    const before = people.get(identity.personId);
    const better = before === undefined || identity.confidence > before.identity.confidence;
    people.set(identity.personId, {
      identity: better ? identity : before.identity,
      votes: (before?.votes ?? 0) + 1,
      weight: (before?.weight ?? 0) + quality * identity.confidence,
      strong:
        (before?.strong ?? false) || (quality >= STRONG_QUALITY && identity.confidence >= STRONG_SIMILARITY),
    });
  }
  return [...people.values()].sort((a, b) => b.weight - a.weight);
}

/** The similarity alone is no news: it changes with every face. */
function sameIdentity(a: Identity, b: Identity): boolean {
  if (a.kind !== 'known' || b.kind !== 'known') return a.kind === b.kind;
  return a.personId === b.personId && a.name === b.name;
}
