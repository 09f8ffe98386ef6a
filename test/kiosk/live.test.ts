import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CameraInput } from '../../services/contract/api.ts';
import { makeClip } from '../fixtures/coded-video.ts';
import { startHouse } from '../fixtures/house.ts';
import { scratchFolder } from '../services/store/scratch.ts';
import { FixtureHouse } from './fixture-house.ts';
import { Kiosk } from './kiosk.ts';
import { hasChromium } from './kiosk-browser.ts';

const kiosk = new Kiosk();
const clips = mkdtempSync(join(tmpdir(), 'lares-clips-'));
const large = join(clips, 'large-1280x720.h264');
const small = join(clips, 'small-640x360.h264');
const broken = join(clips, 'broken-640x360.h264');
const largeH265 = join(clips, 'h265-1280x720.h264');
const smallH265 = join(clips, 'h265-640x360.h264');

/** A real hub whose cameras are films, and the built page from it. */
async function house(
  cameras: readonly { readonly name: string; readonly address: string; readonly subAddress?: string }[],
) {
  const scripts = {
    vision: new URL('../fixtures/children/filming.ts', import.meta.url),
    voice: new URL('../fixtures/children/hearing.ts', import.meta.url),
  };
  const started = await startHouse(scratchFolder(), { page: kiosk.directory, scripts });
  for (const camera of cameras) await started.api.cameras.save.mutate(CameraInput.parse(camera));
  return started;
}

/** How many different pictures the canvas of a camera shows within a while. */
async function pictures(page: Page, camera: string): Promise<number> {
  const canvas = page.locator(`[data-camera=${camera}] canvas`);
  return canvas.evaluate(async (element) => {
    if (!(element instanceof HTMLCanvasElement)) return 0;
    const seen = new Set<string>();
    for (let turn = 0; turn < 20; turn += 1) {
      const small = new OffscreenCanvas(64, 36);
      const context = small.getContext('2d');
      context?.drawImage(element, 0, 0, 64, 36);
      seen.add([...(context?.getImageData(0, 0, 64, 36).data ?? [])].join());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return seen.size;
  });
}

const moves = async (page: Page, camera: string) => {
  await page.locator(`[data-camera=${camera}] [data-flow=flowing]`).waitFor();
  await expect.poll(() => pictures(page, camera), { timeout: 15_000 }).toBeGreaterThan(3);
};

const plan = (page: Page, camera: string) =>
  page.locator(`[data-camera=${camera}] [data-plan]`).getAttribute('data-plan');

const canvasSize = (page: Page, camera: string) =>
  page
    .locator(`[data-camera=${camera}] canvas`)
    .evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? `${canvas.width}x${canvas.height}` : ''));

/** As on a page that came over plain HTTP from another machine. */
const withoutWebCodecs = (page: Page) =>
  page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'VideoDecoder');
  });

