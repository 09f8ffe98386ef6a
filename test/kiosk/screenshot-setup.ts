import type { Page } from 'playwright';
import { SetupMemory } from '../../services/contract/setup.ts';
import { cameraView, type FixtureHouse } from './fixture-house.ts';
import type { ScreenshotView } from './screenshot-view.ts';

/** As it comes: the demo house, and nobody known. */
export function makeNew(house: FixtureHouse): void {
  house.emptyIt();
  house.setup = SetupMemory.parse({});
  house.settings = { ...house.settings, demo: true, mqtt: { ...house.settings.mqtt, enabled: false } };
  house.setHealth({ demo: true, key: { kind: 'open', keptBy: 'key_file' }, broker: { kind: 'off' } });
}

/** One own camera; the steps before were passed. */
function withCamera(house: FixtureHouse): void {
  const { cameras } = house.settings;
  makeNew(house);
  house.setup = SetupMemory.parse({ at: 'cameras', outcomes: { language: 'done', key: 'skipped' } });
  house.settings = { ...house.settings, demo: false, cameras: cameras.slice(0, 1) };
  house.setHealth({ demo: false, cameras: [cameraView('front_door', 'Front door')] });
}

function withMicrophone(house: FixtureHouse): void {
  withCamera(house);
  house.setVoice({ kind: 'waiting', source: 'microphone', wakePhrase: 'computer' });
}

async function makeCode(page: Page): Promise<void> {
  await page.getByLabel('Your passphrase').fill('kettle marble oblong finch');
  await page.getByRole('button', { name: /^Make a/ }).click();
  await page.locator('[data-code]').waitFor();
}

async function noPicture(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Type the stream’s address' }).click();
  await page.getByLabel('The address of its stream').fill('rtsp://192.168.1.20:80/');
  await page.getByRole('button', { name: 'Test picture' }).click();
  await page.getByText('Try port 8554').waitFor();
}

/** Every step of the set-up, as it comes and at work. */
export const setupViews: readonly ScreenshotView[] = [
  { name: 'setup-language', hash: '', prepare: makeNew },
  {
    name: 'setup-key',
    hash: '#/setup/key',
    prepare: makeNew,
    act: async (page) => {
      await page.getByLabel('Passphrase', { exact: true }).fill('kettle marble oblong finch');
    },
  },
  {
    name: 'setup-recovery',
    hash: '#/setup/key',
    prepare: (house) => {
      makeNew(house);
      house.keyWays = ['passphrase'];
    },
    act: makeCode,
  },
  { name: 'setup-cameras-found', hash: '#/setup/cameras', prepare: makeNew },
  {
    name: 'setup-cameras-none',
    hash: '#/setup/cameras',
    prepare: (house) => {
      makeNew(house);
      house.found = [];
    },
  },
  {
    name: 'setup-cameras-picture',
    hash: '#/setup/cameras',
    prepare: makeNew,
    act: async (page) => {
      await page.locator('[data-found]').first().click();
      await page.getByRole('button', { name: 'Connect' }).click();
      await page.getByText('The camera answers').waitFor();
    },
  },
  {
    name: 'setup-cameras-cause',
    hash: '#/setup/cameras',
    prepare: (house) => {
      makeNew(house);
      house.visionTrouble =
        'What answers at this address is not a video. Check the address; it is often the port or the path that is wrong.';
      house.finding = { kind: 'web_page', port: 80, video: 8554 };
    },
    act: noPicture,
  },
  { name: 'setup-cameras-own', hash: '#/setup/cameras', prepare: withCamera },
  {
    name: 'setup-sound',
    hash: '#/setup/sound',
    prepare: withMicrophone,
    act: async (page) => {
      await page.getByRole('button', { name: 'Let Lares speak' }).click();
      await page.getByText('Did you hear it?').waitFor();
    },
  },
  { name: 'setup-deaf', hash: '#/setup/sound', prepare: withCamera },
  { name: 'setup-people', hash: '#/setup/people', prepare: withCamera },
  { name: 'setup-people-demo', hash: '#/setup/people', prepare: makeNew },
  { name: 'setup-rooms', hash: '#/setup/rooms', prepare: withCamera },
  {
    name: 'setup-rooms-found',
    hash: '#/setup/rooms',
    prepare: (house) => {
      const { devices } = house;
      withCamera(house);
      house.devices = devices;
      house.settings = { ...house.settings, mqtt: { ...house.settings.mqtt, enabled: true } };
      house.setHealth({ broker: { kind: 'connected', sinceMs: Date.now() - 60_000, entities: 6 } });
    },
  },
  { name: 'setup-access', hash: '#/setup/access', prepare: withCamera },
  { name: 'setup-end', hash: '#/setup/end', prepare: withCamera },
];
