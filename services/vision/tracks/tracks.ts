import { randomInt } from 'node:crypto';
import type { Box } from '../../contract/box.ts';
import type { Event, LiveTrack } from '../../contract/event.ts';
import { type CameraId, EventId, type PersonId } from '../../contract/identifiers.ts';
import type { FaceDescriptor, Identity } from '../../contract/person.ts';
import { associate, isHighScore } from './association.ts';
import { clipped, grown, shareInside } from '../box-geometry.ts';
import { type DrawnPlaces, NOWHERE } from '../zones/drawn-places.ts';
import type { Identify } from '../faces/identity-votes.ts';
import { comesToRest, isLost, LOOK_EVERY_MS, lookEveryMs } from './patience.ts';
import { type Sighting, Track } from './track.ts';

/** What was searched in one frame, and what was found there. */
export interface Look {
  readonly atMs: number;
  readonly regions: readonly Box[];
  /** Where something moved. */
  readonly moving: readonly Box[];
  readonly sightings: readonly Sighting[];
  readonly identify: Identify;
  /** Zones and lines to tell of; none by default. */
  readonly places?: DrawnPlaces;
}

/** A visit began, changed or ended. `picture`: this frame is its best picture so far; `face`: its best face so far. */
export interface VisitNews {
  readonly change: 'began' | 'updated' | 'ended';
  readonly event: Omit<Event, 'hasSnapshot' | 'hasFace'>;
  readonly picture: boolean;
  readonly face: FaceDescriptor | null;
}

export interface TrackerOptions {
  readonly cameraId: CameraId;
  /** A visit ends when nothing was seen of it for so long. */
  readonly lostAfterMs?: number;
  /** The random part of an event's id. */
  readonly random?: () => string;
}

/** What moves in its place but does not go anywhere is looked at this often. */
const SETTLED_LOOK_MS = 500;
const FACE_EVERY_MS = 400;
const SETTLED_FACE_EVERY_MS = 2000;
/** A second box that lies in the place of a thing that belongs to the scene, at least so much of it, is a part of that thing. */
const PART_OF_SCENE = 0.7;

/**
 * Makes one visit of one object, in the spirit of ByteTrack: a Kalman filter says where it should be, association who is who; a
 * visit begins after a few sightings and ends some seconds after the last, later when it may be hidden. What came to rest
 * belongs to the scene: it is known without being a visit until it leaves, which is one again. Objects are searched only
 * where something moves, so a track counts as missed only when its place was searched; what stands still is looked at now and
 * then (`due`).
 */
export class Tracker {
  readonly #options: TrackerOptions;
  #tracks: readonly Track[] = [];

  constructor(options: TrackerOptions) {
    this.#options = options;
  }

  /** Where something is followed. */
  followed(atMs: number): readonly Box[] {
    return this.#tracks.map((track) => clipped(track.expectedAt(atMs)));
  }

