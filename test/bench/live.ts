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
import { lookThrough, quantile } from './live/glass.ts';
import { processorTime } from './live/processor-time.ts';
import { TimecodeCamera } from './live/timecode-camera.ts';
import { makeTimecodeClip } from './live/timecode-clip.ts';

// How long a picture takes from the camera's sending it to the canvas of the page, through the whole of Lares: RTSP, vision
// process, hub, WebSocket, Chromium without a graphics card. Each picture bears its number, the camera's clock says when it
// left, and the page's canvas is read each time the screen is drawn. The processor's time is that of all their processes.
const LOOK_S = 20;
const title = `Live view, from the camera's sending to the page's canvas, ${LOOK_S} s each`;
const SETTLE_MS = 5000;
const TILES = 8;
const main = { width: 1920, height: 1080, framesPerSecond: 25, kilobitsPerSecond: 4000, moving: true };
const sub = { width: 640, height: 360, framesPerSecond: 10, kilobitsPerSecond: 400, moving: false };
const busy = { ...sub, moving: true };
/** The changing numbers are no motion. */
const overNumbers = {
  name: 'Numbers',
  kind: 'ignore',
  polygon: [
    { x: 0, y: 0 },
    { x: 0.45, y: 0 },
    { x: 0.45, y: 0.1 },
    { x: 0, y: 0.1 },
  ],
} as const;

interface Look {
  readonly what: string;
  readonly path: string;
  readonly tiles: number;
  /** Runs in the page before anything of it. */
  readonly before?: () => void;
}

const large = { path: '#/live/camera_1', tiles: 1 };
const wall = { path: '#/', tiles: TILES };
const playerOnly = (): void => {
  Reflect.deleteProperty(globalThis, 'VideoDecoder');
};

async function measure(look: Look): Promise<TableRow> {
  const page: Page = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'en-GB' });
  if (look.before !== undefined) await page.addInitScript(look.before);
  await page.goto(house.address + look.path);
  await page
    .locator('[data-flow=flowing]')
    .nth(look.tiles - 1)
    .waitFor({ timeout: 60_000 });
  await wait(SETTLE_MS);
  const before = { page: processorTime(browserPid), hub: processorTime(house.pid) };
  const beganMs = performance.now();
  const { framesPerSecond } = look.tiles === 1 ? main : sub;
  const glass = await lookThrough(page, { startMs: camera.startMs, seconds: LOOK_S, framesPerSecond });
  const seconds = (performance.now() - beganMs) / 1000;
  const cores = (pid: number, since: number) => (processorTime(pid) - since) / seconds;
  const row = {
    what: look.what,
    'median ms': quantile(glass.latenciesMs, 0.5),
    'p95 ms': quantile(glass.latenciesMs, 0.95),
    'pictures/s': glass.picturesPerSecond,
    unreadable: glass.unreadable,
    'page, cores': cores(browserPid, before.page),
    'Lares, cores': cores(house.pid, before.hub),
  };
  await page.close();
  return row;
}

/** One after the other, each when the one before is there: eight that start at once would disturb one another. */
/** One after the other, each when the one before is there: eight that start at once would disturb one another. */
async function useCameras(numbers: readonly number[], small: 'sub' | 'busy'): Promise<void> {
  const address = `rtsp://127.0.0.1:${camera.port}`;
  const streams = { address: `${address}/main`, subAddress: `${address}/${small}` };
  for (const number of numbers) {
    const id = CameraId.parse(`camera_${number}`);
    const name = `Camera ${number}`;
    await house.api.cameras.save.mutate(CameraInput.parse({ id, name, ...streams, zones: [overNumbers] }));
    await wait(1000);
    await isLive(name);
  }
}

async function isLive(name: string): Promise<void> {
  for (let left = 240; left > 0; left -= 1) {
    const { cameras } = await house.api.house.health.query();
    if (cameras.some((each) => each.name === name && each.state.kind === 'live')) return;
    await wait(250);
  }
  throw new Error(`${name} did not come.`);
}

if (!hasChromium) throw new Error('This benchmark needs /usr/bin/chromium.');
const root = join(import.meta.dirname, '../..');
await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'renderer'), logLevel: 'error' });
const house = new TestHouse();
const mainFile = join(house.folder, 'main.h264');
const subFile = join(house.folder, 'sub.h264');
const busyFile = join(house.folder, 'busy.h264');
makeTimecodeClip(mainFile, main);
makeTimecodeClip(subFile, sub);
makeTimecodeClip(busyFile, busy);
const settings = join(house.folder, 'settings.yaml');
writeFileSync(settings, 'demo: false\n');
const camera = await TimecodeCamera.start({
  main: { file: mainFile, framesPerSecond: main.framesPerSecond },
  sub: { file: subFile, framesPerSecond: sub.framesPerSecond },
  busy: { file: busyFile, framesPerSecond: busy.framesPerSecond },
});
const server = await kioskBrowser();
const browserPid = server.pid;
const { browser } = server;
try {
  await house.start('--settings', settings);
  const eight = Array.from({ length: TILES }, (_, index) => index + 1);
  await useCameras(eight.slice(0, 1), 'sub');
  printTable(title, [
    await measure({ ...large, what: 'one camera large, 1080p25' }),
    await measure({ ...large, what: 'the same without WebCodecs', before: playerOnly }),
  ]);
  await useCameras(eight.slice(1), 'sub');
  printTable(title, [await measure({ ...wall, what: 'eight tiles, 360p10, calm scenes' })]);
  await useCameras(eight, 'busy');
  printTable(title, [await measure({ ...wall, what: 'eight tiles, 360p10, all in motion' })]);
} catch (error) {
  console.error(house.log);
  throw error;
} finally {
  await server.stop();
  await house.stop();
  await camera.stop();
  house.remove();
}
