import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { EventChange } from '../../../services/contract/event.ts';
import { CameraInput } from '../../../services/contract/api.ts';
import { CameraId, EventId } from '../../../services/contract/identifiers.ts';
import { startHub } from '../../../services/hub/start.ts';
import { setPassphrase } from '../../../services/store/keys/key-changes.ts';
import { isAlive } from '../../fixtures/alive.ts';
import { pidOf, startHouse } from '../../fixtures/house.ts';
import { scratchFolder } from '../store/scratch.ts';

const patient = { timeout: 15_000, interval: 50 };
const consent = { givenBy: 'Anna', recordedBy: 'Otto' };
const door = CameraInput.parse({ name: 'Front door', address: 'rtsp://anna:secret@127.0.0.1:9/live' });

async function withCamera() {
  const house = await startHouse();
  await house.api.cameras.save.mutate(door);
  const id = EventId.parse('visit-front_door');
  await vi.waitFor(async () => {
    expect(await house.api.events.get.query({ eventId: id })).toMatchObject({
      hasSnapshot: true,
      hasFace: true,
    });
  }, patient);
  return { ...house, id };
}

describe('the hub', () => {
  it('tells at first start where the key is, and that all parts run', async () => {
    const { api, address } = await startHouse();
    const health = await vi.waitFor(async () => {
      const now = await api.house.health.query();
      expect(now.processes.map(({ state }) => state.kind)).toEqual(['running', 'running', 'running']);
      expect(now.voice).toEqual({ kind: 'waiting', source: 'none', wakePhrase: 'computer' });
      return now;
    }, patient);
    expect(health).toMatchObject({ demo: false, armed: false, key: { kind: 'open', keptBy: 'key_file' } });
    expect(health.notices.map(({ id }) => id)).toEqual(['key', 'vision:gallery']);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it('turns what a camera sees into an event with its pictures', async () => {
    const { api, address, id } = await withCamera();
    expect(await api.cameras.list.query()).toMatchObject([
      { id: 'front_door', address: 'rtsp://127.0.0.1:9/live', username: 'anna', hasPassword: true },
    ]);
    expect(await api.events.newest.query({ limit: 10 })).toMatchObject([
      { id, label: 'person', identity: { kind: 'unknown' }, hasSnapshot: true, hasFace: true },
    ]);
    const picture = await fetch(`${address}snapshots/${id}.jpg`);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(picture.headers.get('cache-control')).toBe('no-store');
    expect(await picture.text()).toContain('snapshot');
    expect(await (await fetch(`${address}snapshots/${id}-face.jpg`)).text()).toContain('event face');
    expect((await fetch(`${address}snapshots/visit-back_door.jpg`)).status).toBe(404);
  });

  it('saves zones, tells the page what is private, and lets it look into the motion detector', async () => {
    const { api } = await withCamera();
    const cameraId = CameraId.parse('front_door');
    const polygon = [
      { x: 0, y: 0 },
      { x: 0.5, y: 0 },
      { x: 0, y: 0.5 },
    ];
    const zones = [
      { name: 'Window', kind: 'privacy' as const, polygon, sensitivity: null, minimumTimeMs: 0 },
    ];
    const sensitivity = { day: null, night: 0.3 };
    await api.cameras.saveZones.mutate({ cameraId, zones, sensitivity });
    expect(await api.cameras.list.query()).toMatchObject([{ zones, sensitivity, hasPassword: true }]);
    expect((await api.house.health.query()).cameras).toMatchObject([{ id: cameraId, privacy: [polygon] }]);
    const views: unknown[] = [];
    const watching = api.cameras.watchMotion.subscribe({ cameraId }, { onData: (view) => views.push(view) });
    await vi.waitFor(() => {
      expect(views).toContainEqual(expect.objectContaining({ cameraId, light: 'night', mask: 'AAEC' }));
    }, patient);
    watching.unsubscribe();
    const two = polygon.slice(1);
    const wrong = {
      cameraId,
      zones: [{ ...zones[0], name: 'Line', kind: 'ignore' as const, polygon: two }],
      sensitivity,
    };
    await expect(api.cameras.saveZones.mutate(wrong)).rejects.toThrow('a zone needs three corners');
  });

  it('enrols the unknown person of an event, and tells vision and voice of it', async () => {
    const { api, address, id } = await withCamera();
    const anna = await api.people.enrolEvent.mutate({ eventId: id, name: 'Anna', consent });
    expect(await (await fetch(`${address}faces/${anna.faces[0]?.id ?? ''}.jpg`)).text()).toContain(
      'event face',
    );
    expect((await api.events.get.query({ eventId: id })).identity).toMatchObject({
      kind: 'known',
      name: 'Anna',
    });
    await vi.waitFor(async () => {
      const { notices } = await api.house.health.query();
      expect(notices.find((notice) => notice.id === 'vision:gallery')?.what).toBe('I know 1 people.');
      const [said] = await api.voice.say.mutate({ text: 'who do you know' });
      expect(said?.reply).toBe('Anna, Front door');
    }, patient);
  });

  it('does what was said, and writes it down', async () => {
    const { api } = await startHouse();
    await vi.waitFor(() => api.voice.say.mutate({ text: 'turn on the kitchen light' }), patient);
    expect(await api.voice.transcript.query()).toMatchObject([
      { heard: 'turn on the kitchen light', intent: { name: 'HassTurnOn' }, outcome: 'done' },
    ]);
    expect(await api.devices.list.query()).toContainEqual(
      expect.objectContaining({ entityId: 'light.kitchen', state: 'on' }),
    );
  });

  it('brings a killed child back, ends its visits, and says so', async () => {
    const { api, id } = await withCamera();
    const changes: EventChange['change'][] = [];
    const watching = api.events.watch.subscribe(undefined, { onData: ({ change }) => changes.push(change) });
    const before = pidOf(await api.house.health.query(), 'vision');
    process.kill(before, 'SIGKILL');
    await vi.waitFor(async () => {
      const health = await api.house.health.query();
      expect(pidOf(health, 'vision')).not.toBe(before);
      expect(health.processes[1]?.restarts).toBe(1);
    }, patient);
    await vi.waitFor(() => {
      expect(changes.slice(0, 2)).toEqual(['ended', 'began']);
    }, patient);
    expect((await api.events.get.query({ eventId: id })).id).toBe(id);
    watching.unsubscribe();
  });

  it('leaves no process behind when it stops, and finds everything again', async () => {
    const { api, folder, stop, id } = await withCamera();
    const health = await api.house.health.query();
    const pids = [pidOf(health, 'vision'), pidOf(health, 'voice')];
    await stop();
    expect(pids.map(isAlive)).toEqual([false, false]);
    const again = await startHouse(folder);
    expect(await again.api.cameras.list.query()).toMatchObject([{ id: 'front_door', hasPassword: true }]);
    expect((await again.api.events.get.query({ eventId: id })).id).toBe(id);
  });

  it('says trouble in two sentences, and takes no wrong input', async () => {
    const { api } = await startHouse();
    const camera = CameraInput.parse({ name: 'Yard', address: 'rtsp://cam.lan/1' });
    await expect(vi.waitFor(() => api.cameras.test.mutate(camera), patient)).rejects.toMatchObject({
      message: 'The camera refuses. Give its password.',
      data: { code: 'FORBIDDEN', trouble: { code: 'refused', what: 'The camera refuses.' } },
    });
    await expect(api.cameras.save.mutate({ ...camera, address: 'cam.lan' })).rejects.toThrow(
      /^This can't be taken: address: a camera address starts with .* Correct it/,
    );
    await expect(
      api.people.enrolPhoto.mutate({ name: 'Anna', consent, photo: 'AAAA' }),
    ).rejects.toMatchObject({
      data: { trouble: { code: 'no_face' } },
    });
    await expect(api.events.get.query({ eventId: EventId.parse('x') })).rejects.not.toHaveProperty(
      'data.stack',
    );
  });

  it('goes on with the stored settings when the settings file has a mistake', async () => {
    const folder = scratchFolder();
    const bad = join(folder, 'bad.yaml');
    writeFileSync(bad, 'demo: false\nvision: { framesPerSecond: 100 }\n');
    const { stop } = await startHouse(folder);
    await stop();
    const { api } = await startHouse(folder, { settingsFile: bad });
    const { notices } = await api.house.health.query();
    const notice = notices.find(({ id }) => id === 'settings-file');
    expect(notice?.severity).toBe('error');
    expect(notice?.what).toMatch(/bad\.yaml has a mistake: vision\.framesPerSecond: Too big/);
    expect((await api.settings.get.query()).vision.framesPerSecond).toBe(5);
  });

  it('imports a settings file from the page', async () => {
    const { api } = await startHouse();
    const shown = await api.settings.import.mutate({
      name: 'a.yaml',
      text: 'voice: { wakePhrase: jarvis }',
    });
    expect(shown.voice.wakePhrase).toBe('jarvis');
    await expect(
      api.settings.import.mutate({ name: 'a.yaml', text: 'voice: { wakePhrase: hey lares }' }),
    ).rejects.toThrow('does not know the wake phrase “hey lares” yet');
    expect((await api.settings.get.query()).voice.wakePhrase).toBe('jarvis');
    await expect(api.settings.import.mutate({ name: 'a.yaml', text: 'voice: [' })).rejects.toMatchObject({
      data: { trouble: { code: 'bad_settings' } },
    });
    const noticeIds = async () => (await api.house.health.query()).notices.map(({ id }) => id);
    expect(await noticeIds()).toContain('settings-file');
    await api.settings.import.mutate({ name: 'a.yaml', text: 'voice: { wakePhrase: computer }' });
    expect(await noticeIds()).not.toContain('settings-file');
  });

  it('does not start twice at one address', async () => {
    const { address, folder } = await startHouse();
    const environment = { LARES_PORT: new URL(address).port, LARES_DATA: folder, LARES_CONFIG: folder };
    await expect(startHub({ environment })).rejects.toMatchObject({
      message: `Lares is already running at ${address}.`,
    });
    await expect(startHub({ environment: { LARES_PORT: 'x' } })).rejects.toMatchObject({ code: 'bad_input' });
  });
});

describe('a house with a passphrase', () => {
  async function locked() {
    const folder = scratchFolder();
    const { api, stop } = await startHouse(folder);
    await api.house.arm.mutate({ armed: true });
    await stop();
    await setPassphrase(join(folder, 'config'), { next: 'four words of mine' });
    return startHouse(folder);
  }

  it('starts locked: nothing runs, nothing is told', async () => {
    const { api, address } = await locked();
    expect(await api.house.health.query()).toMatchObject({
      key: { kind: 'locked' },
      armed: false,
      processes: [{ name: 'hub' }, { state: { kind: 'stopped' } }, { state: { kind: 'stopped' } }],
      notices: [],
    });
    await expect(api.people.list.query()).rejects.toMatchObject({ data: { trouble: { code: 'locked' } } });
    expect((await fetch(`${address}snapshots/a.jpg`)).status).toBe(401);
    expect((await fetch(address)).status).toBe(200);
  });

  it('opens with the passphrase only, and tells the waiting page', async () => {
    const { api } = await locked();
    const told: string[] = [];
    const watching = api.house.watchHealth.subscribe(undefined, { onData: ({ key }) => told.push(key.kind) });
    await vi.waitFor(() => {
      expect(told).toEqual(['locked']);
    }, patient);
    await expect(api.house.unlock.mutate({ passphrase: 'wrong' })).rejects.toMatchObject({
      data: { trouble: { code: 'wrong_passphrase' } },
    });
    const health = await api.house.unlock.mutate({ passphrase: 'four words of mine' });
    expect(health).toMatchObject({ key: { kind: 'open', keptBy: 'passphrase' }, armed: true });
    await vi.waitFor(() => {
      expect(told.slice(0, 2)).toEqual(['locked', 'open']);
    }, patient);
    watching.unsubscribe();
    // What was tried while nothing could be written is noted now.
    const noted = await api.audit.newest.query({ limit: 3 });
    expect(noted.map(({ who, deed }) => `${who} ${deed}`)).toEqual([
      ...['kiosk opened', 'kiosk wrong_passphrase', 'lares started'],
    ]);
  });
});

describe('the data folder', () => {
  it('can not be opened with another key: one sentence, nothing running, nothing changed', async () => {
    const folder = scratchFolder();
    const { stop } = await startHouse(folder);
    await stop();
    const database = readFileSync(join(folder, 'data/lares.db'));
    mkdirSync(join(folder, 'config'), { recursive: true });
    await expect(startHouse(folder, { key: new Uint8Array(32).fill(1) })).rejects.toMatchObject({
      code: 'locked',
    });
    expect(readFileSync(join(folder, 'data/lares.db'))).toEqual(database);
  });
});