describe.skipIf(!hasChromium)('live video (needs /usr/bin/chromium)', () => {
  beforeAll(async () => {
    await kiosk.start();
    for (const file of [large, small, broken, largeH265, smallH265]) {
      const [size = ''] = /\d+x\d+/.exec(file) ?? [];
      makeClip(file, { size, framesPerSecond: 20, seconds: 3 });
    }
  });
  afterEach(() => kiosk.closePages());
  afterAll(async () => {
    await kiosk.stop();
    rmSync(clips, { recursive: true, force: true });
  });

  it('shows the camera’s own video, and to a second viewer too', async () => {
    const { address } = await house([{ name: 'Door', address: large }]);
    const page = await kiosk.newPage();
    await page.goto(`${address}#/live/door`);
    await moves(page, 'door');
    expect([await plan(page, 'door'), await canvasSize(page, 'door')]).toEqual(['main video', '1280x720']);
    const second = await kiosk.newPage();
    await second.goto(address);
    await moves(second, 'door');
    await moves(page, 'door');
  });

  it('takes the browser’s player where WebCodecs is missing', async () => {
    const { address } = await house([{ name: 'Door', address: large }]);
    const page = await kiosk.newPage();
    await withoutWebCodecs(page);
    await page.goto(`${address}#/live/door`);
    await moves(page, 'door');
    expect(await page.evaluate(() => 'VideoDecoder' in globalThis)).toBe(false);
    expect([await plan(page, 'door'), await canvasSize(page, 'door')]).toEqual(['main video', '1280x720']);
  });

  it.each([['with WebCodecs'], ['without WebCodecs']])('goes on after damaged chunks, %s', async (how) => {
    const { address } = await house([{ name: 'Door', address: broken }]);
    const page = await kiosk.newPage();
    if (how === 'without WebCodecs') await withoutWebCodecs(page);
    await page.goto(`${address}#/live/door`);
    await moves(page, 'door');
    // Every chunk number 10 of 30 is damaged: some pass while this is looked at.
    await page.waitForTimeout(3000);
    await moves(page, 'door');
    expect(await plan(page, 'door')).toBe('main video');
  });

  it('shows eight cameras at once, each in the stream that suffices', async () => {
    const names = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight'];
    const { address } = await house(names.map((name) => ({ name, address: large, subAddress: small })));
    const page = await kiosk.newPage();
    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.goto(address);
    for (const name of names) {
      await moves(page, name.toLowerCase());
      expect(await plan(page, name.toLowerCase())).toBe('sub video');
    }
    await page.goto(`${address}#/live/one`);
    await moves(page, 'one');
    expect([await plan(page, 'one'), await canvasSize(page, 'one')]).toEqual(['main video', '1280x720']);
  });

  it('shows the small stream of a camera whose main stream the browser can’t show, and says so', async () => {
    const { address } = await house([{ name: 'Door', address: largeH265, subAddress: small }]);
    const page = await kiosk.newPage();
    await page.goto(`${address}#/live/door`);
    await page.locator('[data-camera=door]').getByText('Small stream').waitFor();
    await moves(page, 'door');
    expect([await plan(page, 'door'), await canvasSize(page, 'door')]).toEqual(['sub video', '640x360']);
  });

  it.each([
    ['one stream', { address: largeH265 }, 'main transcoded', '1280x720'],
    ['two streams', { address: largeH265, subAddress: smallH265 }, 'sub transcoded', '640x360'],
  ] as const)('has H.265 of %s converted, and says so', async (...[, streams, shown, size]) => {
    const { address } = await house([{ name: 'Door', ...streams }]);
    const page = await kiosk.newPage();
    await page.goto(`${address}#/live/door`);
    await page.locator('[data-camera=door]').getByText('Converted from H.265').waitFor();
    await moves(page, 'door');
    expect([await plan(page, 'door'), await canvasSize(page, 'door')]).toEqual([shown, size]);
  });

  it('shows a tile that is scrolled out of view by stills, and none in a page in the background', async () => {
    const fixture = new FixtureHouse();
    const { page, hub } = await kiosk.open({ house: fixture });
    await page.setViewportSize({ width: 500, height: 320 });
    await page.locator('[data-camera=front_door] [data-flow=flowing]').waitFor();
    await page.evaluate(() => {
      document.querySelector('[data-event]')?.scrollIntoView();
    });
    await expect
      .poll(() => hub.looks, { timeout: 10_000 })
      .toEqual(['drive stills', 'front_door stills', 'garden stills', 'hall stills']);
    await page.evaluate(() => {
      document.querySelector('[data-camera=garden]')?.scrollIntoView();
    });
    await expect.poll(() => hub.looks, { timeout: 10_000 }).toContain('garden video');
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, value: true });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await expect.poll(() => hub.looks, { timeout: 10_000 }).toEqual([]);
  });

  it('breaks no rule of the content security policy and throws nothing', () => {
    expect(kiosk.complaints).toEqual([]);
  });
});
