import { describe, expect, it } from 'vitest';
import type { Crossing } from '../../../../services/contract/event.ts';
import { Line } from '../../../../services/contract/zone.ts';
import type { Feet } from '../../../../services/vision/zones/feet.ts';
import { LineCrossing } from '../../../../services/vision/zones/line-crossing.ts';
import { seeded } from '../tracks/acted-scene.ts';

/** From left to right: who looks along it has the lower part of the picture at the right hand. */
const gate = Line.parse({ name: 'Gate', from: { x: 0.2, y: 0.5 }, to: { x: 0.8, y: 0.5 } });
const size = { width: 0.1, height: 0.4 };

function at(x: number, y: number, kind: Feet['kind'] = 'seen'): Feet {
  return { kind, at: { x, y }, size };
}

/** The crossings of a way, five steps a second. */
function crossed(line: Line, way: readonly Feet[]): readonly Crossing[] {
  const crossing = new LineCrossing(line);
  return way.map((feet, step) => crossing.note(feet, step * 200)).filter((each) => each !== null);
}

function straight(
  from: readonly [number, number],
  to: readonly [number, number],
  steps = 12,
): readonly Feet[] {
  return Array.from({ length: steps }, (_, step) => {
    const share = step / (steps - 1);
    return at(from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share);
  });
}

describe('LineCrossing', () => {
  it('tells a way from the left to the right side as in, and back as out, with the time', () => {
    const down = straight([0.5, 0.3], [0.5, 0.8]);
    expect(crossed(gate, down)).toEqual([{ line: 'Gate', direction: 'in', atMs: 1400 }]);
    expect(crossed(gate, [...down, ...down.toReversed()]).map(({ direction }) => direction)).toEqual([
      'in',
      'out',
    ]);
  });

  it('tells only the direction that is asked for', () => {
    const both = [...straight([0.5, 0.3], [0.5, 0.8]), ...straight([0.5, 0.8], [0.5, 0.3])];
    expect(crossed({ ...gate, direction: 'in' }, both).map(({ direction }) => direction)).toEqual(['in']);
    expect(crossed({ ...gate, direction: 'out' }, both).map(({ direction }) => direction)).toEqual(['out']);
  });

  it('tells nothing of who walks around an end of the line', () => {
    const around = [
      ...straight([0.5, 0.3], [0.92, 0.35]),
      ...straight([0.92, 0.35], [0.92, 0.7]),
      ...straight([0.92, 0.7], [0.5, 0.7]),
    ];
    expect(crossed(gate, around)).toEqual([]);
  });

  it('tells nothing of who stands on it, however the box trembles: 200 seeds', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const random = seeded(seed);
      const trembling = Array.from({ length: 300 }, () =>
        at(0.5 + 0.02 * (random() - 0.5), 0.5 + 0.14 * (random() - 0.5)),
      );
      expect(crossed(gate, trembling)).toEqual([]);
    }
  });

  it('tells nothing of one jump, nor of a box that lost its feet, nor of feet that come out', () => {
    const below = Array.from({ length: 5 }, () => at(0.5, 0.7));
    expect(crossed(gate, [...below, at(0.5, 0.3), ...below])).toEqual([]);
    const hidden = Array.from({ length: 20 }, () => at(0.5, 0.3, 'hidden'));
    expect(crossed(gate, [...below, ...hidden, ...below])).toEqual([]);
    const above = Array.from({ length: 5 }, () => at(0.5, 0.3));
    expect(crossed(gate, [...above, at(0.5, 0.7, 'revealed'), ...below])).toEqual([]);
  });

  it('tells one who was hidden on the way', () => {
    const way = straight([0.5, 0.2], [0.5, 0.8], 20);
    expect(crossed(gate, [...way.slice(0, 6), ...way.slice(15)])).toHaveLength(1);
  });

  it('tells each straight way over any line once, in the direction of its sides: 500 lines', () => {
    const random = seeded(11);
    for (let round = 0; round < 500; round += 1) {
      const angle = random() * 2 * Math.PI;
      const [middle, along] = [
        { x: 0.5, y: 0.5 },
        { x: 0.2 * Math.cos(angle), y: 0.2 * Math.sin(angle) },
      ];
      const line = {
        ...gate,
        from: { x: middle.x - along.x, y: middle.y - along.y },
        to: { x: middle.x + along.x, y: middle.y + along.y },
      };
      // Turned by a quarter clockwise on the screen, where y points down: the right hand of who looks along the line.
      const right = { x: -along.y * 2, y: along.x * 2 };
      const from = [middle.x - right.x, middle.y - right.y] as const;
      const to = [middle.x + right.x, middle.y + right.y] as const;
      const way = straight(from, to, 15).map((feet) =>
        at(feet.at.x + 0.01 * (random() - 0.5), feet.at.y + 0.03 * (random() - 0.5)),
      );
      expect(crossed(line, way).map(({ direction }) => direction)).toEqual(['in']);
      expect(crossed(line, way.toReversed()).map(({ direction }) => direction)).toEqual(['out']);
    }
  });

  it('tells nothing of a line without a length', () => {
    expect(crossed({ ...gate, to: gate.from }, straight([0.2, 0.3], [0.2, 0.8]))).toEqual([]);
  });
});