  /** Motion that no track explains: what stands, and was looked at a moment ago, may move a little without another look. */
  unexplained(moving: readonly Box[], atMs: number): readonly Box[] {
    const settled = this.#tracks.filter(
      (track) => track.isSettled && atMs - track.lastLookMs < SETTLED_LOOK_MS,
    );
    return moving.filter((box) => !settled.some((track) => shareInside(box, grown(track.box, 0.1)) > 0.95));
  }

  /** Places that must be searched now although nothing may move there. */
  due(atMs: number): readonly Box[] {
    const due = this.#tracks.filter((track) => atMs - track.lastLookMs >= lookEveryMs(track, atMs));
    return due.map((track) => clipped(grown(track.box, 0.1)));
  }

  /** Whether a face should be looked for in what was found at `box`: often while nobody is named, then seldom. */
  wantsFace(box: Box, atMs: number): boolean {
    const track = this.#tracks.find((each) => shareInside(each.box, box) > 0.5);
    if (track === undefined) return true;
    const pauseMs = track.votes.isSettled ? SETTLED_FACE_EVERY_MS : FACE_EVERY_MS;
    if (atMs - track.lastFaceLookMs < pauseMs) return false;
    track.lastFaceLookMs = atMs;
    return true;
  }

  follow(look: Look): readonly VisitNews[] {
    const { atMs, sightings } = look;
    const pairs = this.#associate(look);
    for (const track of this.#tracks)
      if (look.regions.some((region) => shareInside(track.box, region) > 0.7)) track.miss(atMs);
    const fresh = sightings.filter(
      (sighting) =>
        isHighScore(sighting.score) &&
        !pairs.some((pair) => pair.sighting === sighting) &&
        !pairs.some(({ track }) => holds(track, sighting)),
    );
    const begun = fresh.map((sighting) => ({ track: this.#newTrack(atMs, sighting), sighting }));
    this.#tracks = [...this.#tracks, ...begun.map(({ track }) => track)];
    const news = [...pairs, ...begun].flatMap(({ track, sighting }) => this.#see(track, sighting, look));
    return [...news, ...this.#rest(atMs), ...this.#giveUp(atMs)];
  }

  /** Counts the votes of all faces again, after the known people changed. */
  identifyAgain(identify: Identify): readonly VisitNews[] {
    const changed = this.#tracks.filter(
      (track) => track.identify(null, identify) && track.stage === 'visiting',
    );
    return changed.map((track) => this.#news('updated', track));
  }

  /** Ends all visits, when the camera is lost or taken away. What belongs to the scene will still be there when it is back. */
  end(): readonly VisitNews[] {
    const ended = this.#visiting.map((track) => this.#news('ended', track));
    this.#tracks = this.#tracks.filter((track) => track.stage === 'resting');
    return ended;
  }

  /** What visits right now and was seen lately, for the boxes over the live picture. */
  live(atMs: number): readonly LiveTrack[] {
    return this.#visiting
      .filter((track) => track.misses === 0 || atMs - track.lastSeenMs < LOOK_EVERY_MS)
      .map((track) => ({
        eventId: track.id,
        label: track.label,
        box: clipped(track.shownAt(atMs)),
        score: track.score,
        identity: track.votes.identity,
      }));
  }

  /** Whether a visit goes on, be it that nothing is seen of it for a moment: every frame may be the one that goes on with it or ends it. */
  get hasVisits(): boolean {
    return this.#visiting.length > 0;
  }

  get #visiting(): readonly Track[] {
    return this.#tracks.filter((track) => track.stage === 'visiting');
  }

  #associate({ atMs, sightings, identify }: Look) {
    const expected = this.#tracks.map((track) => ({
      track,
      label: track.label,
      box: track.expectedAt(atMs),
      lastBox: track.box,
      unseenMs: atMs - track.lastSeenMs,
      rests: track.stage === 'resting',
      colours: track.colours,
      personId: personOf(track.votes.identity),
    }));
    const isNamed = expected.some(({ personId }) => personId !== null);
    const seen = sightings.map((sighting) => ({
      ...sighting,
      sighting,
      personId: isNamed && sighting.face !== null ? personOf(identify(sighting.face.descriptor)) : null,
    }));
    const pairs = associate(expected, seen);
    return pairs.map(({ track, detection }) => ({ track: track.track, sighting: detection.sighting }));
  }

  #see(track: Track, sighting: Sighting, look: Look): readonly VisitNews[] {
    const { atMs, moving, identify, places = NOWHERE } = look;
    const moves = movesIn(sighting.box, moving);
    const { sinceMs, place } = track.standstill;
    const { picture, face, placed } = track.see(atMs, sighting, { moving: moves, places });
    if (track.stage === 'resting') {
      const leaves = moves && track.standstill.sinceMs !== sinceMs;
      return leaves ? this.#wake(track, { ...sighting, place }, look) : [];
    }
    const renamed = track.identify(sighting.face, identify);
    if (!track.isReal) return [];
    const change = track.stage === 'visiting' ? 'updated' : 'began';
    track.stage = 'visiting';
    if (change === 'updated' && !picture && !renamed && !placed && face === null) return [];
    return [
      { ...this.#news(change, track), picture, face: face ?? (change === 'began' ? track.bestFace : null) },
    ];
  }

  /** What belonged to the scene goes: it has to show that it does as everything that comes. */
  #wake(track: Track, sighting: Sighting & { readonly place: Box }, look: Look): readonly VisitNews[] {
    const woken = this.#newTrack(look.atMs, sighting);
    this.#tracks = this.#tracks.map((each) => (each === track ? woken : each));
    return this.#see(woken, sighting, look);
  }

  #rest(atMs: number): readonly VisitNews[] {
    const resting = this.#tracks.filter((track) => comesToRest(track, atMs));
    const ended = resting
      .filter((track) => track.stage === 'visiting')
      .map((track) => this.#news('ended', track));
    for (const track of resting) track.stage = 'resting';
    return ended;
  }

  #giveUp(atMs: number): readonly VisitNews[] {
    const lost = this.#tracks.filter((track) => isLost(track, atMs, this.#options.lostAfterMs));
    this.#tracks = this.#tracks.filter((track) => !lost.includes(track));
    return lost.filter((track) => track.stage === 'visiting').map((track) => this.#news('ended', track));
  }

  #newTrack(atMs: number, sighting: Sighting & { readonly place?: Box }): Track {
    const random =
      this.#options.random?.() ??
      randomInt(36 ** 8)
        .toString(36)
        .padStart(8, '0');
    return new Track(EventId.parse(`${atMs.toString(36)}-${random}`), atMs, sighting);
  }

  #news(change: VisitNews['change'], track: Track): VisitNews {
    const endedAtMs = change === 'ended' ? track.lastSeenMs : null;
    return { change, event: track.event(this.#options.cameraId, endedAtMs), picture: false, face: null };
  }
}

/** Whether a second box shows a part of what belongs to the scene, such as the front of a parked car. */
function holds(track: Track, { label, box }: Sighting): boolean {
  const isOfScene = track.stage === 'resting' && track.label === label;
  return isOfScene && shareInside(box, track.standstill.place) > PART_OF_SCENE;
}

function personOf(identity: Identity): PersonId | null {
  return identity.kind === 'known' ? identity.personId : null;
}

/** Motion belongs to what it covers a good part of, or what it lies in. */
function movesIn(box: Box, moving: readonly Box[]): boolean {
  return moving.some((motion) => shareInside(box, motion) > 0.1 || shareInside(motion, box) > 0.5);
}
