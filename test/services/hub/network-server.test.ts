import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import { text } from 'node:stream/consumers';
import { connect } from 'node:tls';
import { describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { SaveMember } from '../../../services/contract/access.ts';
import { startHouse } from '../../fixtures/house.ts';

const patient = { timeout: 20_000, interval: 100 };
const password = 'correct horse';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  server.close();
  await once(server, 'close');
  return address === null || typeof address === 'string' ? 0 : address.port;
}

/** The certificate that is served at the port, as PEM; null where nobody listens. */
function certificateAt(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, servername: 'lares', rejectUnauthorized: false });
    socket.on('secureConnect', () => {
      resolve(socket.getPeerX509Certificate()?.toString() ?? null);
      socket.destroy();
    });
    socket.on('error', () => {
      resolve(null);
    });
  });
}

interface Asked {
  readonly port: number;
  /** The certificate that is trusted, and no other. */
  readonly ca: string;
  readonly path?: string;
  readonly form?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask({ port, ca, path = '/', form, headers = {} }: Asked) {
  const host = `${hostname().toLowerCase()}:${port}`;
  const asked = request({
    ...{ host: '127.0.0.1', servername: 'lares', port, path, ca, agent: false },
    method: form === undefined ? 'GET' : 'POST',
    headers: { host, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    asked.once('response', resolve);
    asked.once('error', reject);
  });
  asked.end(form);
  const answer = await answered;
  const [cookie = ''] = answer.headers['set-cookie'] ?? [];
  return { status: answer.statusCode ?? 0, cookie, body: await text(answer) };
}

async function house() {
  const port = await freePort();
  const started = await startHouse();
  const member = SaveMember.parse({ name: 'Anna', role: 'owner', pin: '4711', password });
  await started.api.access.save.mutate(member);
  const open = async (): Promise<string> => {
    const settings = await started.api.access.settings.query();
    await started.api.access.configure.mutate({ ...settings, network: { enabled: true, port } });
    await vi.waitFor(async () => {
      expect((await started.api.access.network.query()).state.kind).toBe('open');
    }, patient);
    return (await certificateAt(port)) ?? '';
  };
  return { ...started, port, open };
}

describe('the house in the network', () => {
  it('is closed until its owner opens it, and then serves by its own certificate only', async () => {
    const { api, port, open } = await house();
    expect(await certificateAt(port)).toBeNull();
    const ca = await open();
    const { state } = await api.access.network.query();
    const addresses = state.kind === 'open' ? state.addresses : [];
    expect(addresses).toContain(`https://${hostname().toLowerCase()}:${port}/`);
    const page = await ask({ port, ca });
    expect([page.status, page.body]).toEqual([200, expect.stringContaining('action="/login"')]);
    const statuses = [
      ask({ port, ca, path: '/snapshots/a.jpg' }),
      ask({ port, ca, path: '/assets/main.js' }),
      ask({ port, ca, headers: { host: `evil.example:${port}` } }),
      ask({ port, ca, form: 'name=Anna', path: '/login', headers: { origin: 'https://evil.example' } }),
    ];
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([401, 401, 403, 403]);
    const settings = await api.access.settings.query();
    await api.access.configure.mutate({ ...settings, network: { enabled: false, port } });
    await vi.waitFor(async () => {
      expect(await certificateAt(port)).toBeNull();
    }, patient);
  });

  it('lets in who has a password, until the session is ended, which cuts off what goes on', async () => {
    const { api, port, open } = await house();
    const ca = await open();
    const login = (secret: string) =>
      ask({
        port,
        ca,
        path: '/login',
        form: new URLSearchParams({ name: ' anna', password: secret }).toString(),
      });
    expect((await login('wrong password')).status).toBe(401);
    const { status, cookie: given } = await login(password);
    expect([status, given]).toEqual([
      303,
      expect.stringMatching(
        /^__Host-lares=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict; Max-Age=2592000$/,
      ),
    ]);
    const cookie = given.split(';')[0] ?? '';
    expect((await ask({ port, ca, headers: { cookie } })).body).toContain('npm run build');
    expect((await ask({ port, ca, path: '/leave', headers: { cookie } })).status).toBe(401);
    const host = `${hostname().toLowerCase()}:${port}`;
    const socket = new WebSocket(`wss://127.0.0.1:${port}/api`, {
      ...{ ca, servername: 'lares', headers: { cookie, host } },
    });
    await once(socket, 'open');
    const closed = once(socket, 'close');
    const [session] = (await api.access.network.query()).sessions;
    if (session === undefined) throw new Error('nobody is logged in');
    await api.access.revoke.mutate({ sessionId: session.id });
    await closed;
    expect((await ask({ port, ca, path: '/leave', headers: { cookie } })).body).toBe('Log in first.');
    expect((await api.access.network.query()).sessions).toEqual([]);
  });

  it('makes wait who guesses, and nobody at the kiosk for that', async () => {
    const { api, port, open } = await house();
    const ca = await open();
    const statuses: number[] = [];
    for (let count = 0; count < 6; count += 1)
      statuses.push((await ask({ port, ca, path: '/login', form: 'name=Anna&password=guess' })).status);
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
    const [anna] = await api.access.members.query();
    if (anna === undefined) throw new Error('Anna has a PIN');
    expect(await api.access.signIn.mutate({ memberId: anna.id, pin: '4711' })).toEqual({ kind: 'open' });
  });
});
