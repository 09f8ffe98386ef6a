import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GroupId } from '../../../../services/contract/identifiers.ts';
import { identify } from '../../../../services/gallery/identify.ts';
import { consent, householdKey, startHousehold } from '../../../fixtures/household.ts';
import { rawDatabase } from '../../store/raw-files.ts';
import { face, visit } from '../../store/samples.ts';
import { filesIn } from '../../store/scratch.ts';

const dayMs = 86_400_000;
const tall = [1, 0, 0];
const small = [0, 1, 0];

const anId: unknown = expect.any(String);

function grouping(house = startHousehold()) {
  house.settings.update({ vision: { ...house.settings.get().vision, groupUnknown: true } });
  house.unknownPeople.start();
  return house;
}

/** Two visits of somebody, one of another, one of Anna's. */
async function visited() {
  const house = grouping();
  const anna = await house.enrolment.enrolPhoto({ name: 'Anna', consent, photo: Uint8Array.of(0, 0, 1) });
  const known = { kind: 'known' as const, personId: anna.id, name: 'Anna', confidence: 0.9 };
  const at = (n: number) => ({ beganAtMs: 1000 * n, endedAtMs: 1000 * n + 500 });
  const ids = [
    await house.visitBy('a-1', tall, at(1)),
    await house.visitBy('a-2', small, at(2)),
    await house.visitBy('a-3', [0.99, 0.1, 0], at(3)),
    await house.visitBy('a-4', [0, 0, 1], { ...at(4), identity: known }),
  ] as const;
  return { ...house, ids };
}

