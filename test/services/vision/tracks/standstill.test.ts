import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../services/contract/box.ts';
import { hasMoved, Standstill, travelOf } from '../../../../services/vision/tracks/standstill.ts';
import { type Actor, inTurn, play, type Stage, walks } from './acted-scene.ts';

const place: Box = { x: 0.4, y: 0.5, width: 0.3, height: 0.2 };
const seeds = [1, 2, 3, 4, 5, 6];

/** What began and ended, in their order. */
function toldOf(stage: Omit<Stage, 'seed' | 'framesPerSecond'>, seed: number): readonly string[] {
  return play({ framesPerSecond: 2 + seed, ...stage, seed })
    .news.filter(({ change }) => change !== 'updated')
    .map(({ change, event }) => `${event.label} ${change}`);
}

const car = (at: Actor['at']): Actor => ({ id: 'car', label: 'vehicle', at, dress: 9 });
const stays = (box: Box, from: number, to: number) =>
  walks([box.x, box.y], [box.x, box.y], [from, to, box.width, box.height]);
const size = [place.width, place.height] as const;

describe('travelOf', () => {
  it('is nothing for a thing of which a passer-by hides a part', () => {
    expect(travelOf(place, { ...place, width: 0.12 })).toBeCloseTo(0);
    expect(travelOf(place, { ...place, x: 0.55, width: 0.15 })).toBeCloseTo(0);
    expect(hasMoved('vehicle', place, { ...place, x: 0.5, width: 0.2 })).toBe(false);
  });

  it('is what both edges went, as a share of the size', () => {
    expect(travelOf(place, { ...place, x: 0.46 })).toBeCloseTo(0.2);
    expect(hasMoved('vehicle', place, { ...place, x: 0.46 })).toBe(true);
    expect(hasMoved('animal', place, { ...place, x: 0.46 })).toBe(false);
  });

  it('is seen in what comes straight on', () => {
    expect(hasMoved('vehicle', place, { x: 0.34, y: 0.46, width: 0.42, height: 0.28 })).toBe(true);
  });
});

describe('Standstill', () => {
  it('believes no single jump', () => {
    const still = new Standstill('vehicle', place, 0);
    still.note({ ...place, x: 0.6 }, 1000);
    still.note(place, 2000);
    expect([still.sinceMs, still.hasTravelled]).toEqual([0, false]);
    for (const atMs of [3000, 4000]) still.note({ ...place, x: 0.6 }, atMs);
    expect([still.sinceMs, still.hasTravelled, still.place.x]).toEqual([4000, true, 0.6]);
  });
});

