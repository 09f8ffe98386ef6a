import { describe, expect, it } from 'vitest';
import { EventId, FaceId, PersonId } from '../../../../services/contract/identifiers.ts';
import { Trouble } from '../../../../services/contract/trouble.ts';
import { consent, startHousehold } from '../../../fixtures/household.ts';

const photoOf = (...values: number[]) => Uint8Array.from(values);

async function annaAndBen() {
  const house = startHousehold();
  const anna = await house.enrolment.enrolPhoto({ name: 'Anna', consent, photo: photoOf(1, 0) });
  const ben = await house.enrolment.enrolPhoto({ name: 'Ben', consent, photo: photoOf(0, 1) });
  return { ...house, anna, ben };
}

const named = (personId: PersonId, name: string) => ({ kind: 'known', personId, name, confidence: 1 });

const anId: unknown = expect.any(String);
const leftToo: unknown = expect.arrayContaining([{ want: 'left', count: 1 }]);

describe('people', () => {
  it('are shown with what would help to recognise them', async () => {
    const { people, anna } = await annaAndBen();
    expect(people.get(anna.id)).toEqual({
      id: anna.id,
      name: 'Anna',
      enrolledAtMs: 1_700_000_000_000,
      consent: { ...consent, atMs: 1_700_000_000_000 },
      faces: [
        {
          id: anId,
          origin: 'photo',
          addedAtMs: 1_700_000_000_000,
          quality: null,
          pose: null,
          isUsed: true,
        },
      ],
      advice: leftToo,
      leavesAtMs: null,
    });
  });

  it('are renamed everywhere, but not to somebody else’s name', async () => {
    const { people, events, enrolment, visitBy, anna } = await annaAndBen();
    const id = await visitBy('a-1', [1, 0]);
    await enrolment.enrolEvent({ eventId: id, name: 'Anna' });
    people.rename({ personId: anna.id, name: 'Hanna' });
    expect(events.get(id).identity).toEqual(named(anna.id, 'Hanna'));
    expect(() => people.rename({ personId: anna.id, name: 'BEN' })).toThrow(Trouble);
    expect(() => people.rename({ personId: PersonId.parse('x'), name: 'B' })).toThrow('not enrolled');
  });

  it('give a consent later, which follows the name of who gave it', async () => {
    const { people, anna, ben, clock } = await annaAndBen();
    clock.ms += 5;
    const mother = { givenBy: 'Anna', recordedBy: 'anna' };
    expect(people.giveConsent({ personId: ben.id, consent: mother }).consent).toEqual({
      ...mother,
      atMs: clock.ms,
    });
    people.rename({ personId: anna.id, name: 'Hanna' });
    expect(people.get(ben.id).consent).toMatchObject({ givenBy: 'Hanna', recordedBy: 'Hanna' });
  });

  it('are merged: faces, corrections, visits and the transcript are the other’s', async () => {
    const { people, events, enrolment, corrections, store, visitBy, anna, ben } = await annaAndBen();
    const of = (personId: PersonId, name: string) => ({
      identity: { kind: 'known' as const, personId, name, confidence: 0.9 },
    });
    const first = await visitBy('a-1', [1, 0], of(anna.id, 'Anna'));
    const wrong = await visitBy('a-2', [0.8, 0.6], of(anna.id, 'Anna'));
    await corrections.notThem(wrong);
    const benAsAnna = await visitBy('a-3', [0, 1], of(anna.id, 'Anna'));
    await enrolment.enrolEvent({ eventId: benAsAnna, name: 'Ben' });
    expect(store.notThem.of(anna.id)).toHaveLength(2);
    store.transcript.add({
      id: 't',
      atMs: 1,
      heard: 'is anna here',
      intent: null,
      outcome: 'answered',
      reply: 'Anna is.',
    });
    const merged = await people.merge({ personId: anna.id, into: ben.id });
    expect(merged.faces).toHaveLength(3);
    expect(people.list().map(({ name }) => name)).toEqual(['Ben']);
    expect(events.get(first).identity).toEqual({ ...named(ben.id, 'Ben'), confidence: 0.9 });
    expect(store.transcript.newest(1)).toMatchObject([{ heard: 'is Ben here', reply: 'Ben is.' }]);
    // That Ben is not Anna is not true any more; that the stranger is not Anna still is.
    expect(store.notThem.of(ben.id).map(({ values }) => [...values])).toEqual([
      [...Float32Array.of(0.8, 0.6)],
    ]);
  });

  it('are not merged with themselves, nor with who is not there', async () => {
    const { people, anna } = await annaAndBen();
    await expect(people.merge({ personId: anna.id, into: anna.id })).rejects.toMatchObject({
      code: 'bad_input',
    });
    const nobody = PersonId.parse('nobody');
    await expect(people.merge({ personId: anna.id, into: nobody })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(people.list()).toHaveLength(2);
  });

  it('keep the consent that either gave when they are merged', async () => {
    const { people, store, anna } = await annaAndBen();
    const early = store.people.create('Early');
    await people.merge({ personId: anna.id, into: early.id });
    expect(people.get(early.id).consent).toEqual({ ...consent, atMs: 1_700_000_000_000 });
  });

  it('lose a face, but never the last one', async () => {
    const { people, enrolment, store, anna, ben } = await annaAndBen();
    const [first] = anna.faces;
    const faceId = first?.id ?? FaceId.parse('none');
    await expect(people.removeFace({ personId: anna.id, faceId })).rejects.toMatchObject({
      code: 'bad_input',
      message: 'This is the last face of this person, who could not be recognised without it.',
    });
    await enrolment.enrolPhoto({ name: 'anna', photo: photoOf(1, 1) });
    await expect(people.removeFace({ personId: ben.id, faceId })).rejects.toMatchObject({
      code: 'not_found',
    });
    const left = await people.removeFace({ personId: anna.id, faceId });
    expect(left.faces.map(({ id }) => id)).not.toContain(faceId);
    expect(await people.face(faceId)).toBeNull();
    expect(store.people.gallery().find(({ name }) => name === 'Anna')?.descriptors).toHaveLength(1);
  });

  it('keep their last face, whatever two pages do at once', async () => {
    const { people, enrolment, anna } = await annaAndBen();
    const { faces } = await enrolment.enrolPhoto({ name: 'Anna', photo: photoOf(1, 1) });
    const both = faces.map(({ id }) => people.removeFace({ personId: anna.id, faceId: id }));
    expect((await Promise.allSettled(both)).map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(people.get(anna.id).faces).toMatchObject([{ id: faces[1]?.id }]);
  });

  it('do not lose a face that was split off a moment ago', async () => {
    const { people, enrolment, anna } = await annaAndBen();
    const { faces } = await enrolment.enrolPhoto({ name: 'Anna', photo: photoOf(1, 1) });
    const faceIds = faces.slice(0, 1).map(({ id }) => id);
    const split = enrolment.split({ personId: anna.id, faceIds, name: 'Bea', consent });
    const removed = faceIds.map((faceId) => people.removeFace({ personId: anna.id, faceId }));
    expect((await Promise.allSettled(removed)).map(({ status }) => status)).toEqual(['rejected']);
    expect((await split).faces.map(({ id }) => id)).toEqual(faceIds);
  });

  it('tell of every change once', async () => {
    const { people, anna } = await annaAndBen();
    const told: string[][] = [];
    people.changed.listen((list) => told.push(list.map(({ name }) => name)));
    people.rename({ personId: anna.id, name: 'Zoë' });
    expect(told).toEqual([['Ben', 'Zoë']]);
    expect(() => people.get(PersonId.parse(EventId.parse('x')))).toThrow('not enrolled');
  });
});
