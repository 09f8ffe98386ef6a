import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeClip } from '../fixtures/clip.ts';
import { RtspCamera } from '../fixtures/rtsp-camera.ts';
import { hasChromium, openKiosk } from '../kiosk/kiosk-browser.ts';
import { TestHouse } from './test-house.ts';

/** The whole set-up as a new owner goes through it: a real hub, a real camera over RTSP, the page in a real browser. */
describe.skipIf(!hasChromium)('the set-up from end to end (needs /usr/bin/chromium)', () => {
  const house = new TestHouse();
  const web = createServer((_, response) => {
    response.end('<html>the camera’s own page</html>');
  });
  let camera: RtspCamera;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    camera = await RtspCamera.start(makeClip({ size: '640x360', framesPerSecond: 15, gop: 15 }));
    // Without the demo house, which other tests start; the first step counts as begun, as after a restart in its midst.
    const settings = join(house.folder, 'new.yaml');
    writeFileSync(settings, 'demo: false\nsetup: { outcomes: { rooms: skipped } }\n');
    await house.start('--settings', settings);
    browser = await openKiosk();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => faults.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    await house.stop();
    await camera.stop();
    web.close();
    house.remove();
  });

  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
  const typed = async (address: string, name: string) => {
    await press('Type the stream’s address');
    await page.getByLabel('The address of its stream').fill(address);
    await page.getByLabel('What do you call it?').fill(name);
  };

  it('comes to the first own picture in three screens', async () => {
    const beganAtMs = performance.now();
    await page.goto(house.address);
    await heading('Welcome to Lares');
    await press('Continue');
    await heading('Lock what Lares knows');
    await press('Do this later');
    await heading('Your first camera');
    await typed(camera.address, 'Front door 🚪');
    await press('Use this camera');
    await page.locator('[data-camera=front_door] [data-flow=flowing]').waitFor();
    const seconds = (performance.now() - beganAtMs) / 1000;
    process.stdout.write(
      `The first own picture came after ${seconds.toFixed(1)} s, in 3 screens and 4 taps.\n`,
    );
    await page.getByText('That is your picture, live.').waitFor();
    expect((await house.api.setup.get.query()).steps.map(({ state }) => state)).toEqual([
      ...['done', 'skipped', 'done', 'open', 'open', 'skipped', 'open'],
    ]);
  });

  it('says what is wrong with an address in plain words', async () => {
    const address = web.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await press('Add another camera');
    await typed(`rtsp://127.0.0.1:${port}/video`, 'Garden');
    await press('Test picture');
    await page.getByText(`At port ${port} is a web page, not video.`).waitFor();
    await page.getByLabel('The address of its stream').fill(camera.address);
    await press('Test picture');
    await page.getByText('The camera answers: 640 × 360, H.264.').waitFor();
    await press('Use this camera');
    await page.locator('[data-camera=garden] [data-flow=flowing]').waitFor();
    camera.behaviour = { kind: 'busy' };
    await press('Add another camera');
    await typed(camera.address, 'Yard');
    await press('Test picture');
    await page.getByText('The camera reports a fault of its own or has too many viewers.').waitFor();
    await page.getByText('A camera answers there').waitFor();
    camera.behaviour = { kind: 'well' };
    await press('Continue');
  });

  it('goes on in another browser where it was, through all steps to the end', async () => {
    await heading('Can we hear each other?');
    const other = await browser.newPage({ locale: 'en-GB' });
    await other.goto(house.address);
    await other.getByRole('heading', { level: 1, name: 'Can we hear each other?' }).waitFor();
    await other.close();
    await press('Let Lares speak');
    await page.getByText('Did you hear it?').waitFor();
    await press('No');
    await page.getByText('Look whether the loudspeaker is on').waitFor();
    await press('Continue');
    await heading('Who lives here?');
    await page.locator('[data-choose=garden]').click();
    await page.getByText('Step in front of the camera').waitFor();
    await press('Do this later');
    await heading('Rooms and devices');
    await page.getByLabel('Room or area of Garden').fill('Behind the house');
    await press('Save the rooms');
    await page.getByText('Saved', { exact: true }).waitFor();
    await press('Continue');
    await heading('Who may change things?');
    await press('Do this later');
    await heading('That is enough for now');
    expect(await house.api.cameras.list.query()).toMatchObject([
      { name: 'Front door 🚪', area: '' },
      { name: 'Garden', area: 'Behind the house' },
    ]);
  });

  it('makes a passphrase and a code that open the house after a restart', async () => {
    await page.getByRole('main').getByRole('link', { name: 'Passphrase' }).last().click();
    await page.getByLabel('Passphrase', { exact: true }).fill('kettle marble oblong finch');
    await page.getByText('Good: guessing it takes years.').waitFor();
    await page.getByLabel('The same once more').fill('kettle marble oblong finch');
    await press('Lock with this passphrase');
    await press('Make a recovery code');
    await page.locator('[data-code]').waitFor();
    const groups = await page.locator('[data-code] li').allInnerTexts();
    const code = groups.map((group) => group.slice(-4)).join('-');
    const asked = /group (\d)/.exec(await page.getByText('Type group').innerText())?.[1];
    await page.getByText('Type group').fill(code.split('-')[Number(asked) - 1] ?? '');
    await press('I have it on paper');
    await page.getByText('You have the code on paper.').waitFor();
    expect(await page.content()).not.toContain(code);
    await house.stop();
    await house.start();
    expect(await house.api.house.health.query()).toMatchObject({ key: { kind: 'locked' } });
    await page.goto(house.address);
    await page.getByLabel('Passphrase', { exact: true }).fill(code);
    await press('Open');
    await page.locator('[data-camera=garden]').waitFor();
  });

  it('ends with an owner’s PIN, and asks nobody for it who only goes on', async () => {
    await page.goto(`${house.address}#/setup/access`);
    await press('Set an owner’s PIN');
    await page.getByLabel('Name', { exact: true }).fill('Anna');
    await page.getByLabel('PIN', { exact: true }).fill('2468');
    await press('Save');
    await press('Continue');
    await heading('That is enough for now');
    expect((await house.api.setup.get.query()).steps.at(-1)).toEqual({ step: 'access', state: 'done' });
    expect(faults).toEqual([]);
  });
});