describe('what stands still, over seeded scenes', () => {
  it.each(seeds)('tells a car that arrives and parks once, and once when it leaves (seed %i)', (seed) => {
    const arrives = walks([-0.2, 0.5], [place.x, place.y], [1, 5, ...size]);
    const leaves = walks([place.x, place.y], [1.1, 0.5], [400, 404, ...size]);
    const walker = walks([0.05, 0.4], [0.9, 0.4], [150, 158]);
    const told = toldOf(
      {
        seconds: 420,
        actors: [
          car(inTurn(arrives, stays(place, 5, 400), leaves)),
          { id: 'walker', label: 'person', at: walker, dress: 1 },
        ],
        wind: (seconds) =>
          seconds % 20 < 5 && seconds > 90 && seconds < 390
            ? [{ x: 0.35, y: 0.45, width: 0.4, height: 0.3 }]
            : [],
      },
      seed,
    );
    expect(told).toEqual([
      'vehicle began',
      'vehicle ended',
      'person began',
      'person ended',
      'vehicle began',
      'vehicle ended',
    ]);
  });

  it.each(seeds)(
    'tells nothing of a car that was there before, whoever walks by and hides it (seed %i)',
    (seed) => {
      const walker = (from: number): Actor['at'] =>
        walks([0.05, 0.45], [0.9, 0.45], [from, from + 7, 0.09, 0.4]);
      const told = toldOf(
        {
          seconds: 120,
          actors: [
            car(stays(place, 0, 120)),
            { id: 'walker', label: 'person', at: inTurn(walker(5), walker(40), walker(80)), dress: 1 },
          ],
          screens: [{ x: 0.4, y: 0.62, width: 0.1, height: 0.1 }],
          wind: (seconds) => (seconds > 60 && seconds < 75 ? [place] : []),
        },
        seed,
      );
      expect(told.filter((text) => text.startsWith('vehicle'))).toEqual([]);
      expect(told.filter((text) => text === 'person began')).toHaveLength(3);
    },
  );

  it.each(seeds)(
    'tells a second car that parks beside the first, and that one of them leaves (seed %i)',
    (seed) => {
      const [left, right]: readonly Box[] = [
        { x: 0.15, y: 0.5, width: 0.3, height: 0.2 },
        { x: 0.5, y: 0.5, width: 0.3, height: 0.2 },
      ];
      if (left === undefined || right === undefined) throw new Error('there are two places');
      const second: Actor = {
        id: 'second',
        label: 'vehicle',
        at: inTurn(walks([1.1, 0.5], [right.x, right.y], [100, 104, ...size]), stays(right, 104, 300)),
        dress: 4,
      };
      const first = inTurn(stays(left, 0, 220), walks([left.x, left.y], [-0.3, 0.5], [220, 224, ...size]));
      const told = toldOf({ seconds: 300, actors: [car(first), second] }, seed);
      expect(told).toEqual(['vehicle began', 'vehicle ended', 'vehicle began', 'vehicle ended']);
    },
  );

  it.each(seeds)('makes one visit of twenty minutes on a bench (seed %i)', (seed) => {
    const bench: Box = { x: 0.5, y: 0.45, width: 0.1, height: 0.3 };
    const sits = inTurn(
      walks([0.02, 0.4], [bench.x, bench.y], [1, 8, 0.1, 0.3]),
      stays(bench, 8, 1208),
      walks([bench.x, bench.y], [0.95, 0.4], [1208, 1215, 0.1, 0.3]),
    );
    const stage = {
      seconds: 1230,
      framesPerSecond: 2,
      actors: [{ id: 'a', label: 'person', at: sits } as const],
    };
    const { news } = play({ ...stage, seed });
    const told = news.filter(({ change }) => change !== 'updated');
    expect(told.map(({ change }) => change)).toEqual(['began', 'ended']);
    const [began, ended] = told;
    expect(((ended?.event.endedAtMs ?? 0) - (began?.event.beganAtMs ?? 0)) / 1000).toBeGreaterThan(1208);
  });

  it.each(seeds)(
    'ends the visit of a dog that has slept for ten minutes, until it gets up (seed %i)',
    (seed) => {
      const basket: Box = { x: 0.5, y: 0.6, width: 0.12, height: 0.1 };
      const sleeps = inTurn(
        walks([0.02, 0.6], [basket.x, basket.y], [1, 6, 0.12, 0.1]),
        stays(basket, 6, 1000),
        walks([basket.x, basket.y], [1, 0.6], [1000, 1006, 0.12, 0.1]),
      );
      const wind = (seconds: number) => (seconds % 50 < 3 ? [basket] : []);
      expect(
        toldOf({ seconds: 1030, actors: [{ id: 'dog', label: 'animal', at: sleeps }], wind }, seed),
      ).toEqual(['animal began', 'animal ended', 'animal began', 'animal ended']);
    },
  );

  it('still knows what is parked when the camera was lost and is back', () => {
    const arrives = walks([-0.2, 0.5], [place.x, place.y], [1, 5, ...size]);
    const { tracker } = play({
      seconds: 90,
      framesPerSecond: 5,
      actors: [car(inTurn(arrives, stays(place, 5, 90)))],
      seed: 1,
    });
    expect(tracker.end()).toEqual([]);
    const atMs = 1_700_000_200_000;
    const drive = (step: number) =>
      tracker.follow({
        atMs: atMs + step * 200,
        regions: [{ x: 0, y: 0, width: 1, height: 1 }],
        moving: [place],
        sightings: [
          { label: 'vehicle', score: 0.9, box: { ...place, x: place.x + step * 0.03 }, face: null },
        ],
        identify: () => ({ kind: 'unknown' }),
      });
    const told = Array.from({ length: 12 }, (_, step) => drive(step)).flat();
    expect(told.map(({ change }) => change)[0]).toBe('began');
  });
});
