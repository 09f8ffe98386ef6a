import type { ScreenshotView } from './screenshot-view.ts';

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
];
