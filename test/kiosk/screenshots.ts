import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { openKiosk } from './kiosk-browser.ts';
import { FixtureHub } from './fixture-hub.ts';
import { FixtureHouse } from './fixture-house.ts';
import { views } from './screenshot-views.ts';

// Draws every view to look at: node test/kiosk/screenshots.ts DIRECTORY [parts of views' names] [1280-day …]
const [directory = '', ...rest] = process.argv.slice(2);
const isLook = (part: string) => /^\d+-(day|night)$/.test(part);
const parts = rest.filter((part) => !isLook(part));
const looks = rest.filter(isLook);
if (directory === '') throw new Error('Say where to: node test/kiosk/screenshots.ts DIRECTORY');
mkdirSync(directory, { recursive: true });
const root = join(import.meta.dirname, '../..');
await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'renderer'), logLevel: 'error' });

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 800, height: 480 },
] as const;
const chosen = views.filter(({ name }) => parts.length === 0 || parts.some((part) => name.includes(part)));
const browser = await openKiosk();
for (const view of chosen) {
  const hub = new FixtureHub(join(root, 'dist/renderer'), new FixtureHouse());
  view.prepare?.(hub.house);
  await hub.start();
  for (const viewport of sizes)
    for (const theme of ['day', 'night'] as const) {
      const look = `${viewport.width}-${theme}`;
      if (looks.length === 0 ? look === '800-night' : !looks.includes(look)) continue;
      const page = await browser.newPage({
        viewport,
        colorScheme: theme === 'day' ? 'light' : 'dark',
        locale: 'en-GB',
      });
      await page.goto(hub.address + view.hash);
      await page.waitForTimeout(900);
      await view.act?.(page, hub.house);
      await page.waitForTimeout(view.act ? 500 : 0);
      await page.screenshot({ path: join(directory, `${view.name}-${viewport.width}-${theme}.png`) });
      await page.close();
    }
  await hub.stop();
}
await browser.close();
