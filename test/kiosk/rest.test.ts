import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CameraId } from '../../services/contract/identifiers.ts';
import { FixtureHouse } from './fixture-house.ts';
import { Kiosk } from './kiosk.ts';
import { hasChromium } from './kiosk-browser.ts';

const kiosk = new Kiosk();
const minuteMs = 60_000;

/** A page whose clock the test moves on. */
async function restful(change: Partial<FixtureHouse['settings']['kiosk']> = {}, hash = '') {
  const house = new FixtureHouse();
  house.settings = { ...house.settings, kiosk: { ...house.settings.kiosk, ...change } };
  const runsFromMs = new Date(2026, 10, 23, 15, 0).getTime();
  const { page, hub } = await kiosk.open({ house, hash, runsFromMs });
  await page.locator('h1').first().waitFor({ state: 'attached' });
  // The settings have come.
  await page.waitForFunction(() => localStorage.getItem('lares-theme') !== null);
  return { page, hub, house };
}

const rest = (page: Page) => page.locator('[data-rest]');

/** As if nobody had been there for so long: what was due meanwhile is done once. */
async function waitMinutes(page: Page, minutes: number): Promise<void> {
  await page.clock.fastForward(minutes * minuteMs + 1000);
}

describe.skipIf(!hasChromium)('the resting screen (needs /usr/bin/chromium)', () => {
  beforeAll(() => kiosk.start());
  afterEach(() => kiosk.closePages());
  afterAll(() => kiosk.stop());

  it('shows a clock and nothing of who lives here, and wakes to Home by a touch that presses nothing', async () => {
    const { page, house, hub } = await restful({}, '#/people');
    await waitMinutes(page, 5);
    await rest(page).waitFor();
    const text = await rest(page).innerText();
    expect(text).toContain('15:0');
    expect(text).toContain('Armed');
    expect(text).not.toMatch(/Anna|Bernd|Garden/);
    await expect.poll(() => hub.viewers).toBe(0);
    await page.mouse.click(210, 60);
    await rest(page).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Armed. Tap to disarm the house' }).waitFor();
    expect(house.health.armed).toBe(true);
    expect(house.asked.filter((wish) => wish.startsWith('house.arm'))).toEqual([]);
    await page.mouse.click(210, 60);
    await waitMinutes(page, 1);
    await page.mouse.click(210, 60);
    await expect.poll(() => house.health.armed).toBe(false);
  });

  it('is awake as long as somebody touches it, and for ever where the owner wants it so', async () => {
    const { page } = await restful();
    await waitMinutes(page, 4);
    await page.keyboard.press('Shift');
    await waitMinutes(page, 4);
    expect(await rest(page).count()).toBe(0);
    const awake = await restful({ restAfterMinutes: 0 });
    await waitMinutes(awake.page, 60);
    expect(await rest(awake.page).count()).toBe(0);
  });

  it('wakes for somebody known before the chosen camera, in the middle of the night too', async () => {
    const always = { enabled: true, from: '00:00', to: '00:00' };
    const { page, house } = await restful({ dimAtNight: always, wakeCamera: CameraId.parse('hall') });
    await waitMinutes(page, 5);
    await page.locator('[data-rest=dark]').waitFor();
    house.arrived.send({ atMs: Date.now() });
    await rest(page).waitFor({ state: 'detached' });
  });

  it('rests on while the hub starts again, and says that it is away', async () => {
    const { page, hub } = await restful();
    await waitMinutes(page, 5);
    await rest(page).getByText('Armed').waitFor();
    await hub.stop();
    await rest(page).getByText('Lares does not answer').waitFor();
    await hub.start();
    await page.clock.resume();
    await rest(page).getByText('Armed').waitFor();
  });

  it('keeps what was typed and not saved', async () => {
    const { page } = await restful({}, '#/cameras/hall');
    await page.getByLabel('Name', { exact: true }).fill('Corridor');
    await waitMinutes(page, 5);
    await rest(page).waitFor();
    await page.mouse.click(600, 300);
    await rest(page).waitFor({ state: 'detached' });
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Corridor');
  });

  it('throws nothing', () => {
    expect(kiosk.complaints).toEqual([]);
  });
});
