import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FixtureHouse } from './fixture-house.ts';
import { Kiosk } from './kiosk.ts';
import { hasChromium } from './kiosk-browser.ts';

const kiosk = new Kiosk();

/** Taps on the picture, at fractions of it. */
async function tap(page: Page, ...places: readonly (readonly [number, number])[]): Promise<void> {
  const box = await page.locator('[data-drawing]').boundingBox();
  if (box === null) throw new Error('there is no picture');
  for (const [x, y] of places) await page.mouse.click(box.x + x * box.width, box.y + y * box.height);
}

/** Drags from one place of the picture to another. */
async function drag(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  const box = await page.locator('[data-drawing]').boundingBox();
  if (box === null) throw new Error('there is no picture');
  await page.mouse.move(box.x + from[0] * box.width, box.y + from[1] * box.height);
  await page.mouse.down();
  await page.mouse.move(box.x + to[0] * box.width, box.y + to[1] * box.height, { steps: 4 });
  await page.mouse.up();
}

/** The zones of a camera as they were saved, corners to the hundredth. */
function saved(house: FixtureHouse, id = 'garden') {
  const zones = house.settings.cameras.find((camera) => camera.id === id)?.zones ?? [];
  return zones.map(({ polygon, ...zone }) => ({
    ...zone,
    polygon: polygon.map(({ x, y }) => [Math.round(x * 100) / 100, Math.round(y * 100) / 100]),
  }));
}

async function openZones(options: { house?: FixtureHouse; hash?: string } = {}) {
  const opened = await kiosk.open({ hash: '#/zones/garden', ...options });
  await opened.page.locator('[data-drawing]').waitFor();
  return opened;
}

