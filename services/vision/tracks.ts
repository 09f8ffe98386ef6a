import { randomInt } from 'node:crypto';
import type { Box } from '../contract/box.ts';
import type { Event, LiveTrack } from '../contract/event.ts';
import { type CameraId, EventId } from '../contract/identifiers.ts';
import type { FaceDescriptor } from '../contract/person.ts';
import { associate, isHighScore } from './association.ts';
import { clipped, grown, shareInside } from './box-geometry.ts';
import type { Identify } from './identity-votes.ts';
import { type Sighting, Track } from './track.ts';

/** What was searched in one frame, and what was found there. */
export interface Look {
  readonly atMs: number;
  readonly regions: readonly Box[];
  /** Where something moved. */
  readonly moving: readonly Box[];
  readonly sightings: readonly Sighting[];
  readonly identify: Identify;
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

const LOST_AFTER_MS = 5000;
const LOOKS_BEFORE_LOST = 3;
/** What stands still is looked at every second, what has stood for long every five. */
const LOOK_EVERY_MS = 1000;
const LOOK_SELDOM_MS = 5000;
/** What moves in its place but does not go anywhere is looked at this often. */
const SETTLED_LOOK_MS = 500;
const FACE_EVERY_MS = 400;
const SETTLED_FACE_EVERY_MS = 2000;
/** Visits in the making are given up after this. */
const DOUBT_MS = 2000;

/**
 * Makes one visit of one object: prediction by constant velocity, association by overlap (SORT, ByteTrack), begin after a
 * few sightings, end some seconds after the last. Objects are searched only where something moves, so a track counts as
 * missed only when its place was searched; what stands still is looked at now and then (`due`).
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
    const due = this.#tracks.filter((track) => atMs - track.lastLookMs >= pauseOf(track, atMs));
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
    const expected = this.#tracks.map((track) => ({
      track,
      label: track.label,
      box: track.expectedAt(atMs),
      unseenMs: atMs - track.lastSeenMs,
    }));
    const pairs = associate(expected, sightings);
    for (const track of this.#tracks) {
      if (look.regions.some((region) => shareInside(track.box, region) > 0.7)) track.miss(atMs);
    }
    const fresh = sightings.filter(
      (sighting) => isHighScore(sighting.score) && !pairs.some((pair) => pair.detection === sighting),
    );
    const begun = fresh.map((sighting) => ({ track: this.#newTrack(atMs, sighting), sighting }));
    const seen = [...pairs.map((pair) => ({ track: pair.track.track, sighting: pair.detection })), ...begun];
    const news = seen.flatMap(({ track, sighting }) => this.#see(track, sighting, look));
    this.#tracks = [...this.#tracks, ...begun.map(({ track }) => track)];
    return [...news, ...this.#giveUp(atMs)];
  }

  /** Counts the votes of all faces again, after the known people changed. */
  identifyAgain(identify: Identify): readonly VisitNews[] {
    const changed = this.#tracks.filter((track) => track.identify(null, identify) && track.confirmed);
    return changed.map((track) => this.#news('updated', track));
  }

  /** Ends all visits, when the camera is lost or taken away. */
  end(): readonly VisitNews[] {
    const ended = this.#tracks.filter((track) => track.confirmed).map((track) => this.#news('ended', track));
    this.#tracks = [];
    return ended;
  }

  /** What is followed right now and was seen lately, for the boxes over the live picture. */
  live(atMs: number): readonly LiveTrack[] {
    return this.#tracks
      .filter((track) => track.confirmed && (track.misses === 0 || atMs - track.lastSeenMs < LOOK_EVERY_MS))
      .map((track) => ({
        eventId: track.id,
        label: track.label,
        box: clipped(track.box),
        score: track.score,
        identity: track.votes.identity,
      }));
  }

  #see(track: Track, sighting: Sighting, { atMs, moving, identify }: Look): readonly VisitNews[] {
    const { picture, face } = track.see(atMs, sighting, movesIn(sighting.box, moving));
    const renamed = track.identify(sighting.face, identify);
    if (!track.isReal) return [];
    const change = track.confirmed ? 'updated' : 'began';
    track.confirmed = true;
    if (change === 'updated' && !picture && !renamed && face === null) return [];
    return [
      { ...this.#news(change, track), picture, face: face ?? (change === 'began' ? track.bestFace : null) },
    ];
  }

  #giveUp(atMs: number): readonly VisitNews[] {
    const lost = this.#tracks.filter((track) => this.#isLost(track, atMs));
    this.#tracks = this.#tracks.filter((track) => !lost.includes(track));
    return lost.filter((track) => track.confirmed).map((track) => this.#news('ended', track));
  }

  #isLost(track: Track, atMs: number): boolean {
    const unseenMs = atMs - track.lastSeenMs;
    if (!track.confirmed) return unseenMs >= DOUBT_MS;
    return unseenMs >= (this.#options.lostAfterMs ?? LOST_AFTER_MS) && track.misses >= LOOKS_BEFORE_LOST;
  }

  #newTrack(atMs: number, sighting: Sighting): Track {
    const random =
      this.#options.random ??
      (() =>
        randomInt(36 ** 8)
          .toString(36)
          .padStart(8, '0'));
    return new Track(EventId.parse(`${atMs.toString(36)}-${random()}`), atMs, sighting);
  }

  #news(change: VisitNews['change'], track: Track): VisitNews {
    const endedAtMs = change === 'ended' ? track.lastSeenMs : null;
    return { change, event: track.event(this.#options.cameraId, endedAtMs), picture: false, face: null };
  }
}

/** How long a track may go without a look. */
function pauseOf(track: Track, atMs: number): number {
  const stillMs = atMs - track.lastMovedMs;
  if (!track.confirmed) return stillMs < LOOK_EVERY_MS ? LOOK_EVERY_MS / 2 : Number.POSITIVE_INFINITY;
  if (track.misses > 0) return LOOK_EVERY_MS / 2;
  return Math.min(LOOK_SELDOM_MS, Math.max(LOOK_EVERY_MS, stillMs / 20));
}

/** Motion belongs to what it covers a good part of, or what it lies in. */
function movesIn(box: Box, moving: readonly Box[]): boolean {
  return moving.some((motion) => shareInside(box, motion) > 0.1 || shareInside(motion, box) > 0.5);
}
