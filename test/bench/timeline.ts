import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright';
import { build } from 'vite';
import { CameraInput } from '../../services/contract/api.ts';
import { printTable, type TableRow } from '../../services/evaluate/table.ts';
import { TestHouse } from '../integration/test-house.ts';
import { hasChromium, kioskBrowser } from '../kiosk/kiosk-browser.ts';
import { cameras } from './memory/house.ts';
import { framesWhile } from './timeline/frame-times.ts';
import { ownTasks } from './timeline/own-time.ts';
import { rememberVisits } from './timeline/remembered-house.ts';

// Whether the timeline stutters: a real hub with 100,000 visits of a year in its encrypted database, and the time between the
// pictures of the screen in Chromium without a graphics card, while the list is scrolled, thrown about, and the band dragged; beside it, the
// same in an empty page that is as high. A number: so many visits instead.
const events = Number(process.argv.find((argument) => /^\d+$/.test(argument)) ?? 100_000);
const pictures = 2000;
const turns = 120;
const settleMs = 1500;

async function wheel(page: Page): Promise<void> {
  await page.mouse.move(700, 700);
  for (let turn = 0; turn < turns; turn += 1) {
    await page.mouse.wheel(0, 400);
    await wait(50);
  }
}

/** As somebody who drags the scroll bar about. */
async function fling(page: Page): Promise<void> {
  for (let turn = 0; turn < turns / 2; turn += 1) {
    const share = ((turn * 7919) % 1000) / 1000;
    await page.evaluate((to) => {
      const list = document.querySelector('[data-days]');
      if (list !== null) list.scrollTop = to * list.scrollHeight;
    }, share);
    await wait(100);
  }
}

async function drag(page: Page): Promise<void> {
  const box = await page.locator('[data-band]').boundingBox();
  if (box === null) throw new Error('There is no band.');
  const y = box.y + box.height / 2;
  for (let stroke = 0; stroke < 6; stroke += 1) {
    await page.mouse.move(box.x + 50, y);
    await page.mouse.down();
    for (let step = 1; step <= 20; step += 1) {
      await page.mouse.move(box.x + 50 + step * 35, y);
      await wait(25);
    }
    await page.mouse.up();
  }
}

/** Beside the clock, what the page's own thread needed of the processor: the same however busy the machine is. */
async function measured(what: string, page: Page, work: () => Promise<void>): Promise<TableRow> {
  let own: readonly number[] = [];
  const row = await framesWhile(what, page, async () => {
    own = await ownTasks(browser, page, work);
  });
  return {
    ...row,
    'own time, s': own.reduce((sum, ms) => sum + ms, 0) / 1000,
    'longest own task ms': Math.max(0, ...own),
    'own tasks over 50 ms': own.filter((ms) => ms > 50).length,
  };
}

async function measure(): Promise<readonly TableRow[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const rows: TableRow[] = [];
  await page.goto(`${house.address}#/events`);
  await page.locator('[data-event]').nth(8).waitFor({ timeout: 60_000 });
  await wait(settleMs);
  const heightPx = await page.locator('[data-days]').evaluate((list) => list.scrollHeight);
  const bare = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await bare.setContent(
    `<div data-days style="position:fixed;inset:0;overflow-y:auto"><div style="height:${heightPx}px"></div></div>`,
  );
  rows.push(await measured('an empty list of that height, by the wheel', bare, () => wheel(bare)));
  rows.push(await measured('the same, thrown about', bare, () => fling(bare)));
  await bare.close();
  rows.push(await measured('the timeline, by the wheel', page, () => wheel(page)));
  rows.push(await measured('thrown about', page, () => fling(page)));
  rows.push(await measured('its band, dragged', page, () => drag(page)));
  await page.close();
  return rows;
}

if (!hasChromium) throw new Error('This benchmark needs /usr/bin/chromium.');
const root = join(import.meta.dirname, '../..');
await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'renderer'), logLevel: 'error' });
const house = new TestHouse();
const settings = join(house.folder, 'settings.yaml');
writeFileSync(settings, 'demo: false\n');
const { browser, stop } = await kioskBrowser();
try {
  await rememberVisits({ configFolder: house.configFolder, dataFolder: house.dataFolder, events, pictures });
  await house.start('--settings', settings);
  for (const { id, name, area } of cameras) {
    const camera = { id, name, area, address: 'rtsp://127.0.0.1:9/none', enabled: false };
    await house.api.cameras.save.mutate(CameraInput.parse(camera));
  }
  printTable(`The timeline with ${events} visits, time between pictures of the screen`, await measure());
} catch (error) {
  console.error(house.log);
  throw error;
} finally {
  await stop();
  await house.stop();
  house.remove();
}
