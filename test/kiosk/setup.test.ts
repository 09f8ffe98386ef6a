import axe from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setupSteps } from '../../services/contract/setup.ts';
import { FixtureHouse } from './fixture-house.ts';
import { Kiosk } from './kiosk.ts';
import { hasChromium } from './kiosk-browser.ts';
import { makeNew } from './screenshot-setup.ts';

const kiosk = new Kiosk();

function newHouse(): FixtureHouse {
  const house = new FixtureHouse();
  makeNew(house);
  return house;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const passphrase = (page: Page) => page.getByLabel('Passphrase', { exact: true });

describe.skipIf(!hasChromium)('the set-up (needs /usr/bin/chromium)', () => {
  beforeAll(() => kiosk.start());
  afterEach(() => kiosk.closePages());
  afterAll(() => kiosk.stop());

  it('opens by itself in a new house, and not again once somebody looks around first', async () => {
    const { page, hub } = await kiosk.open({ house: newHouse() });
    await heading(page, 'Welcome to Lares');
    expect(await page.getByRole('navigation', { name: 'Screens' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Look around first' }).click();
    await page.getByText('This is a demo house.').waitFor();
    await page.goto('about:blank');
    await page.goto(hub.address);
    await page.getByText('This is a demo house.').waitFor();
    await page.goto(`${hub.address}#/setup`);
    await heading(page, 'Welcome to Lares');
  });

  it('tells where one is to who can’t see it, and is gone through by keyboard', async () => {
    const { page } = await kiosk.open({ house: newHouse() });
    await heading(page, 'Welcome to Lares');
    const progress = page.getByRole('progressbar', { name: 'Set-up' });
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    const told: (string | null)[] = [];
    for (const number of setupSteps.keys()) {
      await page.locator(`[aria-valuenow="${number + 1}"]`).waitFor();
      told.push(await progress.getAttribute('aria-valuetext'));
      await expect.poll(focused).toBe(await page.getByRole('heading', { level: 1 }).innerText());
      const on = page.getByRole('button', { name: /^(Continue|Do this later)$/ }).last();
      await on.focus();
      await page.keyboard.press('Enter');
    }
    await heading(page, 'That is enough for now');
    expect(told).toEqual(setupSteps.map((_, index) => `Step ${index + 1} of 7`));
    expect(await page.locator('[aria-label="Left for later"] a').allInnerTexts()).toHaveLength(4);
  });

  it('loses nothing typed when the hub dies in its midst, and goes on', async () => {
    const { page, hub } = await kiosk.open({ hash: '#/setup/key', house: newHouse() });
    await passphrase(page).fill('kettle marble oblong finch');
    await page.locator('[data-strength=good]').waitFor();
    await hub.stop();
    await page.getByText('Lares does not answer', { exact: true }).waitFor();
    await press(page, 'Do this later');
    await page.getByText('Nothing is lost: try again in a moment.').waitFor();
    await hub.start();
    await page.getByText('Lares does not answer', { exact: true }).waitFor({ state: 'detached' });
    expect(await passphrase(page).inputValue()).toBe('kettle marble oblong finch');
    await page.getByLabel('The same once more').fill('kettle marble oblong finch');
    await press(page, 'Lock with this passphrase');
    await page.getByText('A passphrase locks this house.').waitFor();
    await press(page, 'Continue');
    await heading(page, 'Your first camera');
  });

  it('shows the recovery code until it is on paper, and asks before it is lost', async () => {
    const { page, house } = await kiosk.open({ hash: '#/setup/key', house: newHouse() });
    await passphrase(page).fill('short');
    await press(page, 'Lock with this passphrase');
    await page.getByText('A passphrase needs at least 8 characters.').waitFor();
    await passphrase(page).fill('kettle marble oblong finch');
    await page.getByLabel('The same once more').fill('kettle marble');
    await press(page, 'Lock with this passphrase');
    await page.getByText('These two are not the same.').waitFor();
    await page.getByLabel('The same once more').fill('kettle marble oblong finch');
    await press(page, 'Lock with this passphrase');
    await press(page, 'Make a recovery code');
    await page.getByRole('img', { name: /phone/ }).waitFor();
    await press(page, 'Continue');
    await page.getByText('Go on without the code?').waitFor();
    await press(page, 'Cancel');
    const groups = (await page.locator('[data-code] li').allInnerTexts()).map((group) => group.slice(-4));
    const field = page.getByLabel(/^Type group \d/);
    const asked = Number(/group (\d)/.exec(await page.locator('label').last().innerText())?.[1]) - 1;
    await field.fill('ZZZZ');
    await press(page, 'I have it on paper');
    await page.getByText('That is not what the code says there.').waitFor();
    await field.fill(groups[asked]?.toLowerCase() ?? '');
    await press(page, 'I have it on paper');
    await page.getByText('You have the code on paper.').waitFor();
    expect(house.asked.filter((ask) => ask.startsWith('key.'))).toHaveLength(2);
  });

  it('is the same in two browsers', async () => {
    const { page, hub } = await kiosk.open({ house: newHouse() });
    await heading(page, 'Welcome to Lares');
    const other = await kiosk.newPage();
    await other.goto(hub.address);
    await heading(other, 'Welcome to Lares');
    await press(page, 'Continue');
    await heading(page, 'Lock what Lares knows');
    await other.getByRole('link', { name: 'Language (done)' }).waitFor();
    await heading(other, 'Welcome to Lares');
    await press(other, 'Continue');
    await heading(other, 'Lock what Lares knows');
  });

  it.each([
    ['markup', '<script>alert(1)</script>'],
    ['letters without a break', 'W'.repeat(60)],
    ['pictures', '🚪'.repeat(30)],
    ['right to left', 'باب المنزل الأمامي'],
  ])('bears a camera’s name of %s', async (_kind, name) => {
    const { page, house } = await kiosk.open({ hash: '#/setup/cameras', house: newHouse() });
    await page.locator('[data-found]').first().click();
    await press(page, 'Connect');
    await page.getByText('The camera answers').waitFor();
    await page.getByLabel('What do you call it?').fill(name);
    await press(page, 'Use this camera');
    await page.getByText('That is your picture, live.').waitFor();
    expect(await page.getByText(name, { exact: true }).count()).toBe(1);
    for (const step of ['cameras', 'people', 'rooms', 'end']) {
      await page.goto(`${page.url().split('#')[0] ?? ''}#/setup/${step}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
    expect(house.settings.cameras.map((camera) => camera.name)).toEqual([name]);
  });

  it('says that the clock is wrong', async () => {
    const house = newHouse();
    house.setHealth({
      notices: [
        {
          id: 'clock',
          severity: 'warning',
          what: 'The clock of this machine says 1970.',
          advice: 'Connect it to the internet for a moment.',
          sinceMs: 0,
        },
      ],
    });
    const { page } = await kiosk.open({ house });
    await page.getByText('The clock of this machine says 1970.').waitFor();
  });

  it('speaks German as soon as it is chosen', async () => {
    const { page, house } = await kiosk.open({ house: newHouse() });
    await page.getByRole('radio', { name: 'Deutsch' }).click();
    await heading(page, 'Willkommen bei Lares');
    expect(house.settings).toMatchObject({ kiosk: { language: 'de' }, voice: { language: 'de' } });
    await press(page, 'Weiter');
    await heading(page, 'Schließ ab, was Lares weiß');
  });

  it('is found again in the settings, with what is done', async () => {
    const { page } = await kiosk.open({ hash: '#/settings' });
    await page.getByRole('link', { name: /Set-up.*\d of 7 steps are done/ }).click();
    await heading(page, 'That is enough for now');
  });

  it.each(['light', 'dark'] as const)('is accessible at every step, in a %s room', async (colorScheme) => {
    const { page } = await kiosk.open({ hash: '#/setup/language', house: newHouse() });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await heading(page, 'Welcome to Lares');
    await page.evaluate(axe.source);
    for (const step of [...setupSteps, 'end']) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#/setup/${step}`);
      await page.locator(`[data-step=${step}] h1:focus`).waitFor();
      const found = await page.evaluate(
        `axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))`,
      );
      expect([step, found]).toEqual([step, []]);
    }
  });

  it('breaks no rule of the content security policy and throws nothing', () => {
    expect(kiosk.complaints).toEqual([]);
  });
});
