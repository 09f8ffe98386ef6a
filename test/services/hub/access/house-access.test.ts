import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTRPCClient, createWSClient, TRPCClientError, wsLink } from '@trpc/client';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { type AccessView, Permission, type Role, SaveMember } from '../../../../services/contract/access.ts';
import { CameraInput } from '../../../../services/contract/api.ts';
import { CameraId, EventId } from '../../../../services/contract/identifiers.ts';
import type { Api as HubApi } from '../../../../services/hub/api.ts';
import { setPassphrase } from '../../../../services/store/keys/key-changes.ts';
import { apiOf, startHouse } from '../../../fixtures/house.ts';
import { lares } from '../../../fixtures/lares.ts';

const patient = { timeout: 15_000, interval: 50 };
const consent = { givenBy: 'Ada', recordedBy: 'Ada' };

type Api = ReturnType<typeof apiOf>;

const member = (name: string, role: Role, pin: string): SaveMember => SaveMember.parse({ name, role, pin });

const Refused = z.object({ trouble: z.object({ code: z.string(), permission: Permission.optional() }) });

/** What a wish comes to: `done`, or what a PIN is needed for. */
async function outcome(wish: Promise<unknown>): Promise<string> {
  return wish.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof TRPCClientError)) return String(error);
      const { code, permission } = Refused.parse(error.data).trouble;
      return `${code} ${permission ?? ''}`;
    },
  );
}

const pinFor = (permission: string) => `pin_needed ${permission}`;