describe('unknown people', () => {
  it('who came more than once are a group, with the face that shows the most', async () => {
    const { unknownPeople, ids } = await visited();
    const [group, ...others] = unknownPeople.list();
    expect(others).toEqual([]);
    expect(group).toEqual({
      id: anId,
      firstSeenMs: 1000,
      lastSeenMs: 3500,
      visits: 2,
      eventIds: [ids[2], ids[0]],
      forgottenAtMs: 3500 + 7 * dayMs,
    });
    const picture = await unknownPeople.face(group?.id ?? GroupId.parse('none'));
    expect(picture).toEqual(Buffer.from(face('a-3').crop));
    expect(await unknownPeople.face(GroupId.parse('none'))).toBeNull();
  });

  it('are not grouped unless the owner wants it, and not any more when it is taken back', async () => {
    const house = startHousehold();
    house.unknownPeople.start();
    await house.visitBy('a-1', tall);
    await house.visitBy('a-2', tall);
    expect(house.unknownPeople.list()).toEqual([]);
    const wish = (groupUnknown: boolean) => {
      house.settings.update({ vision: { ...house.settings.get().vision, groupUnknown } });
      house.unknownPeople.settingsChanged();
    };
    wish(true);
    await house.unknownPeople.settled();
    expect(house.unknownPeople.list()).toMatchObject([{ visits: 2 }]);
    wish(false);
    expect([house.unknownPeople.list(), house.store.groups.faces('test-embedder')]).toEqual([[], []]);
    await house.unknownPeople.stop();
    expect(house.store.eventFaces.all('test-embedder')).toHaveLength(2);
  });

  it('are named as a group: all its visits get the name, its faces are enrolled', async () => {
    const { unknownPeople, events, people, store, ids } = await visited();
    const [group] = unknownPeople.list();
    const groupId = group?.id ?? GroupId.parse('none');
    await expect(unknownPeople.name({ groupId, name: 'Ben' })).rejects.toMatchObject({ code: 'bad_input' });
    expect(unknownPeople.list()).toHaveLength(1);
    const ben = await unknownPeople.name({ groupId, name: 'Ben', consent });
    expect(ben).toMatchObject({ name: 'Ben', consent, faces: [{ origin: 'event' }, { origin: 'event' }] });
    expect(ids.map((id) => events.get(id).identity)).toMatchObject([
      { kind: 'known', name: 'Ben', confidence: 1 },
      { kind: 'unknown' },
      { kind: 'known', name: 'Ben', confidence: 1 },
      { kind: 'known', name: 'Anna' },
    ]);
    expect(unknownPeople.list()).toEqual([]);
    expect(store.groups.faces('test-embedder')).toHaveLength(1);
    expect(people.list()).toHaveLength(2);
    await expect(unknownPeople.name({ groupId, name: 'Ben' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('are recognised again when the name that was denied them turns out to be theirs', async () => {
    const { corrections, enrolment, events, people, store, unknownPeople, visitBy } = grouping();
    const anna = await enrolment.enrolPhoto({ name: 'Anna', consent, photo: Uint8Array.of(1, 0) });
    const identity = { kind: 'known' as const, personId: anna.id, name: 'Anna', confidence: 0.9 };
    const denied = await visitBy('a-1', [1, 0], { identity });
    await visitBy('a-2', [1, 0]);
    await corrections.notThem(denied);
    await unknownPeople.settled();
    const [group] = unknownPeople.list();
    await unknownPeople.name({ groupId: group?.id ?? GroupId.parse('none'), name: 'Anna' });
    expect(events.get(denied).identity).toMatchObject({ personId: anna.id });
    expect(store.notThem.of(anna.id)).toEqual([]);
    expect(identify(face('again', [1, 0]), people.gallery())).toMatchObject({ personId: anna.id });
  });

  it('are either named or forgotten when two pages ask for both', async () => {
    const { people, events, unknownPeople, ids } = await visited();
    const groupId = unknownPeople.list()[0]?.id ?? GroupId.parse('none');
    const forgotten = unknownPeople.forget(groupId);
    await expect(unknownPeople.name({ groupId, name: 'Tall', consent })).rejects.toThrow('forgotten already');
    await forgotten;
    expect(people.findByName('Tall')).toBeNull();
    expect(events.get(ids[0])).toMatchObject({ identity: { kind: 'unknown' }, hasFace: false });
  });

  it('are forgotten as a group: the faces go, the visits stay', async () => {
    const { unknownPeople, events, ids, dataDirectory, store } = await visited();
    const [group] = unknownPeople.list();
    const groupId = group?.id ?? GroupId.parse('none');
    const files = filesIn(join(dataDirectory, 'vault')).length;
    const told: string[] = [];
    events.changed.listen(({ change, event }) => told.push(`${change} ${event.id} ${String(event.hasFace)}`));
    await unknownPeople.forget(groupId);
    expect(unknownPeople.list()).toEqual([]);
    expect(filesIn(join(dataDirectory, 'vault'))).toHaveLength(files - 2);
    expect(events.get(ids[0])).toMatchObject({ hasFace: false, hasSnapshot: true });
    expect(told).toEqual(['updated a-3 false', 'updated a-1 false']);
    expect(store.groups.visits(groupId)).toEqual([]);
    await expect(unknownPeople.forget(groupId)).rejects.toMatchObject({ code: 'not_found' });
    const raw = rawDatabase(dataDirectory, householdKey);
    expect(raw.includes(Buffer.from(Float32Array.of(0.99, 0.1, 0).buffer))).toBe(false);
  });

  it('are forgotten by themselves when their days are over, known people are not', async () => {
    const { unknownPeople, events, store, clock, ids, dataDirectory, settings } = await visited();
    const days = settings.get().vision.keepUnknownDays;
    clock.ms = 1500 + days * dayMs;
    await unknownPeople.sweep();
    expect(ids.map((id) => events.get(id).hasFace)).toEqual([true, true, true, true]);
    clock.ms += 1;
    await unknownPeople.sweep();
    expect(ids.map((id) => events.get(id).hasFace)).toEqual([false, true, true, true]);
    expect(unknownPeople.list()).toEqual([]);
    clock.ms += 5000;
    store.close();
    // A restart forgets no date.
    const again = startHousehold({}, dataDirectory);
    again.clock.ms = clock.ms;
    again.unknownPeople.start();
    await again.unknownPeople.stop();
    expect(ids.map((id) => again.events.get(id).hasFace)).toEqual([false, false, false, true]);
    expect(ids.map((id) => again.events.get(id).hasSnapshot)).toEqual([true, true, true, true]);
  });

  it('are grouped when a visit turns out to be of somebody unknown', async () => {
    const { unknownPeople, corrections, ids, visitBy } = await visited();
    expect(unknownPeople.list()).toHaveLength(1);
    await corrections.notThem(ids[3]);
    await visitBy('a-5', [0, 0, 1]);
    expect(unknownPeople.list().map(({ visits }) => visits)).toEqual([2, 2]);
  });
});

describe('seen before', () => {
  it('finds the earlier visits with this face, known or not, the newest first', async () => {
    const { unknownPeople, events, ids, visitBy, see } = await visited();
    const again = await visitBy('a-9', tall, { beganAtMs: 9000 });
    expect(unknownPeople.seenBefore(again)).toEqual([events.get(ids[2]), events.get(ids[0])]);
    expect(unknownPeople.seenBefore(ids[2])).toEqual([events.get(ids[0])]);
    expect(unknownPeople.seenBefore(ids[0])).toEqual([]);
    const anna = await visitBy('a-10', [0, 0, 1], { beganAtMs: 9500 });
    expect(unknownPeople.seenBefore(anna)).toMatchObject([{ id: 'a-4', identity: { name: 'Anna' } }]);
    const faceless = await see('a-11', {});
    expect(() => unknownPeople.seenBefore(faceless)).toThrow('No face of this event is kept');
  });

  it('follows what is put, replaced, forgotten and removed meanwhile', async () => {
    const { unknownPeople, events, ids, visitBy, store } = await visited();
    const again = await visitBy('a-9', tall, { beganAtMs: 9000 });
    const before = () => unknownPeople.seenBefore(again).map(({ id }) => id);
    expect(before()).toEqual(['a-3', 'a-1']);
    await store.eventFaces.forget(ids[2]);
    expect(before()).toEqual(['a-1']);
    events.updated({ event: visit('a-2', { beganAtMs: 2000 }), face: face('a-2', tall) });
    await events.settled();
    expect(before()).toEqual(['a-2', 'a-1']);
    await events.remove(ids[0]);
    expect(before()).toEqual(['a-2']);
  });
});
