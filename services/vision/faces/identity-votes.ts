import type { Descriptor, FaceDescriptor, Identity } from '../../contract/person.ts';
import { centreOf, isComparable } from '../../gallery/comparison.ts';

/** A face that was seen on a visit, and how well (0..1): large and clear faces count most. */
export interface SeenFace {
  readonly quality: number;
  readonly descriptor: FaceDescriptor;
}

/** Who a face is; `looks`: of how many pictures the descriptor is the centre, 1 by default. */
export type Identify = (descriptor: Descriptor, looks?: number) => Identity;

type Known = Extract<Identity, { kind: 'known' }>;

/** A face below this quality says nothing about who it is. */
const LEAST_QUALITY = 0.2;
const FACES_KEPT = 12;
const ENOUGH_FACES = 8;
/** One face is enough when it is seen well and hardly anybody else could be it; else it takes two. */
const STRONG_CONFIDENCE = 0.995;
const STRONG_QUALITY = 0.5;
/** The faces that were taken for the named person must weigh this many times those taken for the next one … */
const LEAD = 2.5;
/** … and this share of all faces; a name that was given is taken back below the second. */
const LEAST_SHARE = 0.3;
const SHARE_TO_STAY = 0.15;

/** The faces that were taken for one person. */
interface Tally {
  readonly identity: Known;
  readonly votes: number;
  readonly weight: number;
  readonly isStrong: boolean;
}

/**
 * Who a visit is. Faces of one visit are much alike and no independent witnesses: their centre is compared once, which averages
 * out blur and expressions, and the single faces must bear it out by their votes, weighed by how well each was seen. The best faces
 * are kept and counted anew each time, so that better ones, an enrolment or an erasure may give, change or take back a name.
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
    if (face !== null && face.quality >= LEAST_QUALITY) this.#add(face);
    const before = this.#identity;
    this.#identity = this.#decide(identify);
    return !sameIdentity(before, this.#identity);
  }

  /** Of equally good faces the newest are kept. Those of another embedder, from before it changed, can't be counted together. */
  #add(face: SeenFace): void {
    const others = this.#faces.filter(({ descriptor }) => isComparable(descriptor, face.descriptor));
    this.#faces = [face, ...others].sort((a, b) => b.quality - a.quality).slice(0, FACES_KEPT);
  }

  #decide(identify: Identify): Identity {
    if (this.#faces.length === 0) return { kind: 'no_face' };
    const tallies = tally(this.#faces, identify);
    const total = sumOf(this.#faces.map(({ quality }) => quality));
    const together = identifyTogether(this.#faces, identify);
    if (together.kind === 'known' && isEarned(together, tallies, total)) return together;
    return this.#kept(tallies, total) ?? { kind: 'unknown' };
  }

  /** The name that was given before, as long as enough faces and none of another person's speak for it. */
  #kept([first]: readonly Tally[], total: number): Identity | null {
    const current = this.#identity;
    if (current.kind !== 'known' || first?.identity.personId !== current.personId) return null;
    const share = first.weight / total;
    if (share < SHARE_TO_STAY) return null;
    return { ...first.identity, confidence: first.identity.confidence * Math.min(1, share / LEAST_SHARE) };
  }
}

/** Who the centre of the faces is. */
function identifyTogether(faces: readonly SeenFace[], identify: Identify): Identity {
  const weights = faces.map(({ quality }) => quality);
  const centre = centreOf(
    faces.map(({ descriptor }) => descriptor),
    weights,
  );
  if (centre === null) return { kind: 'no_face' };
  // Kish's effective number: a good face and many poor ones are hardly more than one.
  const looks = sumOf(weights) ** 2 / sumOf(weights.map((weight) => weight * weight));
  return identify(centre, looks);
}

function isEarned(identity: Known, tallies: readonly Tally[], total: number): boolean {
  const own = tallies.find((each) => each.identity.personId === identity.personId);
  const next = tallies.find((each) => each !== own);
  if (own === undefined) return false;
  const isEnough = own.votes >= 2 || own.isStrong;
  return isEnough && own.weight >= LEAD * (next?.weight ?? 0) && own.weight >= LEAST_SHARE * total;
}

/** The people that single faces were taken for, the one with most weight first, each with the best confidence. */
function tally(faces: readonly SeenFace[], identify: Identify): readonly Tally[] {
  const people = new Map<string, Tally>();
  for (const { quality, descriptor } of faces) {
    const identity = identify(descriptor);
    if (identity.kind !== 'known') continue;
    const before = people.get(identity.personId);
    const isBetter = before === undefined || identity.confidence > before.identity.confidence;
    const isStrong = quality >= STRONG_QUALITY && identity.confidence >= STRONG_CONFIDENCE;
    people.set(identity.personId, {
      identity: isBetter ? identity : before.identity,
      votes: (before?.votes ?? 0) + 1,
      weight: (before?.weight ?? 0) + quality,
      isStrong: (before?.isStrong ?? false) || isStrong,
    });
  }
  return [...people.values()].sort((a, b) => b.weight - a.weight);
}

/** The confidence alone is no news: it changes with every face. */
function sameIdentity(a: Identity, b: Identity): boolean {
  if (a.kind !== 'known' || b.kind !== 'known') return a.kind === b.kind;
  return a.personId === b.personId && a.name === b.name;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
