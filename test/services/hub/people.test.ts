import { describe, expect, it, onTestFinished } from 'vitest';
import { EventId, PersonId } from '../../../services/contract/identifiers.ts';
import { Trouble } from '../../../services/contract/trouble.ts';
import { Events } from '../../../services/hub/events.ts';
import { People } from '../../../services/hub/people.ts';
import { openStore } from '../../../services/store/store.ts';
import { silentLog } from '../../fixtures/silent-log.ts';
import { face, visit } from '../store/samples.ts';
import { scratchFolder } from '../store/scratch.ts';

const noFace = new Trouble('no_face', { what: 'There is no face.', advice: 'Take another photo.' });

async function house() {
  const store = openStore({ dataDirectory: scratchFolder(), key: new Uint8Array(32).fill(7) });
  onTestFinished(() => {
    store.close();
  });
  const events = new Events(store.events, silentLog);
  const people = new People({
    table: store.people,
    events,
    readFace: (photo) => (photo.length > 0 ? Promise.resolve(face('photo', [1, 2])) : Promise.reject(noFace)),
  });
  const told: number[] = [];
  people.changed.listen((list) => told.push(list.length));
  for (const id of ['a-1', 'a-2'])
    events.began({ event: visit(id, { identity: { kind: 'unknown' } }), face: face(id) });
  events.began({ event: visit('a-3') });
  await events.settled();
  const identities = () => ['a-1', 'a-2', 'a-3'].map((id) => events.get(EventId.parse(id)).identity);
  return { events, people, told, identities };
}

const first = EventId.parse('a-1');
const unknown = { kind: 'unknown' } as const;
const nobody = { kind: 'no_face' } as const;

describe('people', () => {
  it('are enrolled from an event, which alone gets the name', async () => {
    const { people, told, identities } = await house();
    const anna = await people.enrolEvent({ eventId: first, name: 'Anna' });
    expect(anna).toMatchObject({ name: 'Anna', faces: [expect.any(String)] });
    expect(identities()).toEqual([
      { kind: 'known', personId: anna.id, name: 'Anna', confidence: 1 },
      unknown,
      nobody,
    ]);
    expect(people.gallery()).toMatchObject([{ name: 'Anna', descriptors: [{ modelId: 'test-embedder' }] }]);
    expect(told).toEqual([1]);
  });

  it('who are known get another face', async () => {
    const { people } = await house();
    const anna = await people.enrolEvent({ eventId: first, name: 'Anna' });
    const again = await people.enrolPhoto({ name: ' anna ', photo: new Uint8Array(1) });
    expect(again).toMatchObject({ id: anna.id, name: 'Anna' });
    const pictures = await Promise.all(again.faces.map(({ id }) => people.face(id)));
    expect(pictures).toEqual([face('a-1').crop, face('photo').crop]);
  });

  it('can not be enrolled without a face', async () => {
    const { people, told } = await house();
    await expect(people.enrolEvent({ eventId: EventId.parse('a-3'), name: 'Anna' })).rejects.toMatchObject({
      code: 'no_face',
    });
    await expect(people.enrolEvent({ eventId: EventId.parse('b'), name: 'Anna' })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(people.enrolPhoto({ name: 'Anna', photo: new Uint8Array(0) })).rejects.toBe(noFace);
    expect(people.list()).toEqual([]);
    expect(told).toEqual([]);
  });

  it('are renamed everywhere, but not to somebody else’s name', async () => {
    const { people, identities } = await house();
    const anna = await people.enrolEvent({ eventId: first, name: 'Anna' });
    await people.enrolPhoto({ name: 'Ben', photo: new Uint8Array(1) });
    people.rename({ personId: anna.id, name: 'Hanna' });
    expect(identities()[0]).toMatchObject({ kind: 'known', name: 'Hanna' });
    expect(() => people.rename({ personId: anna.id, name: 'BEN' })).toThrow(Trouble);
  });

  it('are forgotten everywhere', async () => {
    const { events, people, identities, told } = await house();
    const anna = await people.enrolEvent({ eventId: first, name: 'Anna' });
    const changes: string[] = [];
    events.changed.listen(({ change, event }) => changes.push(`${change} ${event.id}`));
    await people.remove(anna.id);
    expect([people.list(), people.gallery(), identities()]).toEqual([[], [], [unknown, unknown, nobody]]);
    expect([changes, told]).toEqual([['updated a-1'], [1, 0]]);
    await expect(people.remove(anna.id)).rejects.toMatchObject({ code: 'not_found' });
    expect(() => people.rename({ personId: PersonId.parse('x'), name: 'B' })).toThrow('not enrolled');
  });
});
