import { describe, expect, it } from 'vitest';
import type { Box } from '../../../../services/contract/box.ts';
import { CameraId, PersonId } from '../../../../services/contract/identifiers.ts';
import type { FaceDescriptor } from '../../../../services/contract/person.ts';
import { WHOLE_FRAME } from '../../../../services/vision/box-geometry.ts';
import type { Sighting } from '../../../../services/vision/tracks/track.ts';
import { Tracker, type VisitNews } from '../../../../services/vision/tracks/tracks.ts';
import { seeded } from './acted-scene.ts';

const cameraId = CameraId.parse('yard');
const stepMs = 200;
const beganMs = 1_700_000_000_000;

function box(x: number, y = 0.3): Box {
  return { x, y, width: 0.1, height: 0.4 };
}

function person(x: number, more: Partial<Sighting> = {}): Sighting {
  return { label: 'person', score: 0.8, box: box(x), face: null, ...more };
}

interface Step {
  readonly sightings?: readonly Sighting[];
  /** Where something moves; by default wherever something is seen. */
  readonly moving?: readonly Box[];
  /** Where objects were looked for; by default everywhere. */
  readonly regions?: readonly Box[];
}

/** A tracker, and a clock of five frames a second. */
class Yard {
  readonly tracker = new Tracker({ cameraId, random: () => String(this.#count++).padStart(4, '0') });
  atMs = beganMs;
  #count = 0;

  see({ sightings = [], moving, regions = [WHOLE_FRAME] }: Step): readonly VisitNews[] {
    this.atMs += stepMs;
    return this.tracker.follow({
      atMs: this.atMs,
      regions,
      sightings,
      moving: moving ?? sightings.map((sighting) => sighting.box),
      identify: () => ({ kind: 'unknown' }),
    });
  }

  /** The news of all steps, shortly: what changed of which visit. */
  run(steps: readonly Step[]): readonly string[] {
    return steps
      .flatMap((step) => this.see(step))
      .map(({ change, event }) => `${change} ${event.id.slice(-4)}`);
  }
}

function times(count: number, step: (index: number) => Step): readonly Step[] {
  return Array.from({ length: count }, (_, index) => step(index));
}

const walk = times(10, (index) => ({ sightings: [person(0.1 + index * 0.05)] }));
const nobody: Step = {};

describe('Tracker', () => {
  it('makes one visit of somebody who walks by, from the first sighting to the last', () => {
    const yard = new Yard();
    const news = [...walk, ...times(30, () => nobody)].flatMap((step) => yard.see(step));
    expect(
      news.filter(({ change }) => change !== 'updated').map(({ change, event }) => ({ change, ...event })),
    ).toEqual([
      {
        change: 'began',
        id: `${(beganMs + stepMs).toString(36)}-0000`,
        cameraId,
        label: 'person',
        score: 0.8,
        box: box(0.2),
        beganAtMs: beganMs + stepMs,
        endedAtMs: null,
        identity: { kind: 'no_face' },
      },
      expect.objectContaining({
        change: 'ended',
        beganAtMs: beganMs + stepMs,
        endedAtMs: beganMs + 10 * stepMs,
      }),
    ]);
  });

  it('gives a picture with the beginning', () => {
    const yard = new Yard();
    const began = walk.flatMap((step) => yard.see(step)).find(({ change }) => change === 'began');
    expect(began?.picture).toBe(true);
  });

  it('begins no visit of what is seen once or twice', () => {
    expect(new Yard().run([...walk.slice(0, 2), ...times(30, () => nobody)])).toEqual([]);
  });

  it('begins a visit of somebody seen at both of two looks a second apart', () => {
    const yard = new Yard();
    yard.see({ sightings: [person(0.3)] });
    yard.atMs += 800;
    expect(yard.run([{ sightings: [person(0.32)] }])).toEqual(['began 0000']);
  });

  it('begins no visit of what never moves', () => {
    const statue = times(40, () => ({ sightings: [person(0.3)], moving: [] }));
    expect(new Yard().run(statue)).toEqual([]);
  });

  it('begins no visit of a parked car that somebody walks past, but of one that drives', () => {
    const car = (x: number): Sighting => ({
      label: 'vehicle',
      score: 0.9,
      box: { x, y: 0.4, width: 0.3, height: 0.3 },
      face: null,
    });
    expect(
      new Yard().run(times(10, (index) => ({ sightings: [car(0.3)], moving: [box(0.2 + index * 0.05)] }))),
    ).toEqual([]);
    const drive = new Yard().run(times(5, (index) => ({ sightings: [car(0.1 + index * 0.05)] })));
    expect(drive[0]).toBe('began 0000');
  });

  it('follows two people who cross', () => {
    const yard = new Yard();
    const news = yard.run(
      times(20, (index) => ({
        sightings: [
          person(0.1 + index * 0.03),
          person(0.67 - index * 0.03, { box: box(0.67 - index * 0.03, 0.35) }),
        ],
      })),
    );
    expect(news.filter((text) => text.startsWith('began')).toSorted()).toEqual(['began 0000', 'began 0001']);
    expect(
      yard.tracker.live(yard.atMs).map((track) => [track.eventId.slice(-4), track.box.x.toFixed(2)]),
    ).toEqual([
      ['0000', '0.67'],
      ['0001', '0.10'],
    ]);
  });

  it('goes on with the visit of somebody who is hidden for three seconds', () => {
    const back = times(5, () => ({ sightings: [person(0.6)] }));
    const news = new Yard().run([...walk, ...times(15, () => nobody), ...back]);
    expect(news.filter((text) => !text.startsWith('updated'))).toEqual(['began 0000']);
  });

  it('does not end the visit of somebody who stands where nobody looks', () => {
    const yard = new Yard();
    yard.run(walk);
    expect(yard.run(times(100, () => ({ regions: [] })))).toEqual([]);
  });

  it('asks for a look at somebody who stands still, every second at first, later less often', () => {
    const yard = new Yard();
    yard.run(walk);
    const looks: number[] = [];
    for (let index = 0; index < 1500; index += 1) {
      const due = yard.tracker.due(yard.atMs + stepMs);
      if (due.length > 0) looks.push(yard.atMs);
      expect(
        yard.run([due.length > 0 ? { sightings: [person(0.55)], moving: [] } : { regions: [] }]),
      ).toEqual([]);
    }
    const pausesMs = looks.slice(1).map((atMs, index) => atMs - (looks[index] ?? 0));
    expect([pausesMs[0], pausesMs.at(-1)]).toEqual([1000, 5000]);
  });

  it('ends the visit of somebody who went while nothing seemed to move', () => {
    const yard = new Yard();
    yard.run(walk);
    const news: string[] = [];
    for (let index = 0; index < 40; index += 1)
      news.push(...yard.run([{ regions: yard.tracker.due(yard.atMs + stepMs) }]));
    expect(news).toEqual(['ended 0000']);
  });

  it('survives a hard cut: the old visit ends, the new one begins', () => {
    const after = times(40, (index) => ({
      sightings: [person(0.02, { box: { x: 0.02, y: 0.02, width: 0.05, height: 0.1 + index * 0.001 } })],
    }));
    const news = new Yard().run([...times(6, () => ({ sightings: [person(0.8)] })), ...after]);
    expect(news.filter((text) => !text.startsWith('updated'))).toEqual([
      'began 0000',
      'began 0001',
      'ended 0000',
    ]);
  });

  it('needs no look at a settled person whose motion it knows, for half a second', () => {
    const yard = new Yard();
    yard.run(times(10, () => ({ sightings: [person(0.3)] })));
    const still = [box(0.3)];
    const hand: Box = { x: 0.45, y: 0.3, width: 0.05, height: 0.05 };
    expect(yard.tracker.unexplained([...still, hand], yard.atMs + 200)).toEqual([hand]);
    expect(yard.tracker.unexplained(still, yard.atMs + 600)).toEqual(still);
  });

  it('sends a better face, and asks for faces less often when it has many', () => {
    const yard = new Yard();
    const descriptor: FaceDescriptor = {
      modelId: 'test',
      dimension: 1,
      metric: 'cosine',
      values: new Float32Array(1),
      crop: new Uint8Array(),
    };
    const faces = [0.3, 0.32, 0.8].map((quality) => ({
      quality,
      descriptor: { ...descriptor, modelId: String(quality) },
    }));
    const news = [null, null, ...faces].flatMap((face) => yard.see({ sightings: [person(0.3, { face })] }));
    expect(news.map(({ change, face }) => [change, face?.modelId])).toEqual([
      ['began', '0.3'],
      ['updated', '0.8'],
    ]);
    expect(yard.tracker.wantsFace(box(0.3), yard.atMs)).toBe(true);
    expect(yard.tracker.wantsFace(box(0.3), yard.atMs + 200)).toBe(false);
    expect(yard.tracker.wantsFace(box(0.3), yard.atMs + 400)).toBe(true);
  });

  it('has a visit as long as somebody may come out again, and then no more', () => {
    const yard = new Yard();
    yard.run(times(10, (index) => ({ sightings: [person(0.3 + Math.min(index, 5) * 0.04)] })));
    expect(yard.run(times(45, () => nobody))).toEqual([]);
    expect([yard.tracker.hasVisits, yard.tracker.live(yard.atMs)]).toEqual([true, []]);
    expect(yard.run(times(20, () => nobody))).toEqual(['ended 0000']);
    expect(yard.tracker.hasVisits).toBe(false);
  });

  it('ends what is gone although the clock was set back', () => {
    const yard = new Yard();
    yard.run(walk);
    yard.atMs -= 3_600_000;
    expect(yard.run(times(4, () => nobody))).toEqual(['ended 0000']);
  });

  it('tells each visit from its beginning to its one end, whatever the detector says: 60 seeds', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const yard = new Yard();
      const random = seeded(seed);
      const steps = times(120, () => ({
        sightings: times(Math.floor(random() * 4), () => ({})).map(() => ({
          label: random() < 0.7 ? ('person' as const) : ('vehicle' as const),
          score: random(),
          box: {
            x: random() * 0.9,
            y: random() * 0.6,
            width: 0.02 + random() * 0.3,
            height: 0.02 + random() * 0.4,
          },
          face: null,
        })),
        regions: random() < 0.8 ? [WHOLE_FRAME] : [],
      }));
      const told = [...steps.flatMap((step) => yard.see(step)), ...yard.tracker.end()];
      const byVisit = Map.groupBy(told, ({ event }) => event.id);
      for (const news of byVisit.values()) {
        const changes = news.map(({ change }) => change);
        expect([changes[0], changes.at(-1)]).toEqual(['began', 'ended']);
        expect(changes.slice(1, -1).every((change) => change === 'updated')).toBe(true);
        expect(
          news.every(({ event }) => Object.values(event.box).every((value) => value >= 0 && value <= 1)),
        ).toBe(true);
      }
    }
  });

  it('ends everything when the camera goes', () => {
    const yard = new Yard();
    yard.run(walk);
    expect(yard.tracker.end().map(({ change }) => change)).toEqual(['ended']);
    expect(yard.tracker.end()).toEqual([]);
  });

  it('tells a new name in the middle of a visit', () => {
    const yard = new Yard();
    const descriptor: FaceDescriptor = {
      modelId: 'm',
      dimension: 1,
      metric: 'cosine',
      values: new Float32Array(1),
      crop: new Uint8Array(),
    };
    yard.run(times(5, () => ({ sightings: [person(0.3, { face: { quality: 0.9, descriptor } })] })));
    const ada = { kind: 'known', personId: PersonId.parse('ada'), name: 'Ada', confidence: 0.9 } as const;
    expect(
      yard.tracker.identifyAgain(() => ada).map(({ change, event }) => [change, event.identity]),
    ).toEqual([['updated', ada]]);
    expect(yard.tracker.identifyAgain(() => ada)).toEqual([]);
  });
});
