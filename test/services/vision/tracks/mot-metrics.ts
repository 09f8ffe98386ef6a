import type { Box } from '../../../../services/contract/box.ts';
import { iouOf } from '../../../../services/vision/box-geometry.ts';

/** A box with the identity of who is in it. */
export interface Named {
  readonly id: string;
  readonly box: Box;
}

/** What was there, and what a tracker said, at one moment. */
export interface MotFrame {
  readonly truth: readonly Named[];
  readonly tracks: readonly Named[];
}

/** CLEAR MOT (Bernardin & Stiefelhagen 2008) and IDF1 (Ristani et al. 2016). */
export interface MotFigures {
  /** 0..1: how long things were followed under one identity. */
  readonly idf1: number;
  /** A thing went on under another identity. */
  readonly switches: number;
  /** A thing was lost and found again. */
  readonly fragmentations: number;
}

const SAME = 0.5;

export function motFigures(frames: readonly MotFrame[]): MotFigures {
  const last = new Map<string, { readonly track: string; readonly frame: number }>();
  const together = new Map<string, Map<string, number>>();
  let [switches, fragmentations, boxes] = [0, 0, 0];
  const seenIn = new Map<string, number>();
  for (const [frame, { truth, tracks }] of frames.entries()) {
    boxes += truth.length + tracks.length;
    for (const { id } of truth) seenIn.set(id, (seenIn.get(id) ?? 0) + 1);
    for (const [id, track] of matched(truth, tracks, (who) => last.get(who)?.track ?? null)) {
      const before = last.get(id);
      if (before !== undefined && before.track !== track) switches += 1;
      if (before !== undefined && (seenIn.get(id) ?? 0) - before.frame > 1) fragmentations += 1;
      last.set(id, { track, frame: seenIn.get(id) ?? frame });
      const row = together.get(id) ?? new Map<string, number>();
      together.set(id, row.set(track, (row.get(track) ?? 0) + 1));
    }
  }
  return { idf1: boxes === 0 ? 1 : (2 * mostTogether(together)) / boxes, switches, fragmentations };
}

/** Who is followed by which track in a frame; who was followed by one before keeps it while they overlap. */
function matched(
  truth: readonly Named[],
  tracks: readonly Named[],
  before: (id: string) => string | null,
): readonly (readonly [string, string])[] {
  const pairs = truth
    .flatMap((who) =>
      tracks.map((track) => {
        const iou = iouOf(who.box, track.box);
        return { id: who.id, track: track.id, iou, rank: iou + (before(who.id) === track.id ? 1 : 0) };
      }),
    )
    .filter(({ iou }) => iou >= SAME)
    .sort((a, b) => b.rank - a.rank);
  const chosen: { readonly id: string; readonly track: string }[] = [];
  for (const { id, track } of pairs)
    if (!chosen.some((pair) => pair.id === id || pair.track === track)) chosen.push({ id, track });
  return chosen.map(({ id, track }) => [id, track]);
}

/** The most frames in which things and tracks agree, each with one partner: tried out, since there are few. */
function mostTogether(together: ReadonlyMap<string, ReadonlyMap<string, number>>): number {
  const rows = [...together.values()];
  const most = (row: number, taken: readonly string[]): number => {
    const options = rows[row];
    if (options === undefined) return 0;
    const shares = [...options]
      .filter(([track]) => !taken.includes(track))
      .map(([track, frames]) => frames + most(row + 1, [...taken, track]));
    return Math.max(most(row + 1, taken), ...shares);
  };
  return most(0, []);
}
