import { request } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { CameraInput } from '../../../services/contract/api.ts';
import { readLiveChunk } from '../../../services/contract/live.ts';
import type { VideoChunk } from '../../../services/contract/video.ts';
import { startHouse } from '../../fixtures/house.ts';

/** A request with headers that `fetch` would not let through. */
function status(address: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(address, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** 'open', or the status that refused. */
function upgrade(address: string, headers: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(address.replace('http', 'ws'), { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve('open');
    });
    socket.on('unexpected-response', (_request, response) => {
      resolve(String(response.statusCode));
    });
    socket.on('error', () => undefined);
  });
}

describe('the server', () => {
  it('answers only under its own address, and only its own page', async () => {
    const { address } = await startHouse();
    const { host, origin, port } = new URL(address);
    expect(await status(address, {})).toBe(200);
    expect(await status(address, { host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(
      200,
    );
    expect(await status(address, { host: `evil.example:${port}` })).toBe(403);
    expect(await status(address, { host, origin: 'http://evil.example' })).toBe(403);
    expect(await status(`${address}snapshots/a.jpg`, { 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await upgrade(`${address}api`, { origin })).toBe('open');
    expect(await upgrade(`${address}api`)).toBe('open');
    expect(await upgrade(`${address}api`, { origin: 'http://evil.example' })).toBe('403');
    expect(await upgrade(`${address}api`, { host: `evil.example:${port}` })).toBe('403');
    expect(await upgrade(`${address}live/door`, { origin: 'null' })).toBe('403');
  });

  it('repeats nothing of a path that is none', async () => {
    const { address } = await startHouse();
    const answer = await fetch(`${address}people/%E0%A4%A.zip`);
    expect([answer.status, await answer.text()]).toEqual([400, 'This is no address of Lares.']);
  });

  it('carries its security headers on every answer', async () => {
    const { address } = await startHouse();
    for (const path of ['', 'snapshots/a.jpg', 'nothing.js']) {
      const { headers } = await fetch(`${address}${path}`);
      expect(headers.get('content-security-policy')).toContain("default-src 'self'");
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    }
  });

  it('says in a plain page that the kiosk page is not built', async () => {
    const { address } = await startHouse();
    expect(await (await fetch(address)).text()).toContain('npm run build');
  });

  it('serves the built page for all its views, and its files by their type', async () => {
    const { address, folder } = await startHouse();
    mkdirSync(join(folder, 'page/assets'));
    writeFileSync(join(folder, 'page/index.html'), '<title>the kiosk</title>');
    writeFileSync(join(folder, 'page/assets/main.js'), 'export {};');
    for (const path of ['', 'events/some-event'])
      expect(await (await fetch(`${address}${path}`)).text()).toContain('the kiosk');
    const script = await fetch(`${address}assets/main.js`);
    expect(script.headers.get('content-type')).toContain('javascript');
    for (const path of [
      'assets/none.js',
      'assets/../../house.yaml',
      '%2e%2e/house.yaml',
      'snapshots/..%2fhouse.jpg',
    ])
      expect((await fetch(`${address}${path}`)).status).toBe(404);
  });

  it('sends a camera’s stills, one a message, to who looks at it', async () => {
    const { address, api } = await startHouse();
    await api.cameras.save.mutate(CameraInput.parse({ name: 'Yard', address: 'rtsp://127.0.0.1:9/' }));
    const pictures: (VideoChunk | null)[] = [];
    const socket = new WebSocket(`${address.replace('http', 'ws')}live/yard?as=stills`);
    socket.on('message', (data: Buffer) => pictures.push(readLiveChunk(Uint8Array.from(data).buffer)));
    await vi.waitFor(() => {
      const data = new Uint8Array(Buffer.from('\xff\xd8live yard\xff\xd9', 'latin1'));
      expect(pictures[0]).toMatchObject({ key: true, data });
    }, 15_000);
    socket.terminate();
  });

  it('closes the live line of a camera that is not there', async () => {
    const { address } = await startHouse();
    const socket = new WebSocket(`${address.replace('http', 'ws')}live/none`);
    const code = await new Promise((resolve) => socket.on('close', resolve));
    expect(code).toBe(1008);
  });
});
