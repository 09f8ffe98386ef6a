import type { Box } from '../../../services/contract/box.ts';

export interface WallArea {
  readonly width: number;
  readonly height: number;
  /** Between two pictures. */
  readonly gap: number;
}

type Row = readonly number[];
type Packing = readonly Box[];

/** Below 1, so that two pictures of middling size are worth more than a large and a tiny one of the same area together. */
const worthOfArea = 0.75;
/** How much it is worth that the smallest picture is not far smaller than the largest. */
const worthOfFairness = 0.25;

/**
 * Where the pictures of a wall stand, in the wall's own pixels: each in its own shape, none cut off, in their order, as large as
 * they can be together. Packed in rows that fill the width, in rows of one height, or the same in columns, whichever shows
 * most. `aspects` are widths divided by heights.
 */
export function packedWall(aspects: readonly number[], wall: WallArea): Packing {
  const upright = { width: wall.height, height: wall.width, gap: wall.gap };
  const flat = aspects.map((aspect) => 1 / aspect);
  const packings = aspects.flatMap((_, index) => [
    ...packingsOf(balancedRows(aspects, index + 1), wall),
    ...packingsOf(balancedRows(flat, index + 1), upright).map((packing) => packing.map(turned)),
  ]);
  return raised(
    packings.reduce<Packing>((best, one) => (worthOf(one) > worthOf(best) * 1.001 ? one : best), []),
  );
}

/** Columns stand in the middle of the height that there is, but a wall begins at its top. */
function raised(packing: Packing): Packing {
  const top = Math.min(...packing.map(({ y }) => y));
  return packing.map((box) => ({ ...box, y: box.y - top }));
}

/** The height that a packing takes. */
export function heightOf(packing: Packing): number {
  return Math.max(0, ...packing.map(({ y, height }) => y + height));
}

function worthOf(packing: Packing): number {
  const areas = packing.map(({ width, height }) => width * height);
  const fairness = (Math.min(...areas) / Math.max(...areas)) ** worthOfFairness;
  return areas.length === 0 ? 0 : fairness * areas.reduce((sum, area) => sum + area ** worthOfArea, 0);
}

function packingsOf(rows: readonly Row[], wall: WallArea): readonly Packing[] {
  return [filled(rows, wall), even(rows, wall)];
}

/** All rows as wide as the widest: a row of few is higher. */
function filled(rows: readonly Row[], { width, height, gap }: WallArea): Packing {
  const between = (row: Row) => gap * (row.length - 1);
  const perWidth = rows.reduce((sum, row) => sum + 1 / sumOf(row), 0);
  const forGaps = rows.reduce((sum, row) => sum + between(row) / sumOf(row), 0);
  const fitting = Math.min(width, (height - gap * (rows.length - 1) + forGaps) / perWidth);
  return placed(
    rows,
    rows.map((row) => (fitting - between(row)) / sumOf(row)),
    { width, height, gap },
  );
}

/** All rows of one height. */
function even(rows: readonly Row[], wall: WallArea): Packing {
  const { width, height, gap } = wall;
  const widest = Math.min(...rows.map((row) => (width - gap * (row.length - 1)) / sumOf(row)));
  const each = Math.min(widest, (height - gap * (rows.length - 1)) / rows.length);
  return placed(
    rows,
    rows.map(() => each),
    wall,
  );
}

/** From the top on, each row in the middle; nothing where there is no room. */
function placed(rows: readonly Row[], heights: readonly number[], { width, gap }: WallArea): Packing {
  if (heights.some((height) => !(height > 0))) return [];
  let y = 0;
  return rows.flatMap((row, index) => {
    const height = heights[index] ?? 0;
    const taken = sumOf(row) * height + gap * (row.length - 1);
    let x = (width - taken) / 2;
    const boxes = row.map((aspect) => {
      const box = { x, y, width: aspect * height, height };
      x += box.width + gap;
      return box;
    });
    y += height + gap;
    return boxes;
  });
}

/** Splits into so many rows that the widest is as narrow as it can be, keeping the order (the linear partition). */
function balancedRows(aspects: readonly number[], count: number): readonly Row[] {
  if (count <= 1) return [aspects];
  let best: readonly Row[] = [];
  let narrowest = Infinity;
  for (let last = 1; last <= aspects.length - count + 1; last += 1) {
    const tail = aspects.slice(aspects.length - last);
    if (sumOf(tail) >= narrowest) break;
    const rows = [...balancedRows(aspects.slice(0, aspects.length - last), count - 1), tail];
    const widest = Math.max(...rows.map(sumOf));
    if (widest >= narrowest) continue;
    narrowest = widest;
    best = rows;
  }
  return best;
}

function sumOf(row: Row): number {
  return row.reduce((sum, aspect) => sum + aspect, 0);
}

function turned({ x, y, width, height }: Box): Box {
  return { x: y, y: x, width: height, height: width };
}
