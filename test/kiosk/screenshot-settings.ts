import type { BackupView } from '../../services/contract/backup.ts';
import type { FixtureHouse } from './fixture-house.ts';
import type { ScreenshotView } from './screenshot-view.ts';

const dayMs = 86_400_000;

function backedUp(house: FixtureHouse, work: BackupView['work']): void {
  const nowMs = Date.now();
  house.settings = {
    ...house.settings,
    backup: { ...house.settings.backup, enabled: true, folder: '/mnt/backup/lares' },
  };
  house.memory.kept = [0, 1, 2].map((days) => ({
    name: `lares-2026-11-2${3 - days}T03-00-04.lares`,
    madeAtMs: nowMs - days * dayMs,
    bytes: 2.31e9 - days * 4e7,
  }));
  const last = { path: '/mnt/backup/lares/lares-2026-11-23T03-00-04.lares', atMs: nowMs - dayMs / 4 };
  house.memory.setBackup({ last, nextMs: nowMs + dayMs / 2, work });
}

/** Every section of the settings, and what can be wrong in them. */
export const settingsViews: readonly ScreenshotView[] = [
  { name: 'settings', hash: '#/settings' },
  { name: 'settings-voice', hash: '#/settings/voice' },
  { name: 'settings-vision', hash: '#/settings/vision/framesPerSecond' },
  { name: 'settings-mqtt', hash: '#/settings/mqtt' },
  { name: 'settings-retention', hash: '#/settings/retention' },
  { name: 'settings-backup', hash: '#/settings/backup' },
  { name: 'settings-about', hash: '#/settings/about' },
  {
    name: 'settings-search',
    hash: '#/settings',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Search settings' }).fill('password');
    },
  },
  {
    name: 'settings-errors',
    hash: '#/settings/mqtt',
    act: async (page) => {
      await page.getByLabel('Broker address').fill('192.168.1.5');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
    },
  },
  {
    name: 'settings-conflict',
    hash: '#/settings/vision',
    act: async (page, house) => {
      await page.getByRole('switch', { name: 'Recognise faces' }).click();
      await page.getByRole('textbox', { name: 'Keep faces without a name' }).fill('10');
      house.settings = { ...house.settings, vision: { ...house.settings.vision, keepUnknownDays: 30 } };
      house.settingsChanged.send(house.settings);
    },
  },
  {
    name: 'settings-shorter',
    hash: '#/settings/retention',
    act: async (page) => {
      await page.getByRole('textbox', { name: 'Video of people', exact: true }).fill('7');
    },
  },
  {
    name: 'settings-backing-up',
    hash: '#/settings/backup',
    prepare: (house) => {
      backedUp(house, { kind: 'making', done: 8.2e8, total: 2.3e9 });
    },
    act: async (page) => {
      await page.getByText('In the folder').click();
    },
  },
  {
    name: 'settings-backup-failed',
    hash: '#/settings/backup',
    prepare: (house) => {
      const what = "The backup can't be written there.";
      backedUp(house, {
        kind: 'failed',
        atMs: Date.now(),
        what,
        advice:
          'See that the folder is there, belongs to this user, and that its disk has space and is sound.',
      });
    },
  },
  { name: 'settings-key', hash: '#/settings/key' },
  {
    name: 'settings-key-both',
    hash: '#/settings/key',
    prepare: (house) => {
      house.keyWays = ['passphrase', 'recovery'];
    },
  },
  {
    name: 'settings-key-code',
    hash: '#/settings/key',
    act: async (page) => {
      await page.getByRole('button', { name: 'Make a recovery code' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Make a recovery code' }).click();
    },
  },
  {
    name: 'settings-key-change',
    hash: '#/settings/key',
    prepare: (house) => {
      house.keyWays = ['passphrase'];
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Change the passphrase' }).click();
      await page.getByLabel('New passphrase').fill('kettle marble');
    },
  },
  { name: 'settings-audit', hash: '#/settings/audit' },
  {
    name: 'settings-audit-checked',
    hash: '#/settings/audit',
    prepare: (house) => {
      house.memory.check = { entries: 118, flaws: [{ kind: 'missing', number: 7, last: 9 }] };
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Check the list' }).click();
    },
  },
  { name: 'settings-span', hash: '#/settings/span' },
  {
    name: 'settings-span-erase',
    hash: '#/settings/span',
    act: async (page) => {
      await page.getByRole('button', { name: 'Erase …' }).click();
    },
  },
  {
    name: 'settings-span-waiting',
    hash: '#/settings/span',
    act: async (page) => {
      await page.getByRole('button', { name: 'Erase …' }).click();
      await page.getByRole('button', { name: 'Erase', exact: true }).click();
    },
  },
  {
    name: 'settings-span-case',
    hash: '#/settings/span',
    act: async (page) => {
      await page.getByRole('button', { name: 'Save as a case file …' }).click();
    },
  },
];
