import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CameraId } from '../../services/contract/identifiers.ts';
import { FixtureHouse, someEvent } from './fixture-house.ts';
import { fixtureClipFramesPerSecond } from './fixture-clip.ts';
import { Kiosk } from './kiosk.ts';
import { hasChromium } from './kiosk-browser.ts';

const kiosk = new Kiosk();

/** The newest visits of the house, and so many more before them. */
function houseWith(visits: number): FixtureHouse {
  const house = new FixtureHouse();
  const cameraId = CameraId.parse('drive');
  const more = Array.from({ length: visits }, (_, index) =>
    someEvent(`old-${index}`, 60 * 60 + index * 12, { cameraId, label: 'vehicle', hasSnapshot: false }),
  );
  house.events = [...house.events, ...more].toSorted((a, b) => b.beganAtMs - a.beganAtMs);
  return house;
}

const idsOf = (page: Page) =>
  page.locator('[data-event]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-event')));

const scrollTo = (page: Page, share: number) =>
  page.locator('[data-days]').evaluate((list, to) => {
    list.scrollTop = to * list.scrollHeight;
  }, share);

describe.skipIf(!hasChromium)('the timeline (needs /usr/bin/chromium)', () => {
  beforeAll(() => kiosk.start());
  afterEach(() => kiosk.closePages());
  afterAll(() => kiosk.stop());

  it('draws a lane for each camera, and only the visits that are on the screen', async () => {
    const { page } = await kiosk.open({ hash: '#/events', house: houseWith(1000) });
    await page.locator('[data-event=ev-stranger]').waitFor();
    await page.locator('[data-marks=person]').first().waitFor({ state: 'attached' });
    expect(await page.locator('[data-band] svg').count()).toBe(4);
    await scrollTo(page, 1);
    await page.locator('[data-event=old-999]').waitFor();
    expect(await page.locator('[data-event=ev-stranger]').count()).toBe(0);
    expect(await page.locator('[data-days] li').count()).toBeLessThan(80);
    await scrollTo(page, 0);
    await page.locator('[data-event=ev-stranger]').waitFor();
  });

  it('keeps filters in the address: the way back takes them away again', async () => {
    const { page } = await kiosk.open({ hash: '#/events' });
    await page.locator('[data-event=ev-stranger]').waitFor();
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByLabel('Kind').selectOption('Animals');
    await page.locator('[data-event=ev-cat]').waitFor();
    await expect.poll(() => idsOf(page)).toEqual(['ev-cat']);
    await page.getByLabel('Camera', { exact: true }).selectOption('Driveway');
    await page.getByText('Nothing fits these filters').waitFor();
    await page.goBack();
    await page.locator('[data-event=ev-cat]').waitFor();
    await page.locator('[data-event=ev-cat]').click();
    await page.getByRole('heading', { level: 1, name: 'Animal' }).waitFor();
    await page.getByRole('link', { name: 'Back' }).click();
    await page.locator('[data-event=ev-cat]').waitFor();
    await expect.poll(() => idsOf(page)).toEqual(['ev-cat']);
    await page.getByRole('button', { name: 'Show everything' }).click();
    await page.locator('[data-event=ev-stranger]').waitFor();
  });

  it('leads from the band to the list, and from the list to the band, by keys too', async () => {
    const { page } = await kiosk.open({ hash: '#/events', house: houseWith(400) });
    const band = page.locator('[data-band]');
    await page.locator('[data-event=ev-stranger]').waitFor();
    await band.press('Home');
    await page.locator('[data-event=old-399]').waitFor();
    await band.press('End');
    await page.locator('[data-event=ev-stranger]').waitFor();
    const before = Number(await band.getAttribute('aria-valuenow'));
    await scrollTo(page, 0.5);
    await expect.poll(async () => Number(await band.getAttribute('aria-valuenow'))).toBeLessThan(before);
    await page.locator('[data-needle]').waitFor();
    await expect.poll(() => new URL(page.url()).hash).toContain('?at=');
    await page.reload();
    await page.locator('[data-event]').first().waitFor();
    await page.locator('[data-event=ev-stranger]').waitFor({ state: 'detached' });
  });

  it('shows the nearest picture beneath the pointer, and zooms by wheel and buttons', async () => {
    const { page } = await kiosk.open({ hash: '#/events' });
    await page.locator('[data-marks=person]').first().waitFor({ state: 'attached' });
    const box = await page.locator('[data-band]').boundingBox();
    if (box === null) throw new Error('There is no band.');
    const needle = await page.locator('[data-needle]').boundingBox();
    await page.mouse.move(needle?.x ?? 0, box.y + 5);
    await page.locator('[data-preview=ev-stranger] img').waitFor();
    const labels = () => page.locator('[data-band]').getAttribute('aria-valuetext');
    const shown = await labels();
    const axis = () =>
      page
        .getByText(/^\d\d:\d\d$/)
        .first()
        .innerText();
    const hours = await axis();
    await page.mouse.wheel(0, -600);
    await expect.poll(axis).not.toBe(hours);
    await page.getByRole('button', { name: 'Zoom out' }).click();
    expect(await labels()).toBe(shown);
  });

  it('searches as one types, and says how it was understood', async () => {
    const { page } = await kiosk.open({ hash: '#/events' });
    await page.getByLabel('Search', { exact: true }).fill('anna yesterday');
    const found = page.locator('[data-search]');
    await found.getByText('Yesterday', { exact: true }).first().waitFor();
    await found.getByText('anna', { exact: true }).waitFor();
    await page.getByLabel('Search', { exact: true }).fill('kitchen light');
    await found.locator('[data-exchange]').getByText('The kitchen light is on.').waitFor();
    await expect.poll(() => new URL(page.url()).hash).toContain('find=kitchen+light');
    await page.getByLabel('Search', { exact: true }).fill('nobody at all');
    await page.getByText('Nothing was found').waitFor();
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await page.locator('[data-event=ev-stranger]').waitFor();
  });

  it('shows what comes while it is shown, and says why when nothing can be told', async () => {
    const { page, house } = await kiosk.open({ hash: '#/events' });
    await page.locator('[data-event=ev-stranger]').waitFor();
    house.putEvent(someEvent('ev-new', 0, { endedAtMs: null }), 'began');
    await page.locator('[data-event=ev-new]').waitFor();
    house.eventsTrouble = 'The memory can’t be read right now. Try again in a moment.';
    await page.reload();
    await page.getByText('The memory can’t be read right now.').first().waitFor();
    house.eventsTrouble = null;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('[data-event=ev-new]').waitFor();
  });

  it('deletes a visit after a while in which it can be had back', async () => {
    const { page, house } = await kiosk.open({ hash: '#/events/ev-anna' });
    const asked = () => house.asked.filter((wish) => wish.startsWith('events.'));
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.locator('[data-removing=ev-anna]').getByRole('button', { name: 'Undo' }).click();
    await page.locator('[data-removing]').waitFor({ state: 'detached' });
    await page.locator('[data-event=ev-anna]').click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.locator('[data-removing=ev-anna]').waitFor({ state: 'detached', timeout: 30_000 });
    await page.locator('[data-event=ev-anna]').waitFor({ state: 'detached' });
    expect(asked()).toEqual(['events.remove {"eventId":"ev-anna"}']);
  });

  it('keeps a visit, lets it go again, and takes “not a person” back', async () => {
    const { page, house } = await kiosk.open({ hash: '#/events/ev-anna?person=anna' });
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('button', { name: 'Kept', pressed: true }).click();
    await page.getByRole('button', { name: 'Keep', pressed: false }).waitFor();
    await page.getByRole('button', { name: 'Not a person' }).click();
    await page.getByRole('heading', { level: 1, name: 'False alarm' }).waitFor();
    expect(await page.getByText('Is this Anna?').count()).toBe(0);
    await page.getByRole('button', { name: 'It was right after all' }).click();
    await page.getByRole('heading', { level: 1, name: 'Anna' }).waitFor();
    expect(house.asked).toEqual([
      'events.keep {"eventId":"ev-anna","kept":true}',
      'events.keep {"eventId":"ev-anna","kept":false}',
      'events.mistaken {"eventId":"ev-anna","mistaken":true}',
      'events.mistaken {"eventId":"ev-anna","mistaken":false}',
    ]);
    await page.getByRole('link', { name: 'Earlier visit' }).click();
    await expect.poll(() => new URL(page.url()).hash).toBe('#/events/ev-anna2?person=anna');
  });

  it('plays a recording picture by picture, with pictures of it on the scrub bar', async () => {
    const house = new FixtureHouse();
    house.record('ev-anna', 'finished');
    const { page } = await kiosk.open({ hash: '#/events/ev-anna', house });
    await page.getByRole('button', { name: 'Play the recording' }).click();
    const timeOf = () =>
      page.locator('video').evaluate((video) => (video instanceof HTMLVideoElement ? video.currentTime : -1));
    await expect.poll(timeOf, { timeout: 20_000 }).toBeGreaterThan(0.2);
    const canvas = page.locator('[data-scrub] canvas').first();
    await expect.poll(() => canvas.getAttribute('data-frames'), { timeout: 30_000 }).not.toBe(null);
    await page.locator('[data-player]').getByRole('button', { name: 'Pause' }).click();
    await page.locator('[data-scrub]').press('Home');
    await expect.poll(timeOf).toBe(0);
    for (const picture of [1, 2, 3]) {
      await page.getByRole('button', { name: 'Next picture' }).click();
      await expect.poll(timeOf).toBeCloseTo(picture / fixtureClipFramesPerSecond, 2);
    }
    await page.locator('[data-scrub]').press(',');
    await expect.poll(timeOf).toBeCloseTo(2 / fixtureClipFramesPerSecond, 2);
    await page.locator('[data-scrub]').press('ArrowRight');
    await expect.poll(timeOf).toBeCloseTo(10.2, 1);
    await page.getByLabel('Speed').selectOption('4');
    const rate = await page
      .locator('video')
      .evaluate((video) => (video instanceof HTMLVideoElement ? video.playbackRate : 0));
    expect(rate).toBe(4);
  });

  it('saves a recording as a file under the name that the hub gives it', async () => {
    const house = new FixtureHouse();
    house.record('ev-anna', 'finished');
    const { page } = await kiosk.open({ hash: '#/events/ev-anna', house });
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file' }).click();
    expect((await download).suggestedFilename()).toBe('film of a visit.mp4');
    await page.getByText('Saved', { exact: true }).waitFor();
  });

  it('breaks no rule of the content security policy and throws nothing', () => {
    expect(kiosk.complaints).toEqual([]);
  });
});
