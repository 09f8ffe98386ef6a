import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SaveMember } from '../../services/contract/access.ts';
import { startHouse } from '../fixtures/house.ts';
import { FixtureHouse } from './fixture-house.ts';
import { Kiosk } from './kiosk.ts';
import { hasChromium } from './kiosk-browser.ts';

const kiosk = new Kiosk();

/** A real hub with the real page, which has been set up. */
async function openHouse(hash: string) {
  const house = await startHouse(undefined, { page: kiosk.directory });
  await house.api.setup.leave.mutate();
  const page = await kiosk.newPage();
  await page.goto(house.address + hash);
  return { house, page };
}

const pad = (page: Page, digit: string) => page.getByRole('button', { name: digit, exact: true });

describe.skipIf(!hasChromium)('PINs at the kiosk (needs /usr/bin/chromium)', () => {
  beforeAll(() => kiosk.start());
  afterEach(() => kiosk.closePages());
  afterAll(() => kiosk.stop());

  it('are given under Settings, asked for by the page, and the wish is done after it', async () => {
    const { house, page } = await openHouse('#/settings/access');
    await page.getByRole('button', { name: 'Set an owner’s PIN' }).click();
    await page.getByLabel('Name').fill('Anna');
    await page.getByLabel('PIN', { exact: true }).fill('4711');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Anna, Owner. Lock now' }).click();
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.goto(`${house.address}#/`);
    await page.getByRole('button', { name: 'Arm the house' }).click();
    await page.getByRole('button', { name: 'Armed. Tap to disarm the house' }).click();
    const dialog = page.getByRole('dialog', { name: 'Your PIN, please' });
    await dialog.getByText('Disarming the house needs a PIN.').waitFor();
    for (const digit of '1234') await pad(page, digit).click();
    await pad(page, 'Open').click();
    await dialog.getByText('This is not the PIN. Try again.').waitFor();
    await page.keyboard.type('4711');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Arm the house' }).waitFor();
    expect((await house.api.house.health.query()).armed).toBe(false);
    expect(kiosk.complaints).toEqual([]);
  });

  it('let who gives none go back, and nothing is done', async () => {
    const { house, page } = await openHouse('#/');
    await house.api.house.arm.mutate({ armed: true });
    await house.api.access.save.mutate(SaveMember.parse({ name: 'Anna', role: 'owner', pin: '4711' }));
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    await page.getByRole('button', { name: 'Armed. Tap to disarm the house' }).click();
    await page.getByRole('dialog').getByText('Disarming').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('This needs a PIN.').waitFor();
    expect((await house.api.house.health.query()).armed).toBe(true);
  });

  it('fit on the smallest screen, with names that are too long', async () => {
    const house = new FixtureHouse();
    house.access.give(
      ['Wolfeschlegelsteinhausen'.repeat(8), 'owner'],
      ['<script>🙂', 'guest'],
      ['ليلى', 'child'],
    );
    const { page } = await kiosk.open({ house });
    await page.setViewportSize({ width: 800, height: 480 });
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('PIN', { exact: true }).waitFor();
    const sizes = await page
      .getByRole('dialog')
      .evaluate((dialog) => [
        dialog.scrollWidth - dialog.clientWidth,
        dialog.scrollHeight - dialog.clientHeight,
      ]);
    expect(sizes).toEqual([0, 0]);
    const key = await pad(page, '5').boundingBox();
    expect([key?.width, key?.height]).toEqual([64, 64]);
    await page.getByRole('radio', { name: 'ليلى' }).click();
    await pad(page, '1').click();
    expect(await page.getByLabel('PIN', { exact: true }).inputValue()).toBe('1');
  });
});
