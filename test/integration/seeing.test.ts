import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Event } from '../../services/contract/event.ts';
import { DEMO_FRAMES_PER_SECOND, demoClips, makeDemoClips } from '../../services/hub/demo/demo-clips.ts';
import { RtspServer } from '../../services/hub/demo/rtsp-server.ts';
import { hasChromium, openKiosk } from '../kiosk/kiosk-browser.ts';
import { isAlive } from '../fixtures/alive.ts';
import { TestHouse } from './test-house.ts';

const gstreamer = existsSync('/usr/bin/python3') && (await canServe());
const password = 'p@ss:w/rd %#?&';
const name = 'Ada Lovelace-Probe';
const patience = { timeout: 120_000, interval: 500 };

async function canServe(): Promise<boolean> {
  const server = await RtspServer.start([]);
  await server?.stop();
  return server !== null;
}

/**
 * The first sentence of the architecture, whole: a real camera stream over RTSP/TCP with a password, real networks, a real
 * encrypted store, and the page in a real browser.
 */
describe.skipIf(!gstreamer || !hasChromium)(
  'a house that sees (needs the GStreamer RTSP server and Chromium)',
  () => {
    const house = new TestHouse();
    let camera: RtspServer;
    let browser: Browser;
    let page: Page;

    beforeAll(async () => {
      const directory = join(house.folder, 'clips');
      await makeDemoClips({ directory });
      const clip = demoClips(directory).find((each) => each.name === 'front-door');
      const server = await RtspServer.start(
        [
          ...['--user', 'owner', '--password-from-env', 'CAMERA_PASSWORD'],
          `front=${clip?.stream ?? ''}@${DEMO_FRAMES_PER_SECOND}`,
        ],
        0,
        { CAMERA_PASSWORD: password },
      );
      if (server === null) throw new Error('The camera could not be started.');
      camera = server;
      await house.start();
      browser = await openKiosk();
      page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    }, 180_000);

    afterAll(async () => {
      await browser.close();
      await house.stop();
      await camera.stop();
      house.remove();
    });

    const newest = () => house.api.events.newest.query({ limit: 50 });
    const cameraInput = () => ({
      name: 'Front door',
      address: `rtsp://127.0.0.1:${camera.port}/front`,
      username: 'owner',
      password,
    });

    async function eventWhere(is: (event: Event) => boolean): Promise<Event> {
      return vi.waitFor(async () => {
        const found = (await newest()).find(is);
        if (found === undefined) throw new Error(`no such event yet; the log says:\n${house.log}`);
        return found;
      }, patience);
    }

    it('says in plain words why a camera gives no picture, before it is saved', async () => {
      const wrong = { ...cameraInput(), password: 'not it' };
      await expect(house.api.cameras.test.mutate(wrong)).rejects.toThrow(/user|password/i);
      const nowhere = { ...cameraInput(), address: 'rtsp://127.0.0.1:9/nothing' };
      await expect(house.api.cameras.test.mutate(nowhere)).rejects.toThrow(/reach|answer|connect/i);
      const noCamera = { ...cameraInput(), address: 'front door' };
      await expect(house.api.cameras.test.mutate(noCamera)).rejects.toThrow(/starts with rtsp/);
    });

    it('shows a test picture of a camera that works', async () => {
      const test = await house.api.cameras.test.mutate(cameraInput());
      expect(Buffer.from(test.picture, 'base64').subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
      expect(test.codec).toBe('h264');
    });

    it('makes one event of the visit of an unknown person, with snapshot and face', async () => {
      await house.api.cameras.save.mutate(cameraInput());
      const event = await eventWhere((each) => each.label === 'person' && each.hasFace && each.hasSnapshot);
      expect(event.identity).toEqual({ kind: 'unknown' });
      expect(await house.api.events.get.query({ eventId: event.id })).toMatchObject({ id: event.id });
      const snapshot = await fetch(`${house.address}snapshots/${event.id}.jpg`);
      expect(snapshot.headers.get('content-type')).toBe('image/jpeg');
      expect(Buffer.from(await snapshot.arrayBuffer()).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    });

    it('shows the live camera and the event on the page', async () => {
      await page.goto(house.address);
      await page.getByText('Unknown person').first().waitFor();
      await page.locator('canvas[aria-label*="Front door"], canvas').first().waitFor();
    });

    it('enrols the unknown person from the event on the page', async () => {
      const event = await eventWhere((each) => each.identity.kind === 'unknown' && each.hasFace);
      await page.goto(`${house.address}#/`);
      await page.locator(`[data-event="${event.id}"]`).first().click();
      await page.getByRole('button', { name: 'Name this person' }).click();
      await page.getByLabel('Name', { exact: true }).fill(name);
      await page.getByLabel('Who notes this?').fill('Grace');
      await page.getByText(`${name} agrees that Lares keeps their face.`).click();
      await page.getByRole('button', { name: `This is ${name}` }).click();
      await vi.waitFor(async () => {
        expect((await house.api.people.list.query()).map((person) => person.name)).toEqual([name]);
      }, 20_000);
      await page.getByText(name).first().waitFor();
    });

    it('names the person when the clip plays again', async () => {
      const enrolledAtMs = Date.now();
      const event = await eventWhere(
        (each) => each.beganAtMs > enrolledAtMs && each.identity.kind === 'known',
      );
      expect(event.identity).toMatchObject({ kind: 'known', name });
      await page.goto(`${house.address}#/`);
      await page.locator(`[data-event="${event.id}"]`).getByText(name).first().waitFor();
    });

    it('refuses photos in which there is nobody to enrol, and says why', async () => {
      const truncated = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]).toString('base64');
      const consent = { givenBy: 'Nobody', recordedBy: 'Grace' };
      const photo = { name: 'Nobody', photo: truncated };
      await expect(house.api.people.enrolPhoto.mutate({ ...photo, consent })).rejects.toThrow(/photo/i);
      await expect(house.api.people.enrolPhoto.mutate(photo)).rejects.toThrow(/consent/i);
      expect((await house.api.people.list.query()).map((person) => person.name)).toEqual([name]);
    });

    it('brings a killed child back, and says so', async () => {
      const vision = async () =>
        (await house.api.house.health.query()).processes.find((each) => each.name === 'vision');
      const before = await vision();
      if (before?.state.kind !== 'running') throw new Error('The vision process does not run.');
      process.kill(before.state.pid, 'SIGKILL');
      const again = await vi.waitFor(async () => {
        const now = await vision();
        expect(now).toMatchObject({ state: { kind: 'running' }, restarts: before.restarts + 1 });
        return now;
      }, patience);
      expect(again?.state).not.toEqual(before.state);
      await page.goto(`${house.address}#/health`);
      await page.getByText('1 restart').first().waitFor();
    });

    it('leaves nothing in clear on the disk: no name, no password, no picture', () => {
      const files = house.filesOnDisk();
      const secrets = [name, 'Lovelace', password, 'Front door', 'SQLite format 3'];
      const found = files.flatMap(({ path, bytes }) => [
        ...secrets.filter((secret) => bytes.includes(secret)).map((secret) => `${secret} in ${path}`),
        ...(bytes.includes(Buffer.from([0xff, 0xd8, 0xff, 0xe0])) ? [`a JPEG in ${path}`] : []),
      ]);
      expect(files.length).toBeGreaterThan(2);
      expect(found).toEqual([]);
      expect(house.log).not.toContain('Lovelace');
      expect(house.log).not.toContain(password);
    });

    it('ends every child, and finds everything when it starts again', async () => {
      const { processes } = await house.api.house.health.query();
      const pids = processes.flatMap(({ state }) => (state.kind === 'running' ? [state.pid] : []));
      const before = await newest();
      expect(await house.stop()).toBe(0);
      expect(pids.filter(isAlive)).toEqual([]);
      await house.start();
      expect((await house.api.people.list.query()).map((person) => person.name)).toEqual([name]);
      const after = new Set((await newest()).map((event) => event.id));
      expect(before.filter((event) => !after.has(event.id))).toEqual([]);
    });
  },
);