describe.skipIf(!hasChromium)('zones and motion on the kiosk (needs /usr/bin/chromium)', () => {
  beforeAll(() => kiosk.start());
  afterEach(() => kiosk.closePages());
  afterAll(() => kiosk.stop());

  it('is reached from the camera, also from the settings of the camera', async () => {
    const { page } = await kiosk.open({ hash: '#/live/garden' });
    await page.getByRole('link', { name: 'Zones and motion' }).click();
    await page.getByRole('heading', { level: 1, name: 'Zones and motion of Garden' }).waitFor();
    await page.goto(`${page.url().split('#')[0] ?? ''}#/cameras/garden`);
    await page.getByRole('link', { name: 'Zones and motion' }).click();
    await page.getByRole('heading', { level: 1, name: 'Zones and motion of Garden' }).waitFor();
  });

  it('draws a zone by taps, closes it by its first corner, and saves only when told', async () => {
    const { page, house } = await openZones();
    await page.locator('[data-draw=ignore]').click();
    await page.getByText('Tap the first corner on the picture.').waitFor();
    await tap(page, [0.1, 0.1], [0.5, 0.1], [0.5, 0.6], [0.1, 0.1]);
    await page.locator('[data-zone=Ignored]').waitFor();
    await page.getByLabel('Name').fill('Street');
    expect(saved(house)).toEqual([]);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    expect(saved(house)).toEqual([
      {
        name: 'Street',
        kind: 'ignore',
        polygon: [
          [0.1, 0.1],
          [0.5, 0.1],
          [0.5, 0.6],
        ],
        sensitivity: null,
        minimumTimeMs: 0,
        dwellMs: 0,
      },
    ]);
  });

  it('drags corners, makes new ones from the middle of an edge, and undoes step by step', async () => {
    const { page, house } = await openZones();
    await page.locator('[data-draw=include]').click();
    await page.getByRole('button', { name: 'Take a rectangle' }).click();
    await drag(page, [0.3, 0.3], [0.2, 0.2]);
    await drag(page, [0.5, 0.7], [0.5, 0.9]);
    expect(await page.locator('[data-corner]').count()).toBe(5);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await page.locator('[data-corner]').count()).toBe(4);
    await drag(page, [0.7, 0.5], [0.8, 0.5]);
    await tap(page, [0.7, 0.3]);
    await page.getByRole('button', { name: 'Delete corner' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    expect(saved(house)[0]?.polygon).toEqual([
      [0.2, 0.2],
      [0.8, 0.5],
      [0.7, 0.7],
      [0.3, 0.7],
    ]);
  });

  it('moves and removes corners by keys', async () => {
    const { page, house } = await openZones();
    await page.locator('[data-draw=include]').click();
    await page.getByRole('button', { name: 'Take a rectangle' }).click();
    const corner = page.getByRole('button', { name: 'Corner 1 of Watched', exact: true });
    await corner.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'Shift+ArrowUp'])
      await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Corner 3 of Watched', exact: true }).focus();
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    expect(saved(house)[0]?.polygon).toEqual([
      [0.32, 0.26],
      [0.7, 0.3],
      [0.3, 0.7],
    ]);
  });

  it('sets what holds in a zone and by which light, and deletes a zone', async () => {
    const { page, house } = await openZones();
    await page.locator('[data-draw=include]').click();
    await page.getByRole('button', { name: 'Take a rectangle' }).click();
    await page.getByLabel('A sensitivity of its own').click();
    await page.getByRole('slider', { name: 'Sensitivity' }).press('ArrowRight');
    await page.getByLabel('Motion counts after').selectOption('3000');
    await page.getByLabel('Tell when somebody stays for').selectOption('20000');
    await page.getByLabel('At night').click();
    await page.locator('[data-draw=privacy]').click();
    await page.getByRole('button', { name: 'Take a rectangle' }).click();
    await page.getByRole('button', { name: 'Delete zone' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    expect(saved(house)).toMatchObject([
      { name: 'Watched', sensitivity: 0.55, minimumTimeMs: 3000, dwellMs: 20_000 },
    ]);
    const garden = house.settings.cameras.find((camera) => camera.id === 'garden');
    expect(garden?.sensitivity).toEqual({ day: null, night: 0.5 });
  });

  it('draws a line by two taps, says which way is in, moves its ends by drag and by keys, and saves it', async () => {
    const { page, house } = await openZones();
    const savedLines = () => house.settings.cameras.find(({ id }) => id === 'garden')?.lines;
    await page.locator('[data-draw=line]').click();
    await page.getByText('Tap where the line begins.').waitFor();
    await tap(page, [0.2, 0.5]);
    await page.getByText('Tap where it ends.').waitFor();
    await tap(page, [0.8, 0.5]);
    await page.locator('[data-line=Line]').waitFor();
    await page.getByLabel('Name').fill('Gate');
    const middle = async (way: string) => {
      const box = await page.locator(`[data-way=${way}]`).boundingBox();
      return (box?.y ?? 0) + (box?.height ?? 0) / 2;
    };
    expect(await middle('in')).toBeGreaterThan(await middle('out'));
    await page.getByRole('button', { name: 'Swap in and out' }).click();
    expect(await middle('in')).toBeLessThan(await middle('out'));
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await middle('in')).toBeGreaterThan(await middle('out'));
    await page.getByRole('radio', { name: 'In', exact: true }).click();
    expect(await page.locator('[data-way]').count()).toBe(1);
    await drag(page, [0.8, 0.5], [0.7, 0.6]);
    const end = page.getByRole('button', { name: 'End 1 of Gate', exact: true });
    await end.focus();
    for (const key of ['ArrowRight', 'Shift+ArrowUp']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    const places = savedLines()?.map(({ from, to, ...rest }) => ({
      ...rest,
      ends: [from, to].map(({ x, y }) => [Math.round(x * 100) / 100, Math.round(y * 100) / 100]),
    }));
    expect(places).toEqual([
      {
        name: 'Gate',
        direction: 'in',
        ends: [
          [0.21, 0.45],
          [0.7, 0.6],
        ],
      },
    ]);
    await page.getByRole('button', { name: 'Delete line' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    expect(savedLines()).toEqual([]);
  });

  it('asks before unsaved zones are left, and stays or leaves as told', async () => {
    const { page } = await openZones();
    await page.locator('[data-draw=ignore]').click();
    await page.getByRole('button', { name: 'Take a rectangle' }).click();
    await page.getByRole('link', { name: 'Events' }).click();
    await page.getByRole('alertdialog', { name: 'Leave without saving?' }).waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.locator('[data-zone=Ignored]').waitFor();
    await page.getByRole('link', { name: 'Events' }).click();
    await page.getByRole('button', { name: 'Leave', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Events' }).waitFor();
  });

  it('shows the mask, the boxes, the score of the last minute and the scene while it is asked to', async () => {
    const { page } = await openZones();
    expect(await page.locator('[data-motion]').count()).toBe(0);
    await page.getByLabel('Show what Lares sees').click();
    await page.getByText('Learning the scene').waitFor();
    await page.getByText('Knows the scene').waitFor();
    await page.getByText('Sees: day').waitFor();
    await page.locator('[data-motion="1"] rect').first().waitFor({ state: 'attached' });
    const painted = await page.locator('[data-motion] canvas').evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0;
      const data = canvas.getContext('2d')?.getImageData(0, 0, 80, 45).data ?? [];
      return data.filter((_, index) => index % 4 === 3).filter((alpha) => alpha > 0).length;
    });
    expect(painted).toBeGreaterThan(100);
    await expect
      .poll(async () => Number(await page.locator('[data-graph]').getAttribute('data-graph')), {
        timeout: 10_000,
      })
      .toBeGreaterThan(5);
    await page.getByLabel('Show what Lares sees').click();
    expect(await page.locator('[data-motion]').count()).toBe(0);
  });

  it('covers what is private in the live picture, at once when it is saved, and never shows it again', async () => {
    const { page } = await openZones();
    await page.locator('[data-flow=flowing]').waitFor();
    const levelAt = (x: number, y: number) =>
      page.locator('[data-flow] canvas').evaluate(
        (canvas, place) => {
          if (!(canvas instanceof HTMLCanvasElement)) return -1;
          const [left, top] = [place.x * canvas.width, place.y * canvas.height];
          return Math.max(...(canvas.getContext('2d')?.getImageData(left, top, 1, 1).data.slice(0, 3) ?? []));
        },
        { x, y },
      );
    expect(await levelAt(0.5, 0.4)).toBeGreaterThan(20);
    await page.locator('[data-draw=privacy]').click();
    await page.getByRole('button', { name: 'Take a rectangle' }).click();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    await expect.poll(() => levelAt(0.5, 0.4)).toBe(0);
    for (let look = 0; look < 10; look += 1) {
      await page.waitForTimeout(70);
      expect([await levelAt(0.31, 0.31), await levelAt(0.69, 0.69)]).toEqual([0, 0]);
    }
    expect(await levelAt(0.2, 0.2)).toBeGreaterThan(20);
  });

  it.each([
    [800, 480],
    [1280, 800],
    [1920, 1080],
  ])('gives fingers 48 px and overflows nothing at %i × %i', async (width, height) => {
    const house = new FixtureHouse();
    house.nameEverything(`${'Wide'.repeat(14)} <b>`);
    const { page } = await openZones({ house });
    await page.setViewportSize({ width, height });
    await page.locator('[data-draw=include]').click();
    await page.getByRole('button', { name: 'Take a rectangle' }).click();
    await page.getByLabel('Show what Lares sees').click();
    await page.getByText('Sees: day').waitFor();
    await page.locator('[data-corner="0"]').dispatchEvent('focus');
    await page.locator('[data-draw=line]').click();
    await page.getByRole('button', { name: 'Take a line' }).click();
    const found = await page.evaluate(() => ({
      overflows: document.documentElement.scrollWidth > innerWidth,
      small: [
        ...document.querySelectorAll(
          'main button:not([role=switch]), main a, main select, [data-corner], [data-end]',
        ),
      ]
        .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 47.5 || box.width < 47.5)
        .map(({ text, box }) => `${text} ${Math.round(box.width)}×${Math.round(box.height)}`),
    }));
    expect(found).toEqual({ overflows: false, small: [] });
  });

  it('lets everything be tried on a camera of the demo house, but saves nothing there', async () => {
    const house = new FixtureHouse();
    house.setHealth({
      demo: true,
      cameras: house.health.cameras.map((camera) => ({ ...camera, demo: true })),
    });
    const { page } = await openZones({ house });
    await page.getByText('keeps no zones').waitFor();
    await page.locator('[data-draw=ignore]').click();
    await page.getByRole('button', { name: 'Take a rectangle' }).click();
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  });

  it('never complains', () => {
    expect(kiosk.complaints).toEqual([]);
  });
});
