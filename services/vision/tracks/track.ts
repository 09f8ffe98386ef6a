import type { Box } from '../../contract/box.ts';
import type { Event, Label } from '../../contract/event.ts';
import type { CameraId, EventId } from '../../contract/identifiers.ts';
import type { FaceDescriptor } from '../../contract/person.ts';
import { BestShots } from './best-shots.ts';
import { blended, type Colours } from './box-colours.ts';
import { centreOf, clipped, shifted } from '../box-geometry.ts';
import type { DrawnPlaces } from '../zones/drawn-places.ts';
import { feetOf, wholeOf } from '../zones/feet.ts';
import { type Identify, IdentityVotes, type SeenFace } from '../faces/identity-votes.ts';
import { BoxFilter } from './kalman.ts';
import { Standstill } from './standstill.ts';
import { Whereabouts } from '../zones/whereabouts.ts';

/** An object in one frame, with the face that was read in it, if one was, and its colours, if they were looked at. */
export interface Sighting {
  readonly label: Label;
  readonly score: number;
  readonly box: Box;
  readonly face: SeenFace | null;
  readonly colours?: Colours | null;
}

/** What a sighting changed of a visit: this frame is its best picture so far; its best face so far; zones or lines to tell. */
export interface Shown {
  readonly picture: boolean;
  readonly face: FaceDescriptor | null;
  readonly placed: boolean;
}

/** Seen so often, and moving so often, before a visit begins. */
const HITS_TO_BEGIN = 3;
const MOVES_TO_BEGIN = 2;
const STEADY_MS = 600;
/** In frames a second. */
const SETTLED_SPEED = 0.04;
/** What a hidden height may be wrong by, so many times the usual. */
const DOUBT_OF_HIDDEN = 6;
/** Each sighting replaces this share of the colours that are known. */
const NEW_COLOURS = 0.15;

/** One object and what is known of it: in doubt, on a visit, or a part of the scene. */
export class Track {
  readonly id: EventId;
  readonly label: Label;
  readonly beganAtMs: number;
  readonly votes = new IdentityVotes();
  readonly standstill: Standstill;
  readonly #filter: BoxFilter;
  readonly #whereabouts = new Whereabouts();
  readonly #shots = new BestShots();
  #box: Box;
  #colours: Colours | null = null;
  #score = 0;
  #hits = 0;
  #moves = 0;
  #wasMissed = false;
  stage: 'doubted' | 'visiting' | 'resting' = 'doubted';
  lastSeenMs: number;
  lastMovedMs: number;
  lastLookMs: number;
  lastFaceLookMs = 0;
  misses = 0;

  /** `place`: where it was before it was followed as this, if that is known. */
  constructor(id: EventId, atMs: number, { place, ...sighting }: Sighting & { readonly place?: Box }) {
    this.id = id;
    this.label = sighting.label;
    this.beganAtMs = atMs;
    this.standstill = new Standstill(sighting.label, place ?? sighting.box, atMs);
    this.#filter = new BoxFilter(sighting.box);
    this.#box = sighting.box;
    this.lastSeenMs = atMs;
    this.lastMovedMs = atMs;
    this.lastLookMs = atMs;
  }

  /** Where it was seen last. */
  get box(): Box {
    return this.#box;
  }

  get bestFace(): FaceDescriptor | null {
    return this.#shots.face;
  }

  get score(): number {
    return this.#score;
  }

  get colours(): Colours | null {
    return this.#colours;
  }

  /** In frames a second. */
  get speed(): { readonly x: number; readonly y: number } {
    return this.#filter.speed;
  }

  get isSeenOften(): boolean {
    return this.#hits >= HITS_TO_BEGIN || (this.#hits === HITS_TO_BEGIN - 1 && this.#isSteady);
  }

  /** Enough was seen of it for a visit. A vehicle that stands there while somebody walks past it makes none: it must have gone somewhere. */
  get isReal(): boolean {
    const goes = this.label !== 'vehicle' || this.standstill.hasTravelled;
    return this.isSeenOften && this.#moves >= MOVES_TO_BEGIN && goes;
  }

  /** Where it is at a time, going on as it went. */
  expectedAt(atMs: number): Box {
    return this.stage === 'resting'
      ? this.standstill.place
      : this.#filter.after(Math.max(0, atMs - this.lastSeenMs) / 1000);
  }

  /** What is shown of it: as much as was seen, gone on while the detector misses it. */
  shownAt(atMs: number): Box {
    if (this.misses === 0) return this.#box;
    const [now, then] = [this.#filter.after(0), this.expectedAt(atMs)].map(centreOf);
    return now === undefined || then === undefined
      ? this.#box
      : shifted(this.#box, then.x - now.x, then.y - now.y);
  }

  /** On a machine with too much to do a visitor is looked at once a second: seen at every look, for this long, is enough. */
  get #isSteady(): boolean {
    return !this.#wasMissed && this.lastSeenMs - this.beganAtMs >= STEADY_MS;
  }

  /** Followed for certain, and not walking. */
  get isSettled(): boolean {
    if (this.stage === 'doubted' || this.misses > 0) return false;
    return this.stage === 'resting' || Math.hypot(this.speed.x, this.speed.y) < SETTLED_SPEED;
  }

  /** Its place is being searched; `see` follows if it is found there. */
  miss(atMs: number): void {
    this.#wasMissed ||= this.misses > 0;
    this.lastLookMs = atMs;
    this.misses += 1;
  }

  /** It was seen. `moving`: something moves there. */
  see(
    atMs: number,
    sighting: Sighting,
    { moving, places }: { readonly moving: boolean; readonly places: DrawnPlaces },
  ): Shown {
    const placed = this.#move(atMs, sighting, places);
    this.#hits += 1;
    this.misses = 0;
    this.#score = Math.max(this.#score, sighting.score);
    if (moving) {
      this.#moves += 1;
      this.lastMovedMs = atMs;
    }
    const picture = this.isReal && this.#shots.takePicture(atMs, sighting);
    return { picture, face: this.#shots.takeFace(sighting.face), placed };
  }

  /** Counts the votes; true when it became somebody else. */
  identify(face: SeenFace | null, identify: Identify): boolean {
    return this.votes.count(face, identify);
  }

  event(cameraId: CameraId, endedAtMs: number | null): Omit<Event, 'hasSnapshot' | 'hasFace'> {
    const { liveness } = this.#shots;
    return {
      id: this.id,
      cameraId,
      label: this.label,
      score: this.#score,
      box: clipped(this.#shots.box ?? this.#box),
      beganAtMs: this.beganAtMs,
      endedAtMs,
      identity: this.votes.identity,
      ...(liveness === null ? {} : { liveness }),
      ...this.#whereabouts.told,
    };
  }

  #move(atMs: number, { box, colours }: Sighting, places: DrawnPlaces): boolean {
    const seconds = Math.max(0, atMs - this.lastSeenMs) / 1000;
    const feet = feetOf(box, this.#filter.after(seconds));
    const isHidden = feet.kind === 'hidden';
    if (this.#hits > 0) this.#filter.measure(wholeOf(box, feet), seconds, isHidden ? DOUBT_OF_HIDDEN : 1);
    this.standstill.note(box, atMs);
    if (colours !== undefined && colours !== null && !isHidden)
      this.#colours = this.#colours === null ? colours : blended(this.#colours, colours, NEW_COLOURS);
    this.#box = box;
    this.lastSeenMs = atMs;
    return this.#whereabouts.note(feet, atMs, places);
  }
}