describe('a house with PINs', () => {
  it('asks for one by procedure, and opens what the role may on that page only', async () => {
    const { api, address } = await startHouse();
    await api.cameras.save.mutate(CameraInput.parse({ name: 'Yard', address: 'rtsp://127.0.0.1:9/' }));
    const anna = await api.access.save.mutate(member('Anna', 'owner', '4711'));
    const ben = await api.access.save.mutate(member('Ben', 'resident', '4712'));
    const page = apiOf(address);
    const wishes = (from: Api): Promise<string>[] => [
      outcome(from.cameras.list.query()),
      outcome(from.events.newest.query({})),
      outcome(from.house.arm.mutate({ armed: true })),
      outcome(from.house.arm.mutate({ armed: false })),
      outcome(from.access.ticket.mutate({ path: '/clips/a.mp4' })),
      outcome(from.settings.update.mutate({ kiosk: { theme: 'night' } })),
      outcome(from.access.members.query()),
    ];
    expect(await Promise.all(wishes(page))).toEqual([
      ...['done', 'done', 'done', pinFor('disarm'), pinFor('export')],
      ...[pinFor('change_settings'), pinFor('manage_access')],
    ]);
    expect(await page.access.signIn.mutate({ memberId: ben.id, pin: '4712' })).toEqual({ kind: 'open' });
    expect(await Promise.all(wishes(page))).toEqual([
      ...['done', 'done', 'done', 'done', 'done', pinFor('change_settings'), pinFor('manage_access')],
    ]);
    expect(await outcome(apiOf(address).house.arm.mutate({ armed: false }))).toEqual(pinFor('disarm'));
    await page.access.signIn.mutate({ memberId: anna.id, pin: '4711' });
    expect(await Promise.all(wishes(page))).toEqual(Array.from({ length: 7 }, () => 'done'));
    await page.access.lock.mutate();
    expect(await outcome(page.house.arm.mutate({ armed: false }))).toEqual(pinFor('disarm'));
    const newest = await api.audit.newest.query({ limit: 3 });
    expect(newest.map(({ who, deed }) => `${who}: ${deed}`)).toContain(
      `kiosk owner ${anna.id}: changed_settings`,
    );
    expect((await api.audit.check.query()).flaws).toEqual([]);
  });

  it('ends what is watched, and the live line, as soon as it is not for the page any more', async () => {
    const { api, address } = await startHouse();
    await api.cameras.save.mutate(CameraInput.parse({ name: 'Yard', address: 'rtsp://127.0.0.1:9/' }));
    await api.access.save.mutate(member('Anna', 'owner', '4711'));
    const page = apiOf(address);
    const views: AccessView[] = [];
    page.access.watch.subscribe(undefined, { onData: (view) => views.push(view) });
    const errors: string[] = [];
    const data: unknown[] = [];
    page.people.watch.subscribe(undefined, {
      onData: (people) => data.push(people),
      onError: ({ message }) => errors.push(message),
    });
    const live = new WebSocket(`${address.replace('http', 'ws')}live/yard?as=stills`);
    const isClosed = new Promise((resolve) => live.on('close', resolve));
    await new Promise((resolve) => live.on('open', resolve));
    await vi.waitFor(() => {
      expect([views.length, data.length]).toEqual([1, 1]);
    }, patient);
    const guest = { cameras: [CameraId.parse('elsewhere')], may: ['view_live' as const] };
    await api.access.configure.mutate({ base: 'guest', idleMinutes: 5, guest });
    await isClosed;
    await vi.waitFor(() => {
      expect(views.at(-1)?.may).toEqual(['view_live']);
    }, patient);
    expect([await page.cameras.list.query(), (await page.house.health.query()).cameras]).toEqual([[], []]);
    expect((await fetch(`${address}faces/none.jpg`)).status).toBe(401);
    expect((await fetch(`${address}leave`)).status).toBe(401);
    await api.people.enrolPhoto.mutate({ name: 'Ada', photo: 'AQ==', consent });
    await vi.waitFor(() => {
      expect(errors).toEqual(['This needs a PIN. Sign in with the PIN of somebody who may do it.']);
    }, patient);
    expect(data).toEqual([[]]);
  });

  it('gives a file away by a ticket, once, and to the command line without', async () => {
    const { api, address, folder } = await startHouse();
    await api.cameras.save.mutate(
      CameraInput.parse({ name: 'Front door', address: 'rtsp://127.0.0.1:9/live' }),
    );
    const eventId = EventId.parse('visit-front_door');
    await vi.waitFor(async () => {
      expect(await api.events.get.query({ eventId })).toMatchObject({ hasFace: true });
    }, patient);
    const ada = await api.people.enrolEvent.mutate({ eventId, name: 'Ada', consent });
    const anna = await api.access.save.mutate(member('Anna', 'owner', '4711'));
    const path = `people/${ada.id}.zip`;
    const first = await fetch(address);
    const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? '';
    const page = pageWith(address, cookie);
    const get = async (ticket: string) =>
      (await fetch(`${address}${path}?ticket=${ticket}`, { headers: { cookie } })).status;
    expect([await get(''), (await fetch(`${address}snapshots/${eventId}.jpg`)).status]).toEqual([401, 200]);
    await page.access.signIn.mutate({ memberId: anna.id, pin: '4711' });
    const { ticket } = await page.access.ticket.mutate({ path: `/${path}` });
    expect([await get('none'), await get(ticket), await get(ticket)]).toEqual([401, 200, 401]);
    const token = readFileSync(join(folder, 'config/hub.token'), 'utf8').trim();
    expect((await fetch(`${address}${path}?token=${token}`)).status).toBe(200);
    expect((await fetch(`${address}${path}?from=command-line`)).status).toBe(401);
    const port = { LARES_PORT: new URL(address).port };
    expect((await lares(folder, ['access', 'list'], port)).out).toBe('name  role\nAnna  owner\n');
  });

  it('lets the passphrase in, for whoever forgot their PIN', async () => {
    const { api, folder, address } = await startHouse();
    const anna = await api.access.save.mutate(member('Anna', 'owner', '4711'));
    const page = apiOf(address);
    await expect(page.access.recover.mutate({ secret: 'guess' })).rejects.toThrow(
      'This house has no passphrase and no recovery code.',
    );
    const next = 'open sesame and more';
    await setPassphrase(join(folder, 'config'), { next });
    await page.access.recover.mutate({ secret: next });
    const view = await page.access.now.query();
    expect(view).toMatchObject({ signedIn: { name: null, role: 'owner' } });
    await page.access.save.mutate({ memberId: anna.id, name: 'Anna', role: 'owner', pin: '1111' });
  });
});

/** A page with a cookie, as a browser has it. */
function pageWith(address: string, cookie: string) {
  const WithCookie = new Proxy(globalThis.WebSocket, {
    construct: (_target, [url]: [string]) => new WebSocket(url, { headers: { cookie } }),
  });
  const socket = createWSClient({ url: `${address.replace('http', 'ws')}api`, WebSocket: WithCookie });
  onTestFinished(() => socket.close());
  return createTRPCClient<HubApi>({
    links: [wsLink({ client: socket })],
  });
}
