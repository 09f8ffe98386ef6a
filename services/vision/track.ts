import type { Box } from '../contract/box.ts';
import type { Event, Label } from '../contract/event.ts';
import type { CameraId, EventId } from '../contract/identifiers.ts';
import type { FaceDescriptor } from '../contract/person.ts';
import { areaOf, centreOf, clipped, isCut, shifted } from './box-geometry.ts';
import { type Identify, IdentityVotes, type SeenFace } from './identity-votes.ts';

/** An object in one frame, with the face that was read in it, if one was. */
export interface Sighting {
  readonly label: Label;
  readonly score: number;
  readonly box: Box;
  readonly face: SeenFace | null;
}

/** Seen so often, and moving so often, before a visit begins. */
const HITS_TO_BEGIN = 3;
const MOVES_TO_BEGIN = 2;
const STEADY_MS = 600;
/** A vehicle that only stands there while somebody walks past it is no visit: it must have gone this share of its width. */
const LEAST_TRAVEL_OF_VEHICLE = 0.15;
/** How far ahead constant velocity is believed, and the share of it that each new step replaces. */
const FORESIGHT_MS = 1000;
const NEW_SHARE = 0.5;
/** In frames a second. */
const SETTLED_SPEED = 0.04;
/** A better picture must be better by this much, and come no sooner than this after the last, or it isn't worth its bytes. */
const BETTER = 1.2;
const BETTER_FACE = 0.08;
const LEAST_PAUSE_MS = 500;

const WHERE_NOTHING: Box = { x: 0, y: 0, width: 0, height: 0 };

/** A visit in the making, going on, or about to end: one object and what is known of it. */
export class Track {
  readonly id: EventId;
  readonly label: Label;
  readonly beganAtMs: number;
  readonly votes = new IdentityVotes();
  readonly #first: Box;
  #box: Box;
  #velocity = { x: 0, y: 0 };
  #score = 0;
  #hits = 0;
  #moves = 0;
  #travelled = false;
  #wasMissed = false;
  #best = { box: WHERE_NOTHING, value: -1, face: 0, atMs: 0 };
  #bestFace: SeenFace | null = null;
  confirmed = false;
  lastSeenMs: number;
  lastMovedMs: number;
  lastLookMs: number;
  lastFaceLookMs = 0;
  misses = 0;

  constructor(id: EventId, atMs: number, sighting: Sighting) {
    this.id = id;
    this.label = sighting.label;
    this.beganAtMs = atMs;
    this.#first = sighting.box;
    this.#box = sighting.box;
    this.lastSeenMs = atMs;
    this.lastMovedMs = atMs;
    this.lastLookMs = atMs;
  }

  get box(): Box {
    return this.#box;
  }

  get bestFace(): FaceDescriptor | null {
    return this.#bestFace?.descriptor ?? null;
  }

  get score(): number {
    return this.#score;
  }

  /** Enough was seen of it for a visit. */
  get isReal(): boolean {
    const often = this.#hits >= HITS_TO_BEGIN || (this.#hits === HITS_TO_BEGIN - 1 && this.#isSteady);
    return often && this.#moves >= MOVES_TO_BEGIN && (this.label !== 'vehicle' || this.#travelled);
  }

  /** Where it is at a time, going on as it went. */
  expectedAt(atMs: number): Box {
    const seconds = Math.min(FORESIGHT_MS, atMs - this.lastSeenMs) / 1000;
    return shifted(this.#box, this.#velocity.x * seconds, this.#velocity.y * seconds);
  }

  /** On a machine with too much to do a visitor is looked at once a second: seen at every look, for this long, is enough. */
  get #isSteady(): boolean {
    return !this.#wasMissed && this.lastSeenMs - this.beganAtMs >= STEADY_MS;
  }

  /** Followed for certain, and not walking. */
  get isSettled(): boolean {
    return (
      this.confirmed && this.misses === 0 && Math.hypot(this.#velocity.x, this.#velocity.y) < SETTLED_SPEED
    );
  }

  /** Its place is being searched; `see` follows if it is found there. */
  miss(atMs: number): void {
    this.#wasMissed ||= this.misses > 0;
    this.lastLookMs = atMs;
    this.misses += 1;
  }

  /** It was seen. Tells whether this frame is the best picture of the visit so far, and whether a better face was seen. */
  see(
    atMs: number,
    sighting: Sighting,
    moving: boolean,
  ): { readonly picture: boolean; readonly face: FaceDescriptor | null } {
    this.#move(atMs, sighting.box);
    this.#hits += 1;
    this.misses = 0;
    this.#score = Math.max(this.#score, sighting.score);
    if (moving) {
      this.#moves += 1;
      this.lastMovedMs = atMs;
    }
    const picture = this.#isBestPicture(atMs, sighting);
    return { picture, face: this.#betterFace(sighting.face) };
  }

  /** Counts the votes; true when it became somebody else. */
  identify(face: SeenFace | null, identify: Identify): boolean {
    return this.votes.count(face, identify);
  }

  event(cameraId: CameraId, endedAtMs: number | null): Omit<Event, 'hasSnapshot' | 'hasFace'> {
    return {
      id: this.id,
      cameraId,
      label: this.label,
      score: this.#score,
      box: clipped(this.#best.value < 0 ? this.#box : this.#best.box),
      beganAtMs: this.beganAtMs,
      endedAtMs,
      identity: this.votes.identity,
    };
  }

  #move(atMs: number, box: Box): void {
    const seconds = (atMs - this.lastSeenMs) / 1000;
    if (seconds > 0) {
      const from = centreOf(this.#box);
      const to = centreOf(box);
      this.#velocity = {
        x: blend(this.#velocity.x, (to.x - from.x) / seconds),
        y: blend(this.#velocity.y, (to.y - from.y) / seconds),
      };
    }
    const [start, now] = [centreOf(this.#first), centreOf(box)];
    const travel = Math.hypot((now.x - start.x) / box.width, (now.y - start.y) / box.height);
    this.#travelled ||= travel > LEAST_TRAVEL_OF_VEHICLE;
    this.#box = box;
    this.lastSeenMs = atMs;
  }

  /** First a face that can be told, then a large and certain object that isn't cut off. Never before the visit is real. */
  #isBestPicture(atMs: number, { box, score, face }: Sighting): boolean {
    if (!this.isReal) return false;
    const value = score * Math.sqrt(areaOf(box)) * (isCut(box) ? 0.5 : 1);
    const quality = face?.quality ?? 0;
    const best = this.#best;
    const better =
      quality > best.face + BETTER_FACE ||
      (quality >= best.face - BETTER_FACE && value > best.value * BETTER);
    if (best.value >= 0 && (!better || atMs - best.atMs < LEAST_PAUSE_MS)) return false;
    this.#best = { box, value, face: quality, atMs };
    return true;
  }

  #betterFace(face: SeenFace | null): FaceDescriptor | null {
    if (face === null) return null;
    if (this.#bestFace !== null && face.quality < this.#bestFace.quality + BETTER_FACE) return null;
    this.#bestFace = face;
    return face.descriptor;
  }
}

function blend(old: number, fresh: number): number {
  return old + (fresh - old) * NEW_SHARE;
}
