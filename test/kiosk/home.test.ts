import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cameraView, FixtureHouse } from './fixture-house.ts';
import { Kiosk } from './kiosk.ts';
import { hasChromium } from './kiosk-browser.ts';

const kiosk = new Kiosk();
const patient = { timeout: 30_000 };

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

async function boxesOf(page: Page) {
  const tiles = await page.locator('a[data-camera]').all();
  return Promise.all(
    tiles.map(async (tile) => (await tile.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }),
  );
}

describe.skipIf(!hasChromium)('Home, a camera and Health (needs /usr/bin/chromium)', () => {
  beforeAll(() => kiosk.start());
  afterEach(() => kiosk.closePages());
  afterAll(() => kiosk.stop());

  it('says first whether the house is armed, then what goes on and who was seen', async () => {
    const { page, house } = await kiosk.open();
    await page.getByRole('button', { name: 'Armed. Tap to disarm the house' }).waitFor();
    await page.locator('header').getByText('Unknown person').waitFor();
    await page.locator('[data-person=anna]').getByText('In at').waitFor();
    await page.locator('[data-person=clara]').getByText('Not seen yet').waitFor();
    for (const event of house.events)
      if (event.endedAtMs === null) house.putEvent({ ...event, endedAtMs: Date.now() }, 'ended');
    await page.locator('header').getByText('All is quiet').waitFor();
  });

  it.each([1, 4, 7, 16])(
    'shows %i cameras without a scroll bar, none cut off or over another',
    async (count) => {
      const house = new FixtureHouse();
      house.setHealth({
        cameras: Array.from({ length: count }, (_, index) =>
          cameraView(`camera_${index}`, `Camera ${index}`),
        ),
      });
      const { page } = await kiosk.open({ house });
      await page
        .locator('a[data-camera]')
        .nth(count - 1)
        .waitFor();
      const boxes = await boxesOf(page);
      for (const { x, y, width, height } of boxes) {
        expect(Math.abs(width / height - 16 / 9)).toBeLessThan(0.05);
        expect(x + width).toBeLessThanOrEqual(1280);
        expect(y + height).toBeLessThanOrEqual(800);
      }
      const apart = boxes.every((a, index) =>
        boxes
          .slice(index + 1)
          .every(
            (b) =>
              a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y,
          ),
      );
      expect(apart).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    },
  );

  it('turns from camera to camera by swipe, arrow key and button, with the neighbours there already', async () => {
    const { page, hub } = await kiosk.open();
    await page.locator('a[data-camera=garden]').click();
    await title(page, 'Garden').waitFor();
    const neighbours = ['drive stills', 'front_door stills', 'garden video'];
    await expect.poll(() => hub.looks, patient).toEqual(neighbours);
    await page.keyboard.press('ArrowRight');
    await title(page, 'Driveway').waitFor();
    await expect.poll(() => hub.looks, patient).toContain('drive video');
    await page.getByRole('button', { name: 'Previous camera' }).click();
    await title(page, 'Garden').waitFor();
    // What a finger leaves behind: the strip has been scrolled by its width.
    await page.getByRole('group', { name: 'Camera 2 of 4' }).evaluate((strip) => {
      strip.scrollTo({ left: 0, behavior: 'instant' });
    });
    await title(page, 'Front door').waitFor();
    expect(await page.getByRole('button', { name: 'Previous camera' }).count()).toBe(0);
    await page.goBack();
    await page.getByRole('button', { name: 'Armed. Tap to disarm the house' }).waitFor();
  });

  it('tells the last hour of each part in pictures, words and a table', async () => {
    const { page } = await kiosk.open({ hash: '#/health' });
    await page.getByRole('img', { name: /^Processor, The last hour: now .* of 4 cores/ }).waitFor();
    await page.locator('[data-figure=temperature]').getByText('Cool enough').waitFor();
    await page.locator('[data-figure=disk]').getByText('days of video fit').waitFor();
    await page.locator('[data-health=hall]').getByText('This machine can’t look at all pictures').waitFor();
    await page.getByText('yolox-nano').first().waitFor();
    await page.getByText('All figures as a table').click();
    await page.getByRole('row', { name: /Garden · Decoding/ }).waitFor();
  });

  it.each([
    ['', 'Armed'],
    ['#/live/garden', 'Garden'],
    ['#/health', 'Cool enough'],
  ])('goes on at #%s when the hub has started again', async (hash, text) => {
    const { page, hub, house } = await kiosk.open({ hash });
    await page.getByText(text).first().waitFor();
    await hub.stop();
    await page.getByText('Lares does not answer').first().waitFor();
    house.setHealth({ armed: false });
    await hub.start();
    await expect.poll(() => page.getByText('Lares does not answer').count(), patient).toBe(0);
    if (hash === '') await page.getByRole('button', { name: 'Arm the house' }).waitFor();
    if (hash !== '#/health') await page.locator('[data-flow=flowing]').first().waitFor();
  });

  it('throws nothing', () => {
    expect(kiosk.complaints).toEqual([]);
  });
});
