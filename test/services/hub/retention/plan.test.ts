import { describe, expect, it } from 'vitest';
import { CameraSettings } from '../../../../services/contract/camera.ts';
import { CameraId, ClipId } from '../../../../services/contract/identifiers.ts';
import { Retention } from '../../../../services/contract/retention.ts';
import { KeptDays } from '../../../../services/hub/retention/kept-days.ts';
import { plan, worthOf } from '../../../../services/hub/retention/plan.ts';
import type { HeldClip } from '../../../../services/store/retention.ts';

const dayMs = 86_400_000;
const nowMs = 1000 * dayMs;
const yard = CameraId.parse('yard');

function clip(name: string, daysAgo: number, more: Partial<HeldClip> = {}): HeldClip {
  const startedAtMs = nowMs - daysAgo * dayMs;
  const times = { startedAtMs, endsAtMs: startedAtMs + 60_000 };
  const about = { kind: 'continuous', shows: [], isNamed: false, isKept: false } as const;
  return { id: ClipId.parse(name), cameraId: yard, bytes: 100, ...times, ...about, ...more };
}

const days = (retention: object = {}, recording: object = {}) =>
  new KeptDays(Retention.parse(retention), [
    CameraSettings.parse({ id: 'yard', name: 'Yard', address: '/y', recording }),
  ]);
const need = (more: object = {}) => ({ nowMs, days: days(), overLimitBytes: 0, missingBytes: 0, ...more });
const told = (going: ReturnType<typeof plan>) => going.map(({ clip: { id }, reason }) => `${id} ${reason}`);

describe('the plan of what goes', () => {
  it('keeps video for the days of its kind, of who came, and of its camera', () => {
    const kept = days({ continuousDays: 2, clipDays: { animal: 5 }, namedDays: 90 });
    const of = (more: Partial<HeldClip>, by = kept): number => by.of(clip('a', 0, more));
    expect(of({})).toBe(2);
    expect(of({ shows: ['animal'] })).toBe(5);
    expect(of({ kind: 'event', shows: ['animal', 'person'] })).toBe(30);
    expect(of({ kind: 'event' })).toBe(30);
    expect(of({ shows: ['person'], isNamed: true })).toBe(90);
    const yardDays = days({}, { days: { clips: 1, continuous: 7 } });
    expect(of({ shows: ['person'] }, yardDays)).toBe(7);
    expect(of({ kind: 'event', shows: ['person'] }, yardDays)).toBe(1);
    expect([kept.fewest, yardDays.fewest]).toEqual([2, 1]);
  });

  it('takes what is too old, and then what is worth least', () => {
    const clips = [
      clip('named', 2, { kind: 'event', shows: ['person'], isNamed: true }),
      clip('visit', 1, { shows: ['person'] }),
      clip('empty-2', 1),
      clip('empty-1', 2),
      clip('old', 4),
      clip('kept', 300, { isKept: true }),
    ];
    expect(told(plan(clips, need()))).toEqual(['old age']);
    expect(told(plan(clips, need({ missingBytes: 150, overLimitBytes: 250 })))).toEqual([
      'old age',
      'empty-1 space',
      'empty-2 limit',
    ]);
    expect(told(plan(clips, need({ missingBytes: 1e9 })))).toEqual([
      'old age',
      'empty-1 space',
      'empty-2 space',
      'visit space',
      'named space',
    ]);
    expect(told(plan(clips, need({ nowMs: -Infinity })))).toEqual([]);
  });

  it('never takes what is kept, nor more than it must, nor anything before what is worth less', () => {
    const random = randomFrom(7);
    for (let round = 0; round < 300; round += 1) {
      const clips = Array.from({ length: Math.floor(random() * 40) }, (_, index) => anyClip(index, random));
      const missingBytes = random() < 0.3 ? 0 : random() * 3000;
      const overLimitBytes = random() < 0.3 ? 0 : random() * 3000;
      const wanted = Math.max(missingBytes, overLimitBytes);
      const going = plan(clips, need({ missingBytes, overLimitBytes }));
      const gone = new Set(going.map(({ clip: { id } }) => id));
      expect(gone.size).toBe(going.length);
      expect(going.filter((each) => each.clip.isKept)).toEqual([]);
      const stays = clips.filter(({ id, isKept }) => !isKept && !gone.has(id));
      const isOld = (each: HeldClip): boolean => nowMs - each.endsAtMs > days().of(each) * dayMs;
      expect(stays.filter(isOld)).toEqual([]);
      const forRoom = going.filter(({ reason }) => reason !== 'age').map((each) => each.clip);
      const freed = going.reduce((sum, each) => sum + each.clip.bytes, 0);
      if (freed < wanted) expect(stays).toEqual([]);
      const last = forRoom.at(-1);
      if (last !== undefined) expect(freed - last.bytes).toBeLessThan(wanted);
      const rank = (each: HeldClip): number => worthOf(each) * 1e15 + each.startedAtMs;
      for (const each of forRoom)
        for (const stay of stays) expect(rank(each)).toBeLessThanOrEqual(rank(stay));
      expect(plan(clips.toReversed(), need({ missingBytes, overLimitBytes }))).toEqual(going);
    }
  });
});

function anyClip(index: number, random: () => number): HeldClip {
  const kind = random() < 0.5 ? 'event' : 'continuous';
  const shows = random() < 0.5 ? [] : (['person'] as const);
  const isNamed = shows.length > 0 && random() < 0.4;
  const bytes = Math.floor(random() * 300);
  return clip(`c${index}`, random() * 80, { kind, shows, isNamed, bytes, isKept: random() < 0.2 });
}

/** The same numbers each time (Park and Miller, 1988). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
