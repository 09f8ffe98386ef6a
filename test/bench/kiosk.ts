import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { build } from 'vite';
import { CameraInput } from '../../services/contract/api.ts';
import { CameraId } from '../../services/contract/identifiers.ts';
import { printTable, type TableRow } from '../../services/evaluate/table.ts';
import { TestHouse } from '../integration/test-house.ts';
import { hasChromium, kioskBrowser } from '../kiosk/kiosk-browser.ts';
import { BarePage } from './kiosk/bare-page.ts';
import { changeMs, leastChangeMs, openingTimes, wakeMs, watchOpening } from './kiosk/page-times.ts';
import { watchBrowser } from './kiosk/renderer-process.ts';
import { scriptRows } from './kiosk/script-bytes.ts';
import { lookThrough, quantile } from './live/glass.ts';
import { TimecodeCamera } from './live/timecode-camera.ts';
import { makeTimecodeClip } from './live/timecode-clip.ts';

// What the kiosk page costs in Chromium without a graphics card: its scripts, how soon it shows something, how quickly its
// views change, what eight live cameras take, and how quickly a touch wakes it; each beside the least that a browser needs.
const tiles = 8;
const lookMs = 15_000;
const settleMs = 5000;
const openings = 5;
const rounds = 4;
const clip = { width: 640, height: 360, framesPerSecond: 15, kilobitsPerSecond: 600, moving: true };
/** The whole picture changes all the time; that is no visit. */
const everywhere = {
  name: 'Picture',
  kind: 'ignore',
  polygon: [
    { x: 0, y: 0 },
    { x: 1, y: 0 },
    { x: 1, y: 1 },
    { x: 0, y: 1 },
  ],
} as const;
const views = [
  '#/events',
  '#/people',
  '#/voice',
  '#/cameras',
  '#/health',
  '#/settings',
  '#/live/camera_1',
  '#/',
];

if (!hasChromium) throw new Error('This benchmark needs /usr/bin/chromium.');
const root = join(import.meta.dirname, '../..');
await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'renderer'), logLevel: 'error' });
const house = new TestHouse();
const film = join(house.folder, 'film.h264');
makeTimecodeClip(film, clip);
const bare = new BarePage({ film, framesPerSecond: clip.framesPerSecond, films: tiles });
const settings = join(house.folder, 'settings.yaml');
writeFileSync(settings, 'demo: false\n');
const camera = await TimecodeCamera.start({ film: { file: film, framesPerSecond: clip.framesPerSecond } });
const { browser, pid, stop } = await kioskBrowser();

function newPage(): Promise<Page> {
  return browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'en-GB' });
}

async function useCameras(): Promise<void> {
  const address = `rtsp://127.0.0.1:${camera.port}/film`;
  for (let number = 1; number <= tiles; number += 1) {
    const id = CameraId.parse(`camera_${number}`);
    const name = `Camera ${number}`;
    const recording = { mode: 'off' } as const;
    await house.api.cameras.save.mutate(
      CameraInput.parse({ id, name, address, recording, zones: [everywhere] }),
    );
    await wait(1000);
  }
  for (let left = 240; left > 0; left -= 1) {
    const { cameras } = await house.api.house.health.query();
    if (cameras.filter(({ state }) => state.kind === 'live').length === tiles) return;
    await wait(250);
  }
  throw new Error('Not all cameras came.');
}

