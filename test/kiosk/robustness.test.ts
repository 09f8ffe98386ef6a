import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { everyScreen, showScreen } from './every-screen.ts';
import { FixtureHouse } from './fixture-house.ts';
import { Kiosk } from './kiosk.ts';
import { hasChromium } from './kiosk-browser.ts';

const kiosk = new Kiosk();

const colours = (page: Page, pairs: readonly (readonly [string, string])[]) =>
  page.evaluate((names) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
    const probe = document.body.appendChild(document.createElement('i'));
    const luminanceOf = (name: string) => {
      probe.style.color = `var(--color-${name})`;
      if (context === null) throw new Error('no canvas');
      context.fillStyle = getComputedStyle(probe).color;
      context.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data]
        .map((value) => value / 255)
        .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    return names.map(([text, ground]) => {
      const [one, two] = [luminanceOf(text), luminanceOf(ground)];
      return {
        pair: `${text} on ${ground}`,
        ratio: (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05),
      };
    });
  }, pairs);

/** Whether anything but the lists that scroll by themselves is wider than the page. */
const overflows = (page: Page) =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    return (
      document.documentElement.scrollWidth > innerWidth || (main?.scrollWidth ?? 0) > (main?.clientWidth ?? 0)
    );
  });

describe.skipIf(!hasChromium)('the kiosk in bad weather (needs /usr/bin/chromium)', () => {
  beforeAll(() => kiosk.start());
  afterEach(() => kiosk.closePages());
  afterAll(() => kiosk.stop());

  it('says that the hub is away, keeps what was typed, refuses orders, and comes back by itself', async () => {
    const { page, hub, house } = await kiosk.open();
    const field = page.getByLabel('Type a command');
    await field.fill('turn on the');
    await page.locator('[data-flow=flowing]').first().waitFor();
    await hub.stop();
    await page.getByText('Lares does not answer', { exact: true }).waitFor();
    await page.locator('[data-entity="light.living_room"]').click();
    await page.getByText('Nothing is lost: try again in a moment.').waitFor();
    house.people = [];
    await hub.start();
    await page.getByText('Lares does not answer', { exact: true }).waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('turn on the');
    await expect.poll(() => hub.viewers, { timeout: 15_000 }).toBe(4);
    expect(house.asked).toEqual([]);
    // News come again, and what changed meanwhile was read anew.
    house.setVoice({ kind: 'thinking' });
    await page.locator('[data-voice=thinking]').waitFor();
    await page.getByRole('link', { name: 'People' }).click();
    await page.getByText('Lares knows nobody yet').waitFor();
  });

  it('leaves no socket behind when the screens change', async () => {
    const { page, hub } = await kiosk.open();
    await expect.poll(() => hub.viewers, { timeout: 10_000 }).toBe(4);
    await page.getByRole('link', { name: 'Show Garden large' }).click();
    // The camera, and its neighbours at one picture a second.
    await expect.poll(() => hub.viewers, { timeout: 15_000 }).toBe(3);
    await page.getByRole('link', { name: 'Health' }).click();
    await expect.poll(() => hub.viewers, { timeout: 10_000 }).toBe(0);
  });

  it('opens the locked house with its passphrase, and says when it is wrong', async () => {
    const house = new FixtureHouse();
    house.passphrase = 'open sesame';
    house.setHealth({ key: { kind: 'locked' } });
    const { page } = await kiosk.open({ house });
    await page.getByLabel('Passphrase', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByText('That is not the passphrase.').waitFor();
    await page.getByLabel('Passphrase', { exact: true }).fill('open sesame');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.locator('[data-event=ev-stranger]').waitFor();
    house.setVoice({ kind: 'thinking' });
    await page.locator('[data-voice=thinking]').waitFor();
  });

  it('keeps a half-filled form beneath the lock', async () => {
    const { page, house } = await kiosk.open({ hash: '#/cameras/-new' });
    await page.getByRole('button', { name: 'Type the stream’s address' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Shed');
    house.passphrase = 'open sesame';
    house.setHealth({ key: { kind: 'locked' } });
    await page.getByLabel('Passphrase', { exact: true }).fill('open sesame');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('heading', { name: 'Add a camera' }).waitFor();
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Shed');
  });

  it.each([
    ['markup', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
    ['200 letters without a break', 'W'.repeat(200)],
    ['200 letters with breaks', 'Anna Maria '.repeat(18).trim()],
    ['right to left', 'السيدة فاطمة الزهراء'],
    ['pictures, and a sign that turns around what follows', `${'👩‍👩‍👧‍👦🐕'.repeat(9)} \u202Egnp.exe`],
  ])('bears a name of %s', async (_kind, name) => {
    const house = new FixtureHouse();
    house.nameEverything(name);
    const { page } = await kiosk.open({ house });
    let alerts = 0;
    page.on('dialog', (dialog) => {
      alerts += 1;
      void dialog.dismiss();
    });
    await page.locator('[data-event]').first().waitFor();
    await page.locator('[data-track]').first().waitFor();
    for (const hash of [
      '#/',
      '#/events',
      '#/events/ev-anna',
      '#/people',
      '#/people/anna',
      '#/people/anna/add',
      '#/voice',
      '#/cameras',
      '#/cameras/garden',
      '#/zones/garden',
      '#/live/garden',
      '#/health',
    ]) {
      await page.evaluate((next) => {
        location.hash = next;
      }, hash);
      await page.getByText(name).filter({ visible: true }).first().waitFor();
      for (const [width, height] of [
        [800, 480],
        [1280, 800],
      ] as const) {
        await page.setViewportSize({ width, height });
        expect({ hash, width, overflows: await overflows(page) }).toEqual({ hash, width, overflows: false });
      }
    }
    expect(alerts).toBe(0);
  });

  it('bears a clock that says 1970, in the hub and in the browser', async () => {
    vi.useFakeTimers({ now: 90_000, toFake: ['Date'] });
    try {
      const { page } = await kiosk.open({ clockMs: 90_000 });
      for (const hash of everyScreen) {
        await showScreen(page, hash);
        expect(await page.locator('body').innerText()).not.toMatch(/Invalid Date|NaN|undefined/);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  it('follows the device by day and night, and the setting before it', async () => {
    const { page } = await kiosk.open({ hash: '#/settings', dark: true });
    const patient = { timeout: 20_000 };
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const theme = page.getByRole('radiogroup', { name: 'Theme' });
    await theme.getByRole('radio', { name: 'Automatic', checked: true }).waitFor();
    const night = await ground();
    await page.getByRole('radio', { name: 'Day' }).click();
    await expect.poll(ground, patient).not.toBe(night);
    const day = await ground();
    await page.reload();
    await expect.poll(ground, patient).toBe(day);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.getByRole('radio', { name: 'Night' }).click();
    await expect.poll(ground, patient).toBe(night);
  });

  it.each([false, true])('has the contrast of WCAG AA (night: %s)', async (dark) => {
    const { page } = await kiosk.open({ dark });
    await page.locator('[data-event]').first().waitFor();
    const text = ['ink', 'quiet'].flatMap((each) =>
      ['ground', 'card', 'sunken', 'accent-soft', 'warn-soft', 'bad-soft'].map(
        (ground) => [each, ground] as const,
      ),
    );
    const marks = [
      ['accent', 'card'],
      ['accent', 'ground'],
      ['accent', 'accent-soft'],
      ['on-accent', 'accent'],
      ['good', 'card'],
      ['good', 'sunken'],
      ['good', 'accent-soft'],
      ['warn', 'card'],
      ['warn', 'sunken'],
      ['warn', 'warn-soft'],
      ['bad', 'card'],
      ['bad', 'ground'],
      ['bad', 'sunken'],
      ['bad', 'bad-soft'],
      ['on-glow', 'glow'],
      ['ink', 'glow'],
    ] as const;
    const weak = (await colours(page, [...text, ...marks])).filter(({ ratio }) => ratio < 4.5);
    expect(weak).toEqual([]);
    const borders = (
      await colours(page, [
        ['edge', 'card'],
        ['edge', 'ground'],
        ['wanted', 'card'],
      ])
    ).filter(({ ratio }) => ratio < 3);
    expect(borders).toEqual([]);
  });

  it.each([
    [800, 480],
    [1280, 800],
    [1920, 1080],
  ])('gives fingers 48 px at %i × %i', async (width, height) => {
    const { page } = await kiosk.open();
    await page.setViewportSize({ width, height });
    await page.locator('[data-event]').first().waitFor();
    for (const hash of [
      '#/',
      '#/events/ev-stranger',
      '#/events/ev-anna',
      '#/people',
      '#/people/anna',
      '#/people/-new',
      '#/voice',
      '#/voice/computer',
      '#/cameras/-new',
      '#/settings',
    ]) {
      await page.evaluate((next) => {
        location.hash = next;
      }, hash);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const small = await page.evaluate(() =>
        [
          ...document.querySelectorAll(
            'button:not([role=switch]), nav a, main a, input:not([type=file], [aria-hidden])',
          ),
        ]
          .map((element) => ({ text: element.textContent, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.height > 1 && (box.height < 47.5 || box.width < 47.5))
          .map(({ text, box }) => `${text} ${Math.round(box.width)}×${Math.round(box.height)}`),
      );
      expect({ hash, small }).toEqual({ hash, small: [] });
    }
  });

  it('can be worked with the keyboard alone', async () => {
    const { page, house } = await kiosk.open();
    await page.locator('[data-event]').first().waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.locator('[data-entity="lock.front_door"]').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('alertdialog').waitFor({ state: 'detached' });
    expect(house.asked).toEqual([]);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-entity'));
    await expect.poll(focused).toBe('lock.front_door');
  });

  it('offers the new page after an update', async () => {
    const { page, house } = await kiosk.open();
    await page.locator('[data-event]').first().waitFor();
    house.setHealth({ version: '0.2.0' });
    await page.getByRole('button', { name: 'Load the new page' }).waitFor();
  });

  it('threw nothing and broke no rule of the content security policy meanwhile', () => {
    expect(kiosk.complaints).toEqual([]);
  });
});
