import type { Box } from '../../../../services/contract/box.ts';
import type { Label } from '../../../../services/contract/event.ts';
import { CameraId } from '../../../../services/contract/identifiers.ts';
import {
  areaOf,
  clipped,
  iouOf,
  overlapOf,
  shareInside,
  WHOLE_FRAME,
} from '../../../../services/vision/box-geometry.ts';
import { Tracker, type VisitNews } from '../../../../services/vision/tracks/tracks.ts';
import type { MotFrame } from './mot-metrics.ts';

/** Somebody or something on the stage. */
export interface Actor {
  readonly id: string;
  readonly label: Label;
  /** Where they are after so many seconds; null while they are not there. */
  readonly at: (seconds: number) => Box | null;
  /** What they wear: any number; different numbers look different. */
  readonly dress?: number;
}

export interface Stage {
  readonly actors: readonly Actor[];
  /** Things that hide whose feet are above their lower edge. */
  readonly screens?: readonly Box[];
  readonly seconds: number;
  readonly framesPerSecond: number;
  /** The detector sees nothing from … to, in seconds. */
  readonly gaps?: readonly (readonly [number, number])[];
  /** What else moves: branches, shadows, headlights. */
  readonly wind?: (seconds: number) => readonly Box[];
  /** Share of sightings that the detector misses. */
  readonly missing?: number;
  /** Whether colours are looked at. */
  readonly colours?: boolean;
  readonly seed: number;
}

export interface Played {
  readonly frames: readonly MotFrame[];
  readonly news: readonly VisitNews[];
  readonly tracker: Tracker;
}

const HISTOGRAM = 62;

/** Mulberry32: numbers 0..1 that are the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Plays a stage before a tracker: boxes that tremble, frames that come when they come, things that hide one another. */
export function play(stage: Stage): Played {
  const random = seeded(stage.seed);
  const normal = () => random() + random() + random() + random() - 2;
  const tracker = new Tracker({ cameraId: CameraId.parse('stage'), random: counter() });
  const frames: MotFrame[] = [];
  const news: VisitNews[] = [];
  const beganMs = 1_700_000_000_000;
  for (let seconds = 0; seconds < stage.seconds; seconds += (0.7 + 0.6 * random()) / stage.framesPerSecond) {
    const atMs = beganMs + Math.round(seconds * 1000);
    const there = seenOn(stage, seconds);
    const isBlind = (stage.gaps ?? []).some(([from, to]) => seconds >= from && seconds < to);
    const found = isBlind
      ? []
      : there
          .filter(({ hiddenBy }) => !hiddenBy || random() < 0.1)
          .filter(() => random() >= (stage.missing ?? 0.05));
    const wind = stage.wind?.(seconds) ?? [];
    const moving = [...there.filter(({ moves }) => moves).map(({ box }) => box), ...wind];
    const regions = moving.length > 0 ? [WHOLE_FRAME] : tracker.due(atMs);
    const sightings = found
      .filter(({ box }) => regions.some((region) => shareInside(box, region) > 0.7))
      .map(({ actor, box }) => ({
        label: actor.label,
        score: random() < 0.12 ? 0.35 : 0.6 + 0.3 * random(),
        box: trembling(box, normal),
        face: null,
        ...(stage.colours === false ? {} : { colours: dressOf(actor.dress ?? 0, random) }),
      }));
    news.push(...tracker.follow({ atMs, regions, moving, sightings, identify: () => ({ kind: 'unknown' }) }));
    frames.push({
      truth: there.filter(({ hiddenBy }) => !hiddenBy).map(({ actor, box }) => ({ id: actor.id, box })),
      tracks: tracker.live(atMs).map(({ eventId, box }) => ({ id: eventId, box })),
    });
  }
  return { frames, news, tracker };
}

/** Who walks from one place to another at a steady pace, between two times; feet at `y + height`. */
export function walks(
  from: readonly [x: number, y: number],
  to: readonly [x: number, y: number],
  [begin, end, width = 0.08, height = 0.35]: readonly [number, number, number?, number?],
): (seconds: number) => Box | null {
  return (seconds) => {
    if (seconds < begin || seconds > end) return null;
    const share = (seconds - begin) / (end - begin);
    const box = {
      x: from[0] + (to[0] - from[0]) * share,
      y: from[1] + (to[1] - from[1]) * share,
      width,
      height,
    };
    const inside = clipped(box);
    return areaOf(inside) > 0.4 * areaOf(box) ? inside : null;
  };
}

