import { describe, expect, it, onTestFinished } from 'vitest';
import { EventId } from '../../../services/contract/identifiers.ts';
import { Events } from '../../../services/hub/events.ts';
import { openStore } from '../../../services/store/store.ts';
import { silentLog } from '../../fixtures/silent-log.ts';
import { face, jpegOf, visit } from '../store/samples.ts';
import { scratchFolder } from '../store/scratch.ts';

const id = EventId.parse('a-1');

function house() {
  const store = openStore({ dataDirectory: scratchFolder(), key: new Uint8Array(32).fill(7) });
  onTestFinished(() => {
    store.close();
  });
  const events = new Events(store.events, silentLog);
  const told: string[] = [];
  events.changed.listen(({ change, event }) => told.push(`${change} ${event.id} ${event.identity.kind}`));
  return { store, events, told };
}

describe('events', () => {
  it('follow a visit from its beginning to its end, with the last picture and face', async () => {
    const { events, told } = house();
    events.began({ event: visit('a-1'), snapshot: jpegOf('first') });
    events.updated({ event: visit('a-1', { score: 0.9 }), snapshot: jpegOf('best'), face: face() });
    events.ended({ event: visit('a-1', { score: 0.9, endedAtMs: 1_700_000_009_000 }) });
    await events.settled();
    expect(told).toEqual(['began a-1 no_face', 'updated a-1 no_face', 'ended a-1 no_face']);
    expect(events.newest({ limit: 10 })).toEqual([
      { ...visit('a-1', { score: 0.9, endedAtMs: 1_700_000_009_000 }), hasSnapshot: true, hasFace: true },
    ]);
    expect(await events.snapshot(id)).toEqual(jpegOf('best'));
    expect((await events.face(id))?.values).toEqual(face().values);
  });

  it('that the owner deletes stay away, whatever vision tells later', async () => {
    const { events, told } = house();
    events.began({ event: visit('a-1'), snapshot: jpegOf('first') });
    await events.settled();
    await events.remove(id);
    events.updated({ event: visit('a-1'), snapshot: jpegOf('later') });
    await events.settled();
    expect(told).toEqual(['began a-1 no_face', 'deleted a-1 no_face']);
    expect(await events.snapshot(id)).toBeNull();
    expect(() => events.get(id)).toThrow('This event is not there any more.');
    await expect(events.remove(id)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('of a vision process that died are ended, and told', async () => {
    const { events, told } = house();
    events.began({ event: visit('a-1') });
    events.began({ event: visit('a-2', { endedAtMs: 1_700_000_000_500 }) });
    events.endOpen();
    await events.settled();
    expect(told).toEqual(['began a-1 no_face', 'began a-2 no_face', 'ended a-1 no_face']);
    expect(events.get(id).endedAtMs).toBeGreaterThanOrEqual(1_700_000_000_000);
  });

  it('keep the name that the owner gave, as long as the visit lasts', async () => {
    const { store, events, told } = house();
    const { id: personId, name } = store.people.create('Anna');
    events.began({ event: visit('a-1') });
    await events.settled();
    events.name(id, { kind: 'known', personId, name, confidence: 1 });
    events.ended({ event: visit('a-1', { identity: { kind: 'unknown' } }) });
    await events.settled();
    expect(events.get(id).identity).toEqual({ kind: 'known', personId, name: 'Anna', confidence: 1 });
    expect(told).toEqual(['began a-1 no_face', 'updated a-1 known', 'ended a-1 known']);
  });
});
