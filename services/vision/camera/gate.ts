import type { CameraState } from '../../contract/camera.ts';
import type { Groups, Unit } from './groups.ts';

/** A unit on its way to the decoder. `glance`: of a key frame that is only looked at to see whether anything changed. */
export interface Passed extends Unit {
  readonly glance: boolean;
}

export type Decoding = Extract<CameraState, { kind: 'live' }>['decoding'];

/** A background must be learnt before a key frame can differ from it. */
const LEARN_MS = 10_000;
/** Nothing moved for this long: back to key frames. */
const QUIET_MS = 5_000;
/** Sparser key frames would miss visits of a few seconds. */
const LONGEST_GOP_MS = 4_200;
/** ffmpeg gives a picture out when the next one comes: one more picture behind a key frame saves waiting for the next. */
const KICKS = 1;
/** A scene that keeps the gate awake for more than this share of the time never rests: there is nothing to save. */
const RESTLESS = 0.6;
const JUDGED_MS = 120_000;
const RESTLESS_MS = 600_000;

/**
 * Lets through to the decoder only what matters: of a scene at rest the key frames; when one differs, everything from the
 * key frame before it on, so that nothing of what happened is missed.
 *
 * The motion detector decides what differs, and says so by `moved`. Sizes of packets were tried as a trigger and are none.
 * Times are milliseconds since 1970.
 */
export class Gate {
  readonly #groups: Groups;
  #awake = true;
  #wakeUntilMs: number;
  #restlessUntilMs = 0;
  #sinceKey = 0;
  #lastKeyMs = 0;
  #judged: { readonly sinceMs: number; readonly awakeMs: number };
  #lastMs: number;

  /** @param groups the stream's own: each unit is in it before it is taken here. */
  constructor(groups: Groups, nowMs: number) {
    this.#groups = groups;
    this.#wakeUntilMs = nowMs + LEARN_MS;
    this.#judged = { sinceMs: nowMs, awakeMs: 0 };
    this.#lastMs = nowMs;
  }

  get decoding(): Decoding {
    if (!this.#awake) return 'key_frames';
    return this.#restlessUntilMs > 0 ? 'all' : 'woken';
  }

  /** Takes the next unit of the camera; gives what of it must be decoded. */
  take(unit: Unit): readonly Passed[] {
    this.#judge(unit.atMs);
    this.#sinceKey = unit.chunk.key ? 0 : this.#sinceKey + 1;
    if (unit.chunk.key) {
      this.#lastKeyMs = unit.atMs;
      this.#mayRest(unit.atMs);
    } else if (!this.#awake && unit.atMs - this.#lastKeyMs > LONGEST_GOP_MS) return this.#wake(unit.atMs);
    if (this.#awake) return [{ ...unit, glance: false }];
    return this.#sinceKey <= KICKS ? [{ ...unit, glance: true }] : [];
  }

  /** What the motion detector says of the last picture; gives what must be decoded now that was not. */
  moved(moving: boolean, nowMs: number): readonly Passed[] {
    if (!moving) return [];
    this.#wakeUntilMs = Math.max(this.#wakeUntilMs, nowMs + QUIET_MS);
    if (this.#awake) return [];
    this.#awake = true;
    return this.#groups.both.map((unit) => ({ ...unit, glance: false }));
  }

  /** The next key frame keeps us waiting: what has come since the last one is looked at. */
  #wake(nowMs: number): readonly Passed[] {
    this.#awake = true;
    this.#wakeUntilMs = nowMs + QUIET_MS;
    return this.#groups.last.map((unit) => ({ ...unit, glance: false }));
  }

  /** At a key frame: rests when it is time to, and when key frames come often enough. */
  #mayRest(nowMs: number): void {
    const busy = nowMs < Math.max(this.#wakeUntilMs, this.#restlessUntilMs);
    if (!this.#awake || busy || this.#groups.gopMs > LONGEST_GOP_MS) return;
    this.#restlessUntilMs = 0;
    this.#awake = false;
  }

  #judge(nowMs: number): void {
    const { sinceMs, awakeMs } = this.#judged;
    this.#judged = { sinceMs, awakeMs: awakeMs + (this.#awake ? nowMs - this.#lastMs : 0) };
    this.#lastMs = nowMs;
    const spanMs = nowMs - sinceMs;
    if (spanMs < JUDGED_MS && nowMs >= this.#restlessUntilMs) return;
    const isRestless = nowMs >= this.#restlessUntilMs && this.#judged.awakeMs > RESTLESS * spanMs;
    if (this.#awake && isRestless) this.#restlessUntilMs = nowMs + RESTLESS_MS;
    this.#judged = { sinceMs: nowMs, awakeMs: 0 };
  }
}
