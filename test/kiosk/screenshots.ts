import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { build } from 'vite';
import { openKiosk } from './kiosk-browser.ts';
import { FixtureHub } from './fixture-hub.ts';
import { FixtureHouse } from './fixture-house.ts';
import { views } from './screenshot-views.ts';

// Draws every view to look at: node test/kiosk/screenshots.ts DIRECTORY [parts of views' names] [1280-day 800-night-de …] [--webp]
// With --webp they are a quarter as large, and only views with just these names are drawn: those of docs/screens.md.
const isSmall = process.argv.includes('--webp');
const [directory = '', ...rest] = process.argv.slice(2).filter((argument) => argument !== '--webp');
const isLook = (part: string) => /^\d+-(day|night)(-de)?$/.test(part);
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
/** Those that were asked for; else both themes, on a small screen by day only. */
const looksOf = (width: number) => {
  const all = ['day', 'night', 'day-de', 'night-de'].map((look) => `${width}-${look}`);
  return looks.length === 0
    ? all.filter((look) => !look.endsWith('-de') && look !== '800-night')
    : all.filter((look) => looks.includes(look));
};
const isMeant = (name: string, part: string) => (isSmall ? name === part : name.includes(part));
const chosen = views.filter(({ name }) => parts.length === 0 || parts.some((part) => isMeant(name, part)));
const browser = await openKiosk();
for (const view of chosen) {
  const hub = new FixtureHub(join(root, 'dist/renderer'), new FixtureHouse());
  view.prepare?.(hub.house);
  await hub.start();
  for (const viewport of sizes)
    for (const look of looksOf(viewport.width)) {
      const page = await browser.newPage({
        viewport,
        colorScheme: look.includes('day') ? 'light' : 'dark',
        locale: look.endsWith('-de') ? 'de-DE' : 'en-GB',
      });
      page.setDefaultTimeout(15_000);
      await page.goto(hub.address + view.hash);
      await page.waitForTimeout(900);
      try {
        await view.act?.(page, hub.house);
      } catch {
        // What is done in English may not be found in another language: the view is drawn as it is.
      }
      await page.waitForTimeout(view.act ? 500 : 0);
      const picture = await page.screenshot(
        isSmall ? {} : { path: join(directory, `${view.name}-${look}.png`) },
      );
      if (isSmall)
        await sharp(picture)
          .webp({ quality: 82 })
          .toFile(join(directory, `${view.name}-${look}.webp`));
      await page.close();
    }
  await hub.stop();
}
await browser.close();
