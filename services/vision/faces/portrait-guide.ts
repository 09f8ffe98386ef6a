import type { Box } from '../../contract/box.ts';
import type { PortraitPose, PortraitView, Pose } from '../../contract/person.ts';
import { centreOf, isCut } from '../box-geometry.ts';
import { adviceToward, directionOf } from './portrait-poses.ts';
import { Steady } from './steady.ts';

type Advice = PortraitView['advice'];

/** A face before the camera, as far as the guide needs to know it. */
export interface PortraitFace {
  readonly box: Box;
  /** Pixels from ear to ear in the frame that is looked at. */
  readonly side: number;
  readonly pose: Pose;
  /** What is wrong with its picture, so that it would not be kept; null when it is good. */
  readonly flaw: 'dark' | 'bright' | 'blurred' | 'covered' | null;
}

export interface PortraitSight {
  readonly atMs: number;
  readonly faces: readonly PortraitFace[];
}

const ADVICE_STAYS_MS = 1000;
const ADVICE_SETTLES_MS = 150;
/** Two frames in which the head moved by less than this share of its width, and turned less than so many degrees, are still. */
const STILL_SHARE = 0.08;
const STILL_DEGREES = 6;
const STILL_WITHIN_MS = 1600;
const LEAST_SIDE = 56;
const TALLEST = 0.6;
/** Somebody whose face is this share of the nearest one's stands close by, and no longer in the background. */
const BYSTANDER = 0.5;
/** Looking up and down helps, but nobody is kept waiting for it longer than this, each. */
const NOD_PATIENCE_MS = 8000;
/** After a face of another person no other is taken for so long. */
const STRANGER_PAUSE_MS = 2000;
const ORDER: readonly PortraitPose[] = ['front', 'left', 'right', 'up', 'down'];

/**
 * What to tell somebody who is enrolled before a camera, and when to take a face: pure, told frame by frame. The front comes
 * first, since pitch is judged from it; then whatever direction they look in.
 */
export class PortraitGuide {
  readonly #steady = new Steady<Advice>({ leastMs: ADVICE_STAYS_MS, settleMs: ADVICE_SETTLES_MS });
  #taken: readonly PortraitPose[] = [];
  #givenUp: readonly PortraitPose[] = [];
  #level: number | null = null;
  #last: { readonly atMs: number; readonly face: PortraitFace } | null = null;
  #waitedMs = 0;
  #strangeUntilMs = 0;
  #view: PortraitView = { box: null, pose: null, taken: [], advice: 'nobody' };

  get view(): PortraitView {
    return this.#view;
  }

  /** Looks at a frame; the direction for which the face in it should be taken, if it should. */
  see({ atMs, faces }: PortraitSight): PortraitPose | null {
    const face = aloneOf(faces);
    const before = this.#last;
    this.#last = face === null ? null : { atMs, face };
    const wanted = this.#wanted();
    const problem = problemOf(faces) ?? (atMs < this.#strangeUntilMs ? 'alone_please' : null);
    if (face === null || problem !== null || wanted === null) {
      this.#say(wanted === null ? 'done' : (problem ?? 'nobody'), { atMs, face });
      return null;
    }
    this.#wait(wanted, before === null ? 0 : atMs - before.atMs);
    const direction = directionOf(face.pose, this.#level);
    const isNew = direction !== null && !this.#taken.includes(direction);
    const wasThere = before !== null && directionOf(before.face.pose, this.#level) === direction;
    if (isNew && wasThere && isStill(before, { atMs, face })) return direction;
    this.#say(isNew ? 'hold_still' : (adviceToward(wanted, face.pose, this.#level) ?? 'hold_still'), {
      atMs,
      face,
    });
    return null;
  }

  /** Whether a closer look at the face still shows what `see` asked for. */
  fits(direction: PortraitPose, face: PortraitFace): boolean {
    return face.flaw === null && directionOf(face.pose, this.#level) === direction;
  }

  /** The face that `see` asked for was taken. */
  took(pose: PortraitPose): void {
    const { atMs = 0, face } = this.#last ?? {};
    if (pose === 'front' && face !== undefined) this.#level = face.pose.pitch;
    this.#taken = [...this.#taken, pose];
    this.#waitedMs = 0;
    const wanted = this.#wanted();
    const next = wanted === null ? 'done' : face && adviceToward(wanted, face.pose, this.#level);
    this.#say(next ?? 'hold_still', { atMs, face: face ?? null }, true);
  }

  /** The face that `see` asked for can't be kept after all. `stranger`: it is another person's than those before, who may come back. */
  refused(why: 'poor' | 'stranger'): void {
    const { atMs = 0, face = null } = this.#last ?? {};
    this.#last = null;
    if (why === 'stranger') this.#strangeUntilMs = atMs + STRANGER_PAUSE_MS;
    this.#say(why === 'stranger' ? 'alone_please' : 'hold_still', { atMs, face }, why === 'stranger');
  }

  /** The next direction to ask for; null when enough was taken. */
  #wanted(): PortraitPose | null {
    return ORDER.find((pose) => !this.#taken.includes(pose) && !this.#givenUp.includes(pose)) ?? null;
  }

  #wait(wanted: PortraitPose, passedMs: number): void {
    if (wanted !== 'up' && wanted !== 'down') return;
    this.#waitedMs += Math.min(passedMs, STILL_WITHIN_MS);
    if (this.#waitedMs < NOD_PATIENCE_MS) return;
    this.#givenUp = [...this.#givenUp, wanted];
    this.#waitedMs = 0;
  }

  #say(
    right: Advice,
    { atMs, face }: { readonly atMs: number; readonly face: PortraitFace | null },
    urgent = false,
  ): void {
    const advice = this.#steady.say(right, atMs, urgent || right === 'done');
    this.#view = { box: face?.box ?? null, pose: face?.pose ?? null, taken: this.#taken, advice };
  }
}

/** The one face that counts; null when there is none, or several. */
function aloneOf(faces: readonly PortraitFace[]): PortraitFace | null {
  const [largest, ...others] = faces.toSorted((a, b) => b.side - a.side);
  if (largest === undefined || others.some(({ side }) => side >= BYSTANDER * largest.side)) return null;
  return largest;
}

/** Why no face can be taken whatever its pose; null when one can. */
function problemOf(faces: readonly PortraitFace[]): Advice | null {
  if (faces.length === 0) return 'nobody';
  const face = aloneOf(faces);
  if (face === null) return 'alone_please';
  if (face.side < LEAST_SIDE) return 'come_closer';
  if (face.box.height > TALLEST || isCut(face.box)) return 'step_back';
  return face.flaw === null ? null : adviceOn[face.flaw];
}

const adviceOn = {
  dark: 'more_light',
  bright: 'less_light',
  blurred: 'hold_still',
  covered: 'uncover_face',
} as const;

interface Look {
  readonly atMs: number;
  readonly face: PortraitFace;
}

function isStill(before: Look, now: Look): boolean {
  if (now.atMs - before.atMs > STILL_WITHIN_MS) return false;
  const [from, to] = [centreOf(before.face.box), centreOf(now.face.box)];
  const { width, height } = now.face.box;
  const moved = Math.hypot((to.x - from.x) / width, (to.y - from.y) / height);
  const grown = Math.abs(Math.log(now.face.side / before.face.side));
  const [a, b] = [before.face.pose, now.face.pose];
  const turned = Math.max(Math.abs(a.yaw - b.yaw), Math.abs(a.pitch - b.pitch), Math.abs(a.roll - b.roll));
  return moved < STILL_SHARE && grown < STILL_SHARE && turned < STILL_DEGREES;
}
