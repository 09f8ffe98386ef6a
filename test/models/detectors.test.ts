import { expect, it } from 'vitest';
import { decodeBlazeface } from '../../models/blazeface.ts';
import { decodeCentre, strongest } from '../../models/centernet.ts';
import { levelledSquare, squareAround } from '../../models/face-landmarks.ts';
import { apply } from '../../models/alignment.ts';
import type { ScoredBox } from '../../models/pixel-box.ts';
import { decodeYolox } from '../../models/yolox-nano.ts';
import { decodeYunet } from '../../models/yunet.ts';

/** To four decimals: decoded from 32-bit floats. */
function rounded<T extends ScoredBox>(box: T): T {
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  const { x, y, width, height, score } = box;
  return {
    ...box,
    x: round(x),
    y: round(y),
    width: round(width),
    height: round(height),
    score: round(score),
  };
}

it('decodeBlazeface counts offsets from the middle of the cell', () => {
  // Three columns, two anchors a cell: the anchor 9 is the second one of cell 4, in the middle column of row 1.
  const logits = { data: new Float32Array(12).fill(-9), shape: [1, 12, 1] };
  const boxes = { data: new Float32Array(12 * 16), shape: [1, 12, 16] };
  logits.data[9] = Math.log(0.8 / 0.2);
  boxes.data.set([2, -1, 20, 30], 9 * 16);
  const found = decodeBlazeface(logits, boxes, { columns: 3, stride: 16, anchors: 2 });
  expect(found.map(rounded)).toEqual([{ x: 16, y: 8, width: 20, height: 30, score: 0.8 }]);
});

it('decodeYunet counts offsets from the corner of the cell', () => {
  const face = { data: Float32Array.of(0, 0, 0, 0.81), shape: [1, 4, 1] };
  const object = { data: Float32Array.of(1, 1, 1, 1.5), shape: [1, 4, 1] };
  const boxes = { data: new Float32Array(16), shape: [1, 4, 4] };
  boxes.data.set([0.5, 0.25, Math.log(2), 0], 12);
  const found = decodeYunet({ face, object, boxes }, { columns: 2, stride: 8 });
  expect(found.map(rounded)).toEqual([{ x: 4, y: 6, width: 16, height: 8, score: 0.9 }]);
});

it('centernet: the strongest class of a cell counts, and only peaks do', () => {
  const maps = { data: new Float32Array(3 * 4), shape: [1, 3, 2, 2] };
  maps.data.set([0.1, 0.9, 0, 0, /* map 1 */ 0.5, 0.2, 0, 0.4, /* map 2 */ 0, 0.6, 0, 0]);
  const vehicles = strongest(maps, 1, 2);
  expect(vehicles).toEqual({ data: Float32Array.of(0.5, 0.6, 0, 0.4), shape: [2, 2] });
  const sizes = {
    data: Float32Array.from({ length: 16 }, (_, i) => 10 * (Math.floor(i / 4) + 1)),
    shape: [1, 4, 2, 2],
  };
  expect(decodeCentre(vehicles, sizes, 'vehicle').map(rounded)).toEqual([
    { label: 'vehicle', score: 0.6, x: -6, y: -20, width: 40, height: 60 },
  ]);
});

it('decodeYolox reads three grids and collapses the classes', () => {
  const rows = 16 + 4 + 1;
  const data = new Float32Array(rows * 85);
  // The second cell of the grid of stride 16 (32 pixels wide: 2 × 2 cells) sees a truck (class 7).
  const at = (16 + 1) * 85;
  data.set([0.5, 0.5, Math.log(2), 0, 0.9], at);
  data[at + 5 + 7] = 0.8;
  // The grid of stride 32 sees a chair (class 56), which nobody asked for.
  data[20 * 85 + 4] = 1;
  data[20 * 85 + 5 + 56] = 1;
  expect(decodeYolox({ data, shape: [1, rows, 85] }, 32).map(rounded)).toEqual([
    {
      label: 'vehicle',
      score: 0.72,
      x: 8,
      y: 0,
      width: 32,
      height: 16,
    },
  ]);
});

it('squareAround puts the box, with its margin, into the 112 pixels of the network', () => {
  const square = squareAround({ x: 100, y: 50, width: 40, height: 56 }, 2);
  expect(apply(square, { x: 120, y: 78 })).toEqual({ x: 56, y: 56 });
  expect(apply(square, { x: 64, y: 22 })).toEqual({ x: 0, y: 0 });
});

it('levelledSquare turns the eyes level', () => {
  const points = Array.from({ length: 68 }, () => ({ x: 50, y: 60 }));
  for (let i = 36; i < 42; i += 1) points[i] = { x: 40, y: 40 };
  for (let i = 42; i < 48; i += 1) points[i] = { x: 60, y: 60 };
  const square = levelledSquare(points, 1.2);
  const right = apply(square, { x: 40, y: 40 });
  const left = apply(square, { x: 60, y: 60 });
  expect(left.y).toBeCloseTo(right.y);
  expect(left.x).toBeGreaterThan(right.x);
});
