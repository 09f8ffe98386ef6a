import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FixtureHouse } from './fixture-house.ts';
import { Kiosk } from './kiosk.ts';
import { hasChromium } from './kiosk-browser.ts';

const kiosk = new Kiosk();

describe.skipIf(!hasChromium)('what one can do at the kiosk (needs /usr/bin/chromium)', () => {
  beforeAll(() => kiosk.start());
  afterEach(() => kiosk.closePages());
  afterAll(() => kiosk.stop());

  it('says at the fields what is wrong with a camera, and sends nothing', async () => {
    const { page, house } = await kiosk.open({ hash: '#/cameras/-new' });
    await page.getByRole('button', { name: 'Type the stream’s address' }).click();
    await page.getByLabel('Address', { exact: true }).fill('192.168.1.20');
    await page.getByRole('button', { name: 'Test picture' }).click();
    await page.getByText('A camera address starts with rtsp://').waitFor();
    expect(await page.getByText('A camera needs a name.').count()).toBe(0);
    await page.getByRole('button', { name: 'Save camera' }).click();
    await page.getByText('A camera needs a name.').waitFor();
    const address = page.getByLabel('Address', { exact: true });
    expect(await address.getAttribute('aria-invalid')).toBe('true');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('placeholder')))
      .toBe('Front door');
    expect(house.asked).toEqual([]);
  });

  it('takes a password out of a pasted address, tests the picture, and saves', async () => {
    const house = new FixtureHouse();
    house.visionTrouble = 'The camera refuses the user or the password. Check both.';
    const { page } = await kiosk.open({ hash: '#/cameras/-new', house });
    await page.getByRole('button', { name: 'Type the stream’s address' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Shed');
    await page.getByLabel('Address', { exact: true }).fill('rtsp://admin:p@ss%21@10.0.0.5:554/live');
    await page.getByLabel('Address', { exact: true }).blur();
    await page.getByText('were moved to their own fields').waitFor();
    expect(await page.getByLabel('Address', { exact: true }).inputValue()).toBe('rtsp://10.0.0.5:554/live');
    expect(await page.getByLabel('User', { exact: true }).inputValue()).toBe('admin');
    expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('p@ss!');
    await page.getByRole('button', { name: 'Test picture' }).click();
    await page.getByText('The camera refuses the user or the password. Check both.').waitFor();
    house.visionTrouble = null;
    await page.getByRole('button', { name: 'Test picture' }).click();
    await page.getByText('The camera answers: 1280 × 720, H.264.').waitFor();
    await page.getByRole('img', { name: 'Test picture of the camera' }).waitFor();
    await page.getByRole('button', { name: 'Save camera' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cameras' }).waitFor();
    await page.getByRole('link', { name: 'Set up Shed' }).waitFor();
  });

  it('fills in the path of a common camera and keeps the host', async () => {
    const { page } = await kiosk.open({ hash: '#/cameras/garden' });
    await page.getByText('Addresses of common cameras').click();
    await page.getByRole('button', { name: 'TP-Link Tapo' }).click();
    expect(await page.getByLabel('Address', { exact: true }).inputValue()).toBe(
      'rtsp://192.168.1.20:554/stream1',
    );
    expect(await page.getByLabel('Address of the second stream').inputValue()).toBe(
      'rtsp://192.168.1.20:554/stream2',
    );
  });

  it('finds a camera, asks it for its streams, shows its picture, and saves both', async () => {
    const house = new FixtureHouse();
    house.onvifTrouble = 'The camera refuses this user and password. Use those of its own page.';
    const { page } = await kiosk.open({ hash: '#/cameras/-new', house });
    const row = page.locator('[data-found]');
    await page.getByText('3 cameras found').waitFor();
    expect(await row.allInnerTexts()).toEqual([
      'Front door\nRLC-510A · 192.168.1.20\nAlready added',
      'IPC-T3241-ZAS\n192.168.1.31',
      '192.168.1.105',
    ]);
    await row.getByText('IPC-T3241-ZAS').click();
    await page.getByText('Log in to IPC-T3241-ZAS').waitFor();
    await page.getByLabel('Password', { exact: true }).fill('wrong');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByText('The camera refuses this user and password.').waitFor();
    house.onvifTrouble = null;
    await page.getByLabel('Password', { exact: true }).fill('s3cret');
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByText('2560 × 1440, H.265, 20 a second').waitFor();
    await page.getByText('704 × 576, H.264, 10 a second').waitFor();
    await page.getByRole('img', { name: 'Test picture of the camera' }).waitFor();
    await page.getByLabel('Name', { exact: true }).fill('Garage');
    await page.getByRole('button', { name: 'Save camera' }).click();
    await page.getByRole('link', { name: 'Set up Garage' }).waitFor();
    expect(house.settings.cameras.at(-1)).toMatchObject({
      id: 'garage',
      address: house.told.main.address,
      subAddress: house.told.sub?.address,
      username: 'admin',
      hasPassword: true,
    });
  });

  it('says what to do when no camera answers, and asks one by its address', async () => {
    const house = new FixtureHouse();
    house.found = [];
    house.onvifTrouble = 'Nothing answers at this address. Check it.';
    const { page } = await kiosk.open({ hash: '#/cameras/-new', house });
    await page.getByText('No camera answered').waitFor();
    await page.getByText('switch it on in the camera’s own page').waitFor();
    await page.getByLabel('Address of the camera').fill('192.168.1.77');
    await page.getByRole('button', { name: 'Ask this camera' }).click();
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByText('Nothing answers at this address. Check it.').waitFor();
    expect(house.asked).toEqual(['cameras.onvif {"xaddr":"192.168.1.77","username":"admin","password":""}']);
    await page.getByRole('button', { name: 'Type the stream’s address' }).click();
    expect(await page.getByLabel('Address', { exact: true }).inputValue()).toBe('rtsp://192.168.1.77:554/');
    await page.getByRole('button', { name: 'Back to the search' }).click();
    await page.getByText('No camera answered').waitFor();
  });

  it('says why it can not look for cameras, and looks again when told to', async () => {
    const house = new FixtureHouse();
    house.searchTrouble = 'This machine is in no network. Connect its cable.';
    const { page } = await kiosk.open({ hash: '#/cameras/-new', house });
    await page.getByText('This machine is in no network. Connect its cable.').waitFor();
    house.searchTrouble = null;
    await page.getByRole('button', { name: 'Search again' }).click();
    await page.getByText('3 cameras found').waitFor();
    await page.getByRole('button', { name: 'Search again' }).click();
    await page.getByText('3 cameras found').waitFor();
    expect(await page.locator('[data-found]').count()).toBe(3);
  });

  it('takes a password out of the second address too, and folds the choice of streams away', async () => {
    const { page, house } = await kiosk.open({ hash: '#/cameras/garden' });
    const second = page.getByLabel('Address of the second stream');
    expect(await page.getByText('Which stream for what').count()).toBe(0);
    await second.fill('rtsp://anna:s3cret@192.168.1.20:554/sub');
    await second.blur();
    expect(await second.inputValue()).toBe('rtsp://192.168.1.20:554/sub');
    expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe('s3cret');
    await page.getByText('Which stream for what').click();
    await page.getByRole('radiogroup', { name: 'Recording' }).getByRole('radio', { name: 'Small' }).click();
    await page.getByRole('button', { name: 'Save camera' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cameras' }).waitFor();
    expect(house.settings.cameras.find(({ id }) => id === 'garden')).toMatchObject({
      subAddress: 'rtsp://192.168.1.20:554/sub',
      roles: { detect: 'auto', record: 'sub', live: 'auto' },
    });
  });

  it('removes a camera after asking', async () => {
    const { page } = await kiosk.open({ hash: '#/cameras/garden' });
    await page.getByRole('button', { name: 'Remove camera' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove camera' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cameras' }).waitFor();
    await page.getByRole('link', { name: 'Set up Garden' }).waitFor({ state: 'detached' });
  });

  it('turns devices with a tap, and asks before it opens the house', async () => {
    const { page, house } = await kiosk.open();
    await page.locator('[data-entity="light.living_room"]').click();
    await page.locator('[data-entity="light.living_room"][aria-pressed=true]').waitFor();
    await page.locator('[data-entity="lock.front_door"]').click();
    await page.getByRole('alertdialog', { name: 'Unlock Front door?' }).waitFor();
    expect(house.asked).toEqual(['devices.turn {"entityId":"light.living_room","on":true}']);
    await page.getByRole('alertdialog').getByRole('button', { name: 'Unlock' }).click();
    await page.locator('[data-entity="lock.front_door"]').getByText('Unlocked').waitFor();
    await page.locator('[data-entity="lock.front_door"]').click();
    await page.locator('[data-entity="lock.front_door"]').getByText('Locked').waitFor();
  });

  it('says a typed command with the wake phrase in front', async () => {
    const { page, house } = await kiosk.open();
    const field = page.getByLabel('Type a command');
    await field.fill('open the pod bay doors');
    await field.press('Enter');
    await page.getByText("I didn't understand that.").waitFor();
    expect(house.asked).toEqual(['voice.say {"text":"computer, open the pod bay doors"}']);
    expect(await field.inputValue()).toBe('');
  });

  it('arms and disarms the house', async () => {
    const { page, house } = await kiosk.open();
    await page.getByRole('button', { name: 'Armed. Tap to disarm the house' }).click();
    await page.getByRole('button', { name: 'Arm the house' }).waitFor();
    expect(house.health.armed).toBe(false);
  });
});
