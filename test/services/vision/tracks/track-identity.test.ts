import { describe, expect, it } from 'vitest';
import { type Actor, play, type Stage, inTurn, walks } from './acted-scene.ts';
import { type MotFigures, motFigures } from './mot-metrics.ts';

const seeds = Array.from({ length: 20 }, (_, seed) => seed + 1);

type Scene = (seed: number) => Omit<Stage, 'seed'>;

const person = (id: string, at: Actor['at'], dress = 0): Actor => ({ id, label: 'person', at, dress });
const post = { x: 0.45, y: 0.1, width: 0.12, height: 0.8 };
const car = { x: 0.35, y: 0.3, width: 0.3, height: 0.4 };

/** Scenes that every house has; speeds and rates change with the seed. */
const scenes: Readonly<Record<string, Scene>> = {
  'two cross': (seed) => ({
    seconds: 9,
    framesPerSecond: 3 + (seed % 5),
    actors: [
      person('a', walks([0.05, 0.4], [0.85, 0.4], [0, 5 + (seed % 4)]), 1),
      person('b', walks([0.85, 0.43], [0.05, 0.43], [0, 5 + ((seed * 3) % 4)]), 2),
    ],
  }),
  'two meet and turn back': (seed) => ({
    seconds: 12,
    framesPerSecond: 3 + (seed % 5),
    actors: [
      person(
        'a',
        inTurn(
          walks([0.05, 0.4], [0.44, 0.4], [0, 4]),
          walks([0.44, 0.4], [0.44, 0.4], [4, 6.5]),
          walks([0.44, 0.4], [0.05, 0.4], [6.5, 11]),
        ),
        1,
      ),
      person(
        'b',
        inTurn(
          walks([0.85, 0.42], [0.46, 0.42], [0, 4]),
          walks([0.46, 0.42], [0.46, 0.42], [4, 6]),
          walks([0.46, 0.42], [0.85, 0.42], [6, 11]),
        ),
        2,
      ),
    ],
  }),
  'behind a post': (seed) => ({
    seconds: 9,
    framesPerSecond: 2 + (seed % 6),
    screens: [post],
    actors: [person('a', walks([0.05, 0.4], [0.85, 0.4], [0, 8 + (seed % 3)]), 1)],
  }),
  'ten seconds behind a car': (seed) => ({
    seconds: 20,
    framesPerSecond: 2 + (seed % 6),
    screens: [car],
    actors: [
      person(
        'a',
        inTurn(
          walks([0.05, 0.35], [0.45, 0.35], [0, 4, 0.08, 0.3]),
          walks([0.45, 0.35], [0.5, 0.35], [4, 10 + (seed % 3), 0.08, 0.3]),
          walks([0.5, 0.35], [0.9, 0.35], [10 + (seed % 3), 15 + (seed % 3), 0.08, 0.3]),
        ),
        1,
      ),
    ],
  }),
  'one after the other behind a post': (seed) => ({
    seconds: 11,
    framesPerSecond: 3 + (seed % 5),
    screens: [post],
    actors: [
      person('a', walks([0.1, 0.4], [0.9, 0.4], [0, 8]), 1),
      person('b', walks([0.05, 0.41], [0.9, 0.41], [1.5, 10]), 2),
    ],
  }),
  'three in a crowd': (seed) => ({
    seconds: 10,
    framesPerSecond: 2 + (seed % 6),
    actors: [
      person('a', walks([0.05, 0.4], [0.85, 0.44], [0, 7]), 1),
      person('b', walks([0.85, 0.43], [0.05, 0.38], [0, 8]), 2),
      person('c', walks([0.45, 0.2], [0.5, 0.55], [0, 9]), 3),
    ],
  }),
  'a detector that misses a third, and all for two seconds': (seed) => ({
    seconds: 10,
    framesPerSecond: 3 + (seed % 5),
    missing: 0.33,
    gaps: [[4, 6]],
    actors: [person('a', walks([0.05, 0.4], [0.85, 0.4], [0, 9]), 1)],
  }),
  'feet hidden by a hedge': (seed) => ({
    seconds: 9,
    framesPerSecond: 3 + (seed % 5),
    screens: [{ x: 0.3, y: 0.58, width: 0.4, height: 0.25 }],
    actors: [person('a', walks([0.05, 0.4], [0.85, 0.4], [0, 8]), 1)],
  }),
};

interface Figures extends MotFigures {
  /** More events than visitors. */
  readonly split: number;
}

function figuresOf(scene: Scene, colours: boolean): Figures {
  const each = seeds.map((seed) => {
    const stage = scene(seed);
    const { frames, news } = play({ ...stage, colours, seed });
    const began = news.filter(({ change }) => change === 'began').length;
    return { ...motFigures(frames), split: began - stage.actors.length };
  });
  const sum = (key: keyof Figures): number => each.reduce((total, one) => total + one[key], 0);
  return {
    idf1: Math.round((1000 * sum('idf1')) / each.length) / 1000,
    switches: sum('switches'),
    fragmentations: sum('fragmentations'),
    split: sum('split'),
  };
}

/** What must hold over all seeds: a tracker without memory of hidden ones, speeds or colours fails one or more of these. */
const goals: Readonly<Record<string, { readonly idf1: number; readonly switches: number }>> = {
  'two cross': { idf1: 0.87, switches: 0 },
  'two meet and turn back': { idf1: 0.82, switches: 8 },
  'behind a post': { idf1: 0.86, switches: 0 },
  'ten seconds behind a car': { idf1: 0.8, switches: 0 },
  'one after the other behind a post': { idf1: 0.83, switches: 2 },
  'three in a crowd': { idf1: 0.88, switches: 2 },
  'a detector that misses a third, and all for two seconds': { idf1: 0.79, switches: 0 },
  'feet hidden by a hedge': { idf1: 0.89, switches: 0 },
};

describe('Tracker, by the metrics of MOT over 20 seeds', () => {
  it.each(Object.entries(scenes))('keeps identities: %s', (name, scene) => {
    const figures = figuresOf(scene, true);
    if (process.env['LARES_MOT'] !== undefined)
      process.stdout.write(`${name} ${JSON.stringify(figures)} ${JSON.stringify(figuresOf(scene, false))}\n`);
    expect(figures.split).toBe(0);
    expect(figures.switches).toBeLessThanOrEqual(goals[name]?.switches ?? 0);
    expect(figures.idf1).toBeGreaterThanOrEqual(goals[name]?.idf1 ?? 1);
  });

  it('tells two who meet and turn back by what they wear', () => {
    const meeting = scenes['two meet and turn back'];
    if (meeting === undefined) throw new Error('there is no such scene');
    expect(figuresOf(meeting, true).switches).toBeLessThan(figuresOf(meeting, false).switches / 2);
  });
});
