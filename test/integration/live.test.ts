import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { CameraInput } from '../../services/contract/api.ts';
import { readLiveChunk } from '../../services/contract/live.ts';
import { hasChromium, openKiosk } from '../kiosk/kiosk-browser.ts';
import { TestHouse } from './test-house.ts';

const patience = { timeout: 60_000, interval: 250 };

function makeFilm(file: string, coder: readonly string[]): void {
  const source = 'testsrc2=size=640x360:rate=15:duration=6';
  const { status, stderr } = spawnSync(
    'ffmpeg',
    ['-v', 'error', '-y', '-f', 'lavfi', '-i', source, '-pix_fmt', 'yuv420p', '-g', '15', ...coder, file],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`ffmpeg made no film: ${stderr}`);
}

/** Whether the canvas shows another picture a little later. */
async function moves(page: Page, camera: string): Promise<void> {
  const picture = () =>
    page
      .locator(`[data-camera=${camera}] canvas`)
      .evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL('image/jpeg', 0.4) : ''));
  const first = await picture();
  await vi.waitFor(async () => {
    expect(await picture()).not.toBe(first);
  }, patience);
}

/** The whole way of live video: real cameras, the vision process, the hub, the page in a real browser. */
describe.skipIf(!hasChromium)('live video from end to end (needs /usr/bin/chromium)', () => {
  const house = new TestHouse();
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const [own, other] = [join(house.folder, 'own.mp4'), join(house.folder, 'other.mp4')];
    makeFilm(own, ['-c:v', 'libx264', '-preset', 'ultrafast', '-bf', '0']);
    makeFilm(other, [
      '-c:v',
      'libx265',
      '-preset',
      'ultrafast',
      '-tag:v',
      'hvc1',
      '-x265-params',
      'log-level=none',
    ]);
    const settings = join(house.folder, 'settings.yaml');
    writeFileSync(settings, 'demo: false\n');
    await house.start('--settings', settings);
    for (const [name, address] of Object.entries({ Own: own, Other: other }))
      await house.api.cameras.save.mutate(CameraInput.parse({ name, address }));
    browser = await openKiosk();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await house.stop();
    house.remove();
  });

  /** Its neighbour is there beside it, as a still a second. */
  const plan = (camera: string) =>
    page.locator(`[data-camera=${camera}] [data-plan]`).getAttribute('data-plan');

  it('shows H.264 as the camera sends it', async () => {
    await page.goto(`${house.address}#/live/own`);
    await page.locator('[data-camera=own] [data-flow=flowing]').waitFor({ timeout: 60_000 });
    await moves(page, 'own');
    expect(await plan('own')).toBe('main video');
  });

  it('converts H.265 for a browser that can’t show it, and says so', async () => {
    await page.goto(`${house.address}#/live/other`);
    await page.getByText('Converted from H.265').waitFor({ timeout: 60_000 });
    await moves(page, 'other');
    expect(await plan('other')).toBe('main transcoded');
  });

  it('sends a still a second of a camera that is not looked at', async () => {
    const atMs: number[] = [];
    const socket = new WebSocket(`${house.address.replace('http', 'ws')}live/own?as=stills`);
    socket.on('message', (data: Buffer) => {
      const chunk = readLiveChunk(Uint8Array.from(data).buffer);
      expect([...(chunk?.data.subarray(0, 2) ?? [])]).toEqual([0xff, 0xd8]);
      atMs.push(performance.now());
    });
    await vi.waitFor(() => {
      expect(atMs.length).toBeGreaterThanOrEqual(4);
    }, patience);
    socket.terminate();
  });
});