/** One way after another; where one ends the next should begin. */
export function inTurn(
  ...ways: readonly ((seconds: number) => Box | null)[]
): (seconds: number) => Box | null {
  return (seconds) => ways.map((way) => way(seconds)).find((box) => box !== null) ?? null;
}

function seenOn(stage: Stage, seconds: number) {
  const there = stage.actors.flatMap((actor) => {
    const whole = actor.at(seconds);
    const before = actor.at(seconds - 0.2);
    if (whole === null) return [];
    const moves = before === null || iouOf(whole, before) < 0.999;
    const box = unhidden(whole, stage.screens ?? []);
    return box === null ? [] : [{ actor, whole, box, moves }];
  });
  return there.map((one) => ({
    ...one,
    hiddenBy: there.some(
      (other) =>
        other !== one &&
        other.actor.label === one.actor.label &&
        isBefore(other, one) &&
        (iouOf(other.box, one.box) > 0.5 || shareInside(one.box, other.box) > 0.85),
    ),
  }));
}

interface Placed {
  readonly actor: Actor;
  readonly whole: Box;
}

function isBefore(a: Placed, b: Placed): boolean {
  const [near, far] = [a.whole.y + a.whole.height, b.whole.y + b.whole.height];
  return near === far ? a.actor.id < b.actor.id : near > far;
}

/** What the screens leave of somebody: the largest part that is all to see; null when it is too little. */
function unhidden(whole: Box, screens: readonly Box[]): Box | null {
  let box = whole;
  for (const screen of screens) {
    if (overlapOf(box, screen) === 0 || whole.y + whole.height > screen.y + screen.height) continue;
    const [right, bottom] = [box.x + box.width, box.y + box.height];
    const parts: readonly Box[] = [
      { ...box, height: Math.max(0, screen.y - box.y) },
      { ...box, width: Math.max(0, screen.x - box.x) },
      { ...box, x: screen.x + screen.width, width: Math.max(0, right - screen.x - screen.width) },
      { ...box, y: screen.y + screen.height, height: Math.max(0, bottom - screen.y - screen.height) },
    ];
    box = parts.reduce((best, part) => (areaOf(part) > areaOf(best) ? part : best));
  }
  return areaOf(box) < 0.35 * areaOf(whole) ? null : box;
}

function trembling(box: Box, normal: () => number): Box {
  const [left, right, top, bottom] = [normal(), normal(), normal(), normal()].map((value) => value * 0.05);
  const x = box.x + (left ?? 0) * box.width;
  const y = box.y + (top ?? 0) * box.height;
  return clipped({
    x,
    y,
    width: box.x + box.width * (1 + (right ?? 0)) - x,
    height: box.y + box.height * (1 + (bottom ?? 0)) - y,
  });
}

/** A histogram of two parts: a few colours of the dress, some of what lies behind, and noise. */
function dressOf(dress: number, random: () => number): Float32Array {
  const own = seeded(dress + 77);
  const colours = new Float32Array(HISTOGRAM).map(() => 0.1 * random());
  const half = HISTOGRAM / 2;
  for (let part = 0; part < 2; part += 1)
    for (let spot = 0; spot < 4; spot += 1) {
      const bin = part * half + Math.floor(own() * half);
      colours[bin] = (colours[bin] ?? 0) + 1 + 0.6 * random();
      const ground = part * half + spot * 3;
      colours[ground] = (colours[ground] ?? 0) + 0.5 * random();
    }
  return Float32Array.from(colours, (value, bin) => value / sumOf(colours, bin < half ? 0 : half, half));
}

function sumOf(values: Float32Array, from: number, count: number): number {
  return values.subarray(from, from + count).reduce((sum, value) => sum + value, 0);
}

function counter(): () => string {
  let count = 0;
  return () => String(count++).padStart(4, '0');
}
