import { describe, expect, it } from 'vitest';
import { CameraId, EventId, type FaceId } from '../../../../services/contract/identifiers.ts';
import type { Person } from '../../../../services/contract/person.ts';
import { identify } from '../../../../services/gallery/identify.ts';
import { consent, goodFace, startHousehold } from '../../../fixtures/household.ts';
import { face } from '../../store/samples.ts';
import { filesIn } from '../../store/scratch.ts';

const photoOf = (...values: number[]) => Uint8Array.from(values);
const idsOf = ({ faces }: Person): FaceId[] => faces.map(({ id }) => id);
const door = CameraId.parse('front_door');

describe('enrolment', () => {
  it('from an event gives that event alone the name', async () => {
    const { enrolment, people, events, visitBy } = startHousehold();
    const [one, two] = [await visitBy('a-1', [1, 0]), await visitBy('a-2', [1, 0])];
    const told: number[] = [];
    people.changed.listen((list) => told.push(list.length));
    const anna = await enrolment.enrolEvent({ eventId: one, name: 'Anna', consent });
    expect(anna).toMatchObject({
      name: 'Anna',
      consent,
      faces: [{ origin: 'event', quality: 0.9, isUsed: true }],
    });
    expect(events.get(one).identity).toEqual({
      kind: 'known',
      personId: anna.id,
      name: 'Anna',
      confidence: 1,
    });
    expect(events.get(two).identity).toEqual({ kind: 'unknown' });
    expect(people.gallery()).toMatchObject([{ name: 'Anna', descriptors: [{ origin: 'event' }] }]);
    expect(told).toEqual([1]);
  });

  it('of nobody new is done without a consent, and leaves nothing', async () => {
    const { enrolment, people, events, visitBy, dataDirectory } = startHousehold();
    const eventId = await visitBy('a-1', [1, 0]);
    const before = filesIn(dataDirectory).length;
    const refused = {
      code: 'bad_input',
      message: 'Nobody new is enrolled without their consent.',
      advice: 'Say who allowed that this face is kept, and who noted it.',
    };
    await expect(enrolment.enrolEvent({ eventId, name: 'Anna' })).rejects.toMatchObject(refused);
    await expect(enrolment.enrolPhoto({ name: 'Anna', photo: photoOf(1) })).rejects.toMatchObject(refused);
    await expect(enrolment.enrolPortrait({ name: 'Anna', cameraId: door })).rejects.toMatchObject(refused);
    expect(people.list()).toEqual([]);
    expect(events.get(eventId).identity).toEqual({ kind: 'unknown' });
    expect(filesIn(dataDirectory)).toHaveLength(before);
  });

  it('of a known person adds a face and keeps the consent that was given', async () => {
    const { enrolment, people, visitBy } = startHousehold();
    await enrolment.enrolEvent({ eventId: await visitBy('a-1', [1, 0]), name: 'Anna', consent });
    const again = await enrolment.enrolPhoto({
      name: ' anna ',
      photo: photoOf(1, 2),
      consent: { givenBy: 'X', recordedBy: 'Y' },
    });
    expect(again).toMatchObject({ name: 'Anna', consent, faces: [{ origin: 'event' }, { origin: 'photo' }] });
    const pictures = await Promise.all(idsOf(again).map((id) => people.face(id)));
    expect(pictures).toEqual([face('a-1').crop, face('photo').crop]);
  });

  it('of somebody from before consent was asked for records it when it is given', async () => {
    const { enrolment, store } = startHousehold();
    store.people.create('Early');
    expect((await enrolment.enrolPhoto({ name: 'Early', photo: photoOf(1) })).consent).toBeNull();
    const given = await enrolment.enrolPhoto({ name: 'Early', photo: photoOf(1), consent });
    expect(given.consent).toMatchObject(consent);
  });

  it('needs a face', async () => {
    const { enrolment, people, see } = startHousehold();
    const told: number[] = [];
    people.changed.listen((list) => told.push(list.length));
    const faceless = await see('a-3', {});
    const anna = { name: 'Anna', consent };
    await expect(enrolment.enrolEvent({ ...anna, eventId: faceless })).rejects.toMatchObject({
      code: 'no_face',
    });
    await expect(enrolment.enrolEvent({ ...anna, eventId: EventId.parse('b') })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(enrolment.enrolPhoto({ ...anna, photo: photoOf() })).rejects.toMatchObject({
      code: 'no_face',
    });
    expect([people.list(), told]).toEqual([[], []]);
  });

  it('of a visit that was taken for somebody else teaches that too', async () => {
    const { enrolment, store, visitBy } = startHousehold();
    const anna = await enrolment.enrolPhoto({ name: 'Anna', photo: photoOf(1, 0), consent });
    const eventId = await visitBy('a-1', [0.9, 0.4], {
      identity: { kind: 'known', personId: anna.id, name: 'Anna', confidence: 0.8 },
    });
    await enrolment.enrolEvent({ eventId, name: 'Anna' });
    expect(store.people.get(anna.id)?.faces).toHaveLength(2);
    const ben = await enrolment.enrolEvent({ eventId, name: 'Ben', consent });
    // Anna's gallery loses the face that is not hers, and knows that it is not.
    expect(store.people.get(anna.id)?.faces).toHaveLength(1);
    expect([store.notThem.of(anna.id).length, store.notThem.of(ben.id).length]).toEqual([1, 0]);
    await enrolment.enrolEvent({ eventId, name: 'Ben' });
    expect(store.people.get(ben.id)?.faces).toHaveLength(1);
    await enrolment.enrolEvent({ eventId, name: 'Anna' });
    expect([store.notThem.of(anna.id).length, store.notThem.of(ben.id).length]).toEqual([0, 1]);
  });

  it('of a visit twice at once adds one face', async () => {
    const { enrolment, people, visitBy } = startHousehold();
    const wish = { eventId: await visitBy('a-1', [1, 0]), name: 'Anna', consent };
    await Promise.all([enrolment.enrolEvent(wish), enrolment.enrolEvent(wish)]);
    expect(people.list()).toMatchObject([{ name: 'Anna', faces: [{ origin: 'event' }] }]);
  });

  it('under another name takes the face from the first one, so that the right one is recognised', async () => {
    const { enrolment, people, visitBy } = startHousehold();
    const eventId = await visitBy('a-1', [1, 0]);
    await enrolment.enrolEvent({ eventId, name: 'Bne', consent });
    const ben = await enrolment.enrolEvent({ eventId, name: 'Ben', consent });
    expect(people.list()).toMatchObject([
      { name: 'Ben', faces: [{}] },
      { name: 'Bne', faces: [] },
    ]);
    expect(identify(goodFace('again', [1, 0]), people.gallery())).toMatchObject({ personId: ben.id });
  });

  it('splits off faces that are somebody else’s, with the visits that they came from', async () => {
    const { enrolment, events, people, visitBy } = startHousehold();
    const [one, two] = [await visitBy('a-1', [1, 0]), await visitBy('a-2', [0, 1])];
    await enrolment.enrolEvent({ eventId: one, name: 'Twins', consent });
    const twins = await enrolment.enrolEvent({ eventId: two, name: 'Twins' });
    const [first, second] = idsOf(twins);
    if (first === undefined || second === undefined) throw new Error('two faces were enrolled');
    const wish = { personId: twins.id, faceIds: [second], name: 'Ben' };
    await expect(enrolment.split(wish)).rejects.toMatchObject({ code: 'bad_input' });
    await expect(enrolment.split({ ...wish, name: 'twins' })).rejects.toMatchObject({ code: 'bad_input' });
    await expect(enrolment.split({ ...wish, consent, faceIds: [first, second] })).rejects.toMatchObject({
      message: 'These are all faces of this person, so that nothing would be left.',
    });
    const ben = await enrolment.split({ ...wish, consent });
    expect([idsOf(ben), idsOf(people.get(twins.id))]).toEqual([[second], [first]]);
    expect([events.get(one).identity, events.get(two).identity]).toMatchObject([
      { personId: twins.id },
      { personId: ben.id, name: 'Ben', confidence: 1 },
    ]);
    await expect(enrolment.split({ ...wish, consent })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is refused for somebody who is about to be erased', async () => {
    const { enrolment, leaving, people, visitBy } = startHousehold();
    const anna = await enrolment.enrolPhoto({ name: 'Anna', photo: photoOf(1, 0), consent });
    const eventId = await visitBy('a-1', [1, 0]);
    leaving.remove(anna.id);
    const refused = { code: 'bad_input', message: 'This person is about to be erased.' };
    await expect(enrolment.enrolEvent({ eventId, name: 'Anna' })).rejects.toMatchObject(refused);
    await expect(enrolment.enrolPhoto({ name: 'Anna', photo: photoOf(1) })).rejects.toMatchObject(refused);
    expect(people.get(anna.id).faces).toHaveLength(1);
    leaving.keep(anna.id);
    expect((await enrolment.enrolEvent({ eventId, name: 'Anna' })).faces).toHaveLength(2);
    await leaving.stop();
  });

  it('before a camera keeps what was taken, and forgets the rest with the page', async () => {
    const { enrolment, portraits, dataDirectory } = startHousehold();
    const page = new AbortController();
    const views = portraits.watch(door, page.signal);
    const first = views.next();
    const view = { box: null, pose: null, taken: [], advice: 'turn_left' } as const;
    await expect(enrolment.enrolPortrait({ cameraId: door, name: 'Anna', consent })).rejects.toMatchObject({
      code: 'no_face',
    });
    portraits.portraitSeen(door, view, goodFace('front', [1, 0]));
    portraits.portraitSeen(door, view, goodFace('left', [0.9, 0.1]));
    expect((await first).value).toEqual(view);
    const before = filesIn(dataDirectory).length;
    const anna = await enrolment.enrolPortrait({ cameraId: door, name: 'Anna', consent });
    expect(anna.faces.map(({ origin }) => origin)).toEqual(['camera', 'camera']);
    expect(filesIn(dataDirectory)).toHaveLength(before + 2);
    await expect(enrolment.enrolPortrait({ cameraId: door, name: 'Anna' })).rejects.toMatchObject({
      code: 'no_face',
    });
    page.abort();
    await views.next();
  });
});