/** Each page is new, so that nothing of it is in the browser's cache. */
async function opening(): Promise<readonly TableRow[]> {
  const empty: number[] = [];
  const times: { first: number; useful: number; picture: number }[] = [];
  for (let turn = 0; turn < openings; turn += 1) {
    const least = await newPage();
    await least.goto(bare.empty);
    await wait(300);
    empty.push(
      await least.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
    );
    await least.context().close();
    const page = await newPage();
    await watchOpening(page);
    await page.goto(house.address);
    const { firstPaintMs, usefulMs, firstPictureMs } = await openingTimes(page);
    times.push({ first: firstPaintMs ?? 0, useful: usefulMs ?? 0, picture: firstPictureMs ?? 0 });
    await page.context().close();
  }
  printTable('Scripts of the page', scriptRows(join(root, 'dist/renderer')));
  return [
    summary('an empty page', empty),
    summary(
      'Lares, first paint',
      times.map(({ first }) => first),
    ),
    summary(
      'Lares, useful: armed or not, the wall, the last visits',
      times.map(({ useful }) => useful),
    ),
    summary(
      'Lares, first live picture',
      times.map(({ picture }) => picture),
    ),
  ];
}

function summary(what: string, ms: readonly number[]): TableRow {
  const sorted = ms.toSorted((a, b) => a - b);
  return {
    what,
    'first ms': ms[0] ?? null,
    'median ms': quantile(sorted, 0.5),
    'most ms': sorted.at(-1) ?? null,
  };
}

async function changes(page: Page): Promise<readonly TableRow[]> {
  const times = new Map<string, number[]>(views.map((view) => [view, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const view of views) {
      times.get(view)?.push(await changeMs(page, view));
      await wait(400);
    }
  const least = await newPage();
  await least.goto(bare.empty);
  const leastMs = [];
  for (let round = 0; round < rounds; round += 1) leastMs.push(await leastChangeMs(least));
  await least.context().close();
  return [
    summary('the least: a word on an empty page', leastMs),
    ...[...times].map(([view, ms]) => summary(view, ms)),
  ];
}

/** Cores that a page takes while nobody touches it. */
async function cost(what: string, page: Page): Promise<TableRow> {
  await wait(settleMs);
  const pictures = await page.evaluate(() => document.querySelectorAll('[data-flow=flowing]').length);
  const watch = watchBrowser(pid);
  await wait(lookMs);
  const { page: all, main, others, drawing } = watch.stop();
  return {
    what,
    'live tiles': pictures,
    'page process': all,
    'its main thread': main,
    'its other threads': others,
    'drawing process': drawing,
  };
}

async function measure(): Promise<void> {
  await house.start('--settings', settings);
  await bare.start();
  await useCameras();
  await wait(settleMs);
  printTable('How soon a page shows what, ms after it was asked for', await opening());
  const rows: TableRow[] = [];
  const least = await newPage();
  await least.goto(bare.empty);
  rows.push(await cost('an empty page', least));
  await least.goto(bare.videos);
  rows.push(await cost(`${tiles} bare <video>, the same film`, least));
  await least.context().close();
  const page = await newPage();
  await page.goto(house.address);
  await page
    .locator('[data-flow=flowing]')
    .nth(tiles - 1)
    .waitFor({ timeout: 60_000 });
  rows.push(await cost(`Home with ${tiles} live tiles`, page));
  const { framesPerSecond } = clip;
  const seen = await lookThrough(page, { startMs: camera.startMs, seconds: 10, framesPerSecond });
  printTable('What the eight tiles show', [
    {
      'pictures a second, each': seen.picturesPerSecond,
      'median ms from the camera': quantile(seen.latenciesMs, 0.5),
    },
  ]);
  printTable(`Cores, ${clip.width}x${clip.height} at ${clip.framesPerSecond} fps, software only`, rows);
  printTable('From a tap to the painted view, ms, eight cameras live', await changes(page));
  const { kiosk } = await house.api.settings.get.query();
  await house.api.settings.update.mutate({ kiosk: { ...kiosk, restAfterMinutes: 1 } });
  printTable('The resting screen', [{ what: 'from a touch to the painted house', ms: await wakeMs(page) }]);
}

try {
  await measure();
} catch (error) {
  console.error(house.log);
  throw error;
} finally {
  bare.stop();
  await stop();
  await house.stop();
  await camera.stop();
  house.remove();
}
