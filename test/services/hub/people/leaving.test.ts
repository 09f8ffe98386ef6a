import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rawDatabase } from '../../store/raw-files.ts';
import { jpegOf, visit } from '../../store/samples.ts';
import { filesIn } from '../../store/scratch.ts';
import { consent, goodFace, householdKey, startHousehold } from '../../../fixtures/household.ts';

const anna = { name: 'Annabella Xaver', consent };

async function withAnna() {
  const house = startHousehold();
  const empty = filesIn(join(house.dataDirectory, 'vault')).length;
  const person = await house.enrolment.enrolPhoto({ ...anna, photo: Uint8Array.of(1, 0) });
  const known = { kind: 'known' as const, personId: person.id, name: anna.name, confidence: 0.9 };
  await house.visitBy('a-1', [1, 0], { identity: known });
  return { ...house, person, known, empty };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('who leaves', () => {
  it('is recognised by nobody at once, and stays on the page with an undo', async () => {
    const { leaving, people, person, clock } = await withAnna();
    const told: unknown[] = [];
    people.changed.listen((list) => told.push(list.map(({ leavesAtMs }) => leavesAtMs)));
    const going = leaving.remove(person.id);
    expect(going.leavesAtMs).toBe(clock.ms + 10_000);
    expect(people.gallery()).toEqual([]);
    expect(people.list()).toEqual([going]);
    expect(leaving.remove(person.id)).toEqual(going);
    expect(leaving.keep(person.id)).toEqual({ ...person, leavesAtMs: null });
    expect(people.gallery()).toMatchObject([{ personId: person.id, descriptors: [{}] }]);
    expect(told).toEqual([[clock.ms + 10_000], [null]]);
    await vi.advanceTimersByTimeAsync(60_000);
    await leaving.settled();
    expect(people.list()).toHaveLength(1);
  });

  it('is erased after ten seconds, everywhere', async () => {
    const { leaving, people, events, person, dataDirectory, empty, known } = await withAnna();
    const changes: string[] = [];
    events.changed.listen(({ change, event }) =>
      changes.push(`${change} ${event.id} ${event.identity.kind}`),
    );
    leaving.remove(person.id);
    await vi.advanceTimersByTimeAsync(9_999);
    expect(people.list()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await leaving.settled();
    expect([people.list(), people.gallery()]).toEqual([[], []]);
    expect(changes).toEqual(['updated a-1 unknown']);
    expect(filesIn(join(dataDirectory, 'vault'))).toHaveLength(empty);
    const raw = rawDatabase(dataDirectory, householdKey);
    expect([known.name, known.name.toLowerCase(), person.id].filter((text) => raw.includes(text))).toEqual(
      [],
    );
    expect(() => leaving.keep(person.id)).toThrow('not enrolled any more');
    expect(() => leaving.remove(person.id)).toThrow('not enrolled any more');
  });

  it('is erased at the next start when the hub ended in between', async () => {
    const { leaving, person, dataDirectory, store } = await withAnna();
    leaving.remove(person.id);
    await leaving.stop();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(store.people.list()).toHaveLength(1);
    store.close();
    const again = startHousehold({}, dataDirectory);
    // Long after; and a clock that was set back keeps nobody for longer than ten seconds.
    again.clock.ms -= 86_400_000;
    again.leaving.start();
    expect(again.people.list()).toMatchObject([{ id: person.id }]);
    await vi.advanceTimersByTimeAsync(10_000);
    await again.leaving.settled();
    expect(again.people.list()).toEqual([]);
  });

  it('while a camera sees them leaves no ghost: the visit is unknown, and what comes later is not kept', async () => {
    const { leaving, events, person, known, see, dataDirectory, empty } = await withAnna();
    const pictures = { face: goodFace('now', [1, 0]), snapshot: jpegOf('now') };
    const id = await see('a-2', pictures, { identity: known });
    leaving.remove(person.id);
    // Vision has no such person any more, but until it is decided the visit keeps its name, and so its erasure.
    events.updated({ event: visit('a-2', { identity: { kind: 'unknown' } }), ...pictures });
    await events.settled();
    expect(events.get(id).identity).toEqual(known);
    await vi.advanceTimersByTimeAsync(10_000);
    await leaving.settled();
    // News that was on its way, with the old name and with none.
    events.updated({ event: visit('a-2', { identity: known }), ...pictures });
    events.updated({ event: visit('a-2', { identity: { kind: 'unknown' } }), ...pictures });
    events.began({ event: visit('a-3', { identity: known }), ...pictures });
    events.ended({ event: visit('a-2', { identity: known, endedAtMs: 1_700_000_009_000 }), ...pictures });
    await events.settled();
    const gone = { identity: { kind: 'unknown' }, hasSnapshot: false, hasFace: false };
    expect(events.newest({ limit: 9 })).toMatchObject([gone, gone, gone]);
    expect(filesIn(join(dataDirectory, 'vault'))).toHaveLength(empty);
  });

  it('takes along their face where nobody recognised them, and no other', async () => {
    const { leaving, events, person, visitBy } = await withAnna();
    const [own, other] = [await visitBy('b-1', [0.99, 0.1]), await visitBy('b-2', [0, 1])];
    leaving.remove(person.id);
    await vi.advanceTimersByTimeAsync(10_000);
    await leaving.settled();
    expect([events.get(own), events.get(other)]).toMatchObject([
      { hasFace: false, hasSnapshot: true },
      { hasFace: true, hasSnapshot: true },
    ]);
  });

  it('and stays after all is named by vision again, and taken back by it, save where the owner said who it is', async () => {
    const { leaving, events, person, known, see } = await withAnna();
    const [seen, told] = [
      await see('b-1', {}, { identity: known }),
      await see('b-2', {}, { identity: known }),
    ];
    const sure = { ...known, confidence: 1 };
    events.name(told, sure);
    leaving.remove(person.id);
    leaving.keep(person.id);
    for (const id of [seen, told]) events.updated({ event: visit(id, { identity: { kind: 'unknown' } }) });
    await events.settled();
    expect([events.get(seen).identity, events.get(told).identity]).toEqual([{ kind: 'unknown' }, sure]);
  });

  it('takes along their face from a visit that goes on without a name', async () => {
    const { leaving, events, person, see } = await withAnna();
    leaving.remove(person.id);
    const pictures = { face: goodFace('now', [1, 0]), snapshot: jpegOf('now') };
    const id = await see('b-1', pictures);
    await vi.advanceTimersByTimeAsync(10_000);
    await leaving.settled();
    events.updated({ event: visit('b-1', { identity: { kind: 'unknown' } }), ...pictures });
    await events.settled();
    expect(events.get(id)).toMatchObject({ hasFace: false, endedAtMs: null });
  });

  it('takes along their face where it is kept as one that is not somebody else’s', async () => {
    const { leaving, corrections, enrolment, person, store, visitBy } = await withAnna();
    const ben = await enrolment.enrolPhoto({ name: 'Ben', consent, photo: Uint8Array.of(0, 1) });
    const identity = { kind: 'known' as const, personId: ben.id, name: 'Ben', confidence: 0.9 };
    await corrections.notThem(await visitBy('b-1', [0.99, 0.1], { identity }));
    await corrections.notThem(await visitBy('b-2', [-1, 0.1], { identity }));
    expect(store.notThem.of(ben.id)).toHaveLength(2);
    leaving.remove(person.id);
    await vi.advanceTimersByTimeAsync(10_000);
    await leaving.settled();
    expect(store.notThem.of(ben.id)).toMatchObject([{ values: Float32Array.of(-1, 0.1) }]);
  });

  it('and is erased while their face is being written leaves nothing', async () => {
    const { leaving, events, person, known, dataDirectory, empty, enrolment } = await withAnna();
    leaving.remove(person.id);
    events.began({
      event: visit('a-2', { identity: known }),
      snapshot: jpegOf('x'),
      face: goodFace('x', [1, 0]),
    });
    const late = enrolment.enrolPhoto({ ...anna, photo: Uint8Array.of(1) }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10_000);
    await leaving.settled();
    await events.settled();
    expect(await late).toMatchObject({ code: 'bad_input' });
    expect(filesIn(join(dataDirectory, 'vault'))).toHaveLength(empty);
  });
});
