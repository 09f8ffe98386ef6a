import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { CameraInput } from '../../../../services/contract/api.ts';
import { CameraId, EventId, PersonId } from '../../../../services/contract/identifiers.ts';
import type { PortraitView } from '../../../../services/contract/person.ts';
import { apiOf, startHouse } from '../../../fixtures/house.ts';
import { filesIn } from '../../store/scratch.ts';

const patient = { timeout: 15_000, interval: 50 };
const consent = { givenBy: 'Wilhelmine', recordedBy: 'Otto' };
const photo = Buffer.from([1]).toString('base64');
const door = CameraId.parse('front_door');
const visit = EventId.parse('visit-front_door');

async function withCamera() {
  const house = await startHouse();
  await house.api.cameras.save.mutate(
    CameraInput.parse({ name: 'Front door', address: 'rtsp://127.0.0.1:9/live' }),
  );
  await vi.waitFor(async () => {
    expect(await house.api.events.get.query({ eventId: visit })).toMatchObject({ hasFace: true });
  }, patient);
  return house;
}

const aTime: unknown = expect.stringMatching(/^20\d\d-/);

type House = Awaited<ReturnType<typeof withCamera>>;

const fetched = (house: House, path: string, headers: Record<string, string> = {}) =>
  fetch(`${house.address}${path}`, { headers });

describe('people through the API', () => {
  it('are enrolled with consent, merged, split, and lose a face', async () => {
    const { api } = await withCamera();
    await expect(api.people.enrolPhoto.mutate({ name: 'Anna', photo })).rejects.toThrow(
      'Nobody new is enrolled without their consent. Say who allowed',
    );
    const anna = await api.people.enrolPhoto.mutate({ name: 'Anna', photo, consent });
    const ben = await api.people.enrolEvent.mutate({ eventId: visit, name: 'Ben', consent });
    expect([anna.consent, ben.faces.map(({ origin }) => origin)]).toMatchObject([consent, ['event']]);
    const both = await api.people.merge.mutate({ personId: ben.id, into: anna.id });
    expect((await api.events.get.query({ eventId: visit })).identity).toMatchObject({ name: 'Anna' });
    const faceIds = both.faces.slice(1).map(({ id }) => id);
    const split = await api.people.split.mutate({ personId: anna.id, faceIds, name: 'Ben', consent });
    expect(split.faces.map(({ id }) => id)).toEqual(faceIds);
    const [only] = split.faces;
    if (only === undefined) throw new Error('Ben has a face');
    await expect(api.people.removeFace.mutate({ personId: split.id, faceId: only.id })).rejects.toThrow(
      'This is the last face of this person',
    );
    const given = { givenBy: 'Ben', recordedBy: 'Anna' };
    const again = await api.people.consent.mutate({ personId: split.id, consent: given });
    expect(again.consent).toMatchObject(given);
  });

  it('are corrected by events', async () => {
    const { api } = await withCamera();
    const anna = await api.people.enrolPhoto.mutate({ name: 'Anna', photo, consent });
    await expect(api.people.confirm.mutate({ eventId: visit })).rejects.toThrow('Nobody was recognised');
    await api.people.enrolEvent.mutate({ eventId: visit, name: 'Anna' });
    expect(await api.people.confirm.mutate({ eventId: visit })).toEqual({
      kind: 'refused',
      why: 'nothing_new',
    });
    expect((await api.people.notThem.mutate({ eventId: visit })).identity).toEqual({ kind: 'unknown' });
    expect((await api.people.list.query()).find(({ id }) => id === anna.id)?.faces).toHaveLength(1);
    expect(await api.people.seenBefore.query({ eventId: visit })).toEqual([]);
    expect(await api.people.unknown.query()).toEqual([]);
  });

  it('leave with an undo of ten seconds', async () => {
    const { api } = await withCamera();
    const anna = await api.people.enrolPhoto.mutate({ name: 'Anna', photo, consent });
    const known = async () =>
      (await api.house.health.query()).notices.find(({ id }) => id === 'vision:gallery')?.what;
    await vi.waitFor(async () => {
      expect(await known()).toBe('I know 1 people.');
    }, patient);
    const leaving = await api.people.remove.mutate({ personId: anna.id });
    expect(leaving.leavesAtMs).toBeGreaterThan(Date.now());
    await vi.waitFor(async () => {
      expect(await known()).toBe('I know 0 people.');
    }, patient);
    expect((await api.people.keep.mutate({ personId: anna.id })).leavesAtMs).toBeNull();
    await vi.waitFor(async () => {
      expect(await known()).toBe('I know 1 people.');
    }, patient);
  });

  it('are enrolled before a camera, one at a time', async () => {
    const { api, address } = await withCamera();
    const views: PortraitView[] = [];
    const page = api.people.portrait.subscribe({ cameraId: door }, { onData: (view) => views.push(view) });
    await vi.waitFor(() => {
      expect(views).toEqual([{ box: null, pose: null, taken: ['front'], advice: 'turn_left' }]);
    }, patient);
    const errors: string[] = [];
    apiOf(address).people.portrait.subscribe(
      { cameraId: door },
      { onError: ({ message }) => errors.push(message) },
    );
    await vi.waitFor(() => {
      expect(errors).toEqual([
        'Somebody is being enrolled before a camera on another page just now. Wait until that is done, or close that page.',
      ]);
    }, patient);
    const anna = await api.people.enrolPortrait.mutate({ cameraId: door, name: 'Anna', consent });
    expect(anna.faces.map(({ origin }) => origin)).toEqual(['camera']);
    page.unsubscribe();
    await vi.waitFor(async () => {
      await expect(api.people.enrolPortrait.mutate({ cameraId: door, name: 'Anna' })).rejects.toMatchObject({
        data: { trouble: { code: 'no_face' } },
      });
    }, patient);
  });
});

