import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FixtureHouse } from './fixture-house.ts';
import { Kiosk } from './kiosk.ts';
import { hasChromium } from './kiosk-browser.ts';

const kiosk = new Kiosk();
const patient = { timeout: 20_000 };

describe.skipIf(!hasChromium)('what the house keeps (needs /usr/bin/chromium)', () => {
  beforeAll(() => kiosk.start());
  afterEach(() => kiosk.closePages());
  afterAll(() => kiosk.stop());

  it('shows the disk, and what a change comes to before it is saved', async () => {
    const { page, house } = await kiosk.open({ hash: '#/settings/retention' });
    await page.getByText('About 32 days of video fit.').waitFor();
    const people = page.getByRole('textbox', { name: 'Video of people', exact: true });
    await people.fill('40');
    await page.getByText('With these settings: up to 60 days, about 206 GB of video.').waitFor();
    await page.getByText('That is more than fits').waitFor();
    await people.fill('10');
    await page.getByText('With these settings: up to 60 days, about 188 GB of video.').waitFor();
    await page.getByText('You keep less than before.').waitFor();
    expect(house.settings.retention).toEqual(new FixtureHouse().settings.retention);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => house.settings.retention.clipDays.person, patient).toBe(10);
  });

  it('makes a backup when asked, tells how far it is, and ends it', async () => {
    const house = new FixtureHouse();
    house.settings = { ...house.settings, backup: { ...house.settings.backup, folder: '/mnt/backup' } };
    house.memory.backupTakes = [{ kind: 'making', done: 5e8, total: 2e9 }];
    const { page } = await kiosk.open({ hash: '#/settings/backup', house });
    await page.getByText('There is no backup yet').waitFor();
    await page.getByRole('button', { name: 'Back up now' }).click();
    await page.getByRole('progressbar', { name: 'Making a backup …' }).waitFor();
    await page.getByText('500 MB of 2 GB').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('The backup was cancelled. Nothing of it is left.').waitFor();
    house.memory.setBackup({ work: { kind: 'made', atMs: Date.now(), files: 9, bytes: 2.1e9 } });
    await page.getByText('The backup is made: 2.1 GB, encrypted.').waitFor();
    expect(house.asked).toEqual(['backup.make undefined', 'backup.cancel undefined']);
  });

  it('sets a passphrase, shows a recovery code once, and removes what is not wanted', async () => {
    const { page, house } = await kiosk.open({ hash: '#/settings/key' });
    await page.getByRole('button', { name: 'Set a passphrase' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('New passphrase').fill('kettle marble oblong finch');
    await dialog.getByLabel('The same once more').fill('kettle marble oblong');
    await dialog.getByRole('button', { name: 'Set a passphrase' }).click();
    await dialog.getByText('These two are not the same.').waitFor();
    await dialog.getByLabel('The same once more').fill('kettle marble oblong finch');
    await dialog.getByRole('button', { name: 'Set a passphrase' }).click();
    await page.locator('[data-way=passphrase]').waitFor();
    await page.getByRole('button', { name: 'Make a recovery code' }).click();
    await dialog.getByLabel('Passphrase or recovery code').fill('kettle marble oblong finch');
    await dialog.getByRole('button', { name: 'Make a recovery code' }).click();
    await dialog.locator('[data-code]').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Go on without the code?').waitFor();
    await page.getByRole('button', { name: 'Go on without it' }).click();
    await page.getByRole('button', { name: 'Remove: A recovery code on paper' }).click();
    await dialog.getByLabel('Passphrase or recovery code').fill('kettle marble oblong finch');
    await dialog.getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => house.keyWays, patient).toEqual(['passphrase']);
  });

  it('tells who did what, by kind and page by page, and whether the list is whole', async () => {
    const { page } = await kiosk.open({ hash: '#/settings/audit' });
    const lines = page.locator('[data-audit]');
    await lines.nth(49).waitFor();
    await page.getByRole('button', { name: 'Show earlier ones' }).click();
    await lines.nth(99).waitFor();
    await page.getByLabel('Show', { exact: true }).selectOption('People');
    await expect
      .poll(() => lines.allInnerTexts(), patient)
      .toEqual([expect.stringContaining('Added a person')]);
    await page.getByRole('button', { name: 'Check the list' }).click();
    await page.getByText('All 120 lines are as they were written.').waitFor();
  });

  it('erases a stretch of time after one knows what goes, and takes it back', async () => {
    const { page, house } = await kiosk.open({ hash: '#/settings/span' });
    await page.getByText('12 visits, 9 videos (1.4 GB), 12 pictures').waitFor();
    await page.getByRole('button', { name: 'Erase …' }).click();
    await page.getByText('Also what I keep on purpose').click();
    await page.getByText('13 visits, 10 videos (1.6 GB)').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Erase', exact: true }).click();
    await page.getByText('It is erased in').waitFor();
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect.poll(() => house.memory.work, patient).toEqual({ kind: 'none' });
    expect(house.asked[0]).toContain('"kept":true');
  });

  it('gives a stretch of time away only under a passphrase', async () => {
    const { page, house } = await kiosk.open({ hash: '#/settings/span' });
    await page.getByRole('button', { name: 'Save as a case file …' }).click();
    await page.getByRole('button', { name: 'Save the file' }).click();
    expect(house.asked).toEqual([]);
    await page.getByLabel('Passphrase of this file').fill('another passphrase');
    await page.getByRole('button', { name: 'Save the file' }).click();
    await page.getByText('The browser saves the file now.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().waitFor();
  });
});
