import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FixtureHouse } from './fixture-house.ts';
import { Kiosk } from './kiosk.ts';
import { hasChromium } from './kiosk-browser.ts';

const kiosk = new Kiosk();
const patient = { timeout: 20_000 };

describe.skipIf(!hasChromium)('the settings (needs /usr/bin/chromium)', () => {
  beforeAll(() => kiosk.start());
  afterEach(() => kiosk.closePages());
  afterAll(() => kiosk.stop());

  it('are saved, and say at the field what is wrong', async () => {
    const { page, house } = await kiosk.open({ hash: '#/settings/vision' });
    await page.getByRole('slider', { name: 'Motion sensitivity' }).press('ArrowRight');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved', { exact: true }).waitFor();
    const before = new FixtureHouse().settings.vision;
    expect(house.settings.vision).toEqual({ ...before, motionSensitivity: 0.55 });
    await page.getByRole('button', { name: 'Back to default: Motion sensitivity' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => house.settings.vision, patient).toEqual(before);
    await page.goto(`${new URL(page.url()).origin}/#/settings/mqtt`);
    await page.getByRole('textbox', { name: 'Broker address' }).fill('192.168.1.5');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('A broker address looks like mqtt://192.168.1.5:1883.').waitFor();
    const address = page.getByRole('textbox', { name: 'Broker address' });
    await expect
      .poll(() => address.evaluate((field) => field === document.activeElement), patient)
      .toBe(true);
  });

  it('are found by what they are about, and shown where they are', async () => {
    const { page } = await kiosk.open({ hash: '#/settings' });
    await page.getByRole('textbox', { name: 'Search settings' }).fill('cats');
    await page.getByRole('link', { name: 'Video of animals' }).click();
    const field = page.getByRole('textbox', { name: 'Video of animals' });
    await expect.poll(() => field.evaluate((each) => each === document.activeElement), patient).toBe(true);
    await page.getByRole('textbox', { name: 'Search settings' }).fill('xylophone');
    await page.getByText('Nothing is called that').waitFor();
  });

  it('are kept while one looks at others, and asked for before one leaves', async () => {
    const { page, house } = await kiosk.open({ hash: '#/settings/vision' });
    await page.getByRole('switch', { name: 'Recognise faces' }).click();
    await page.getByRole('link', { name: 'Backup' }).click();
    await page.getByRole('switch', { name: 'A backup each day' }).waitFor();
    await page.getByRole('link', { name: 'Seeing' }).click();
    expect(await page.getByRole('switch', { name: 'Recognise faces' }).isChecked()).toBe(false);
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await page.getByText('Leave without saving?').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => house.settings.vision.recogniseFaces, patient).toBe(false);
  });

  it('that somebody else changed meanwhile are shown, and nobody overwrites them unseen', async () => {
    const { page, house } = await kiosk.open({ hash: '#/settings/vision' });
    const days = page.getByRole('textbox', { name: 'Keep faces without a name' });
    await days.fill('10');
    house.settings = {
      ...house.settings,
      vision: { ...house.settings.vision, keepUnknownDays: 30, framesPerSecond: 2 },
    };
    house.settingsChanged.send(house.settings);
    await page.getByText('Set to “30 days” on another screen meanwhile.').waitFor();
    const save = page.getByRole('button', { name: 'Save', exact: true });
    expect(await save.isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await save.click();
    await expect
      .poll(() => house.settings.vision, patient)
      .toEqual({ ...new FixtureHouse().settings.vision, keepUnknownDays: 10, framesPerSecond: 2 });
  });

  it('need one thing at a time on a small screen', async () => {
    const { page } = await kiosk.open({ hash: '#/settings' });
    await page.setViewportSize({ width: 800, height: 480 });
    await page.getByRole('link', { name: 'Seeing' }).click();
    await page.getByRole('heading', { level: 1, name: 'Seeing' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Search settings' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Back' }).click();
    await page.getByRole('textbox', { name: 'Search settings' }).waitFor();
  });
});