describe('all that is kept of a person', () => {
  it('is a zip with words and pictures', async () => {
    const house = await withCamera();
    const { api } = house;
    const anna = await api.people.enrolEvent.mutate({ eventId: visit, name: 'Anna Zoë', consent });
    const answer = await fetched(house, `people/${anna.id}.zip`);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/zip',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="person.zip"; filename*=UTF-8''Anna%20Zo%C3%AB.zip`,
    });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const expected = Number(answer.headers.get('lares-expected-bytes'));
    expect(expected).toBeGreaterThan(500);
    expect(Math.abs(expected - bytes.length)).toBeLessThan(4000);
    const files = unzipSync(bytes);
    const [face] = anna.faces;
    expect(Object.keys(files).toSorted()).toEqual(
      [
        `faces/${face?.id ?? ''}.jpg`,
        'person.json',
        'snapshots/visit-front_door-face.jpg',
        'snapshots/visit-front_door.jpg',
      ].toSorted(),
    );
    const snapshot = files['snapshots/visit-front_door.jpg'] ?? new Uint8Array();
    expect(Buffer.from(snapshot).toString('latin1')).toBe('\xff\xd8snapshot\xff\xd9');
    expect(JSON.parse(strFromU8(files['person.json'] ?? new Uint8Array()))).toMatchObject({
      name: 'Anna Zoë',
      consent: { ...consent, at: aTime },
      faces: [
        {
          file: `faces/${face?.id ?? ''}.jpg`,
          origin: 'event',
          descriptor: { model: 'test-embedder', metric: 'cosine', values: 'AACAPwAAAAA=' },
        },
      ],
      events: [
        {
          camera: 'Front door',
          beganAt: '2023-11-14T22:13:20.000Z',
          confidence: 1,
          snapshot: 'snapshots/visit-front_door.jpg',
        },
      ],
      picturesLeftOut: 0,
    });
  });

  it('tells what of it is damaged, and gives the rest', async () => {
    const house = await withCamera();
    const anna = await house.api.people.enrolEvent.mutate({ eventId: visit, name: 'Anna', consent });
    const vault = join(house.folder, 'data/vault');
    for (const { path } of filesIn(vault)) truncateSync(join(vault, path), 20);
    const answer = await fetched(house, `people/${anna.id}.zip`);
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(files)).toEqual(['person.json', 'left-out.json']);
    expect(JSON.parse(strFromU8(files['left-out.json'] ?? new Uint8Array()))).toEqual([
      `faces/${anna.faces[0]?.id ?? ''}.jpg`,
      'snapshots/visit-front_door.jpg',
      'snapshots/visit-front_door-face.jpg',
    ]);
  });

  it('is for this house’s own page only, and of nobody else', async () => {
    const house = await withCamera();
    const anna = await house.api.people.enrolPhoto.mutate({ name: 'Anna', photo, consent });
    const nobody = PersonId.parse('nobody');
    expect((await fetched(house, `people/${nobody}.zip`)).status).toBe(404);
    expect((await fetched(house, `people/${anna.id}.txt`)).status).toBe(404);
    const foreign = { origin: 'http://elsewhere.example' };
    expect((await fetched(house, `people/${anna.id}.zip`, foreign)).status).toBe(403);
    expect((await fetched(house, 'groups/none.jpg')).status).toBe(404);
  });
});
