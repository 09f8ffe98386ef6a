import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FixtureHouse } from './fixture-house.ts';
import { Kiosk } from './kiosk.ts';
import { hasChromium } from './kiosk-browser.ts';
import { sentScriptBytes } from './sent-scripts.ts';

const kiosk = new Kiosk();

describe.skipIf(!hasChromium)('the views of the kiosk (needs /usr/bin/chromium)', () => {
  beforeAll(() => kiosk.start());
  afterEach(() => kiosk.closePages());
  afterAll(() => kiosk.stop());

  it('sends at most 250 kB of compressed script until Home is there, and 45 kB more to who reads German', () => {
    const atOnce = sentScriptBytes(kiosk.directory);
    expect(atOnce).toBeGreaterThan(50_000);
    expect(atOnce).toBeLessThan(250_000);
    const assets = join(kiosk.directory, 'assets');
    const german = readdirSync(assets).filter((file) => file.startsWith('de-') && file.endsWith('.js'));
    expect(german).toHaveLength(1);
    for (const file of german)
      expect(gzipSync(readFileSync(join(assets, file))).byteLength).toBeLessThan(45_000);
  });

  it('shows the house at home: pictures that move, boxes with names, events, devices, the voice', async () => {
    const { page, hub } = await kiosk.open();
    const frontDoor = page.locator('[data-camera=front_door]');
    await frontDoor.locator('[data-flow=flowing]').waitFor();
    await frontDoor.locator('[data-track=ev-stranger]').getByText('Unknown person').waitFor();
    await page.locator('[data-camera=garden]').getByText('Anna').waitFor();
    const picture = () =>
      frontDoor
        .locator('canvas')
        .evaluate((canvas) =>
          canvas instanceof HTMLCanvasElement ? canvas.toDataURL('image/jpeg', 0.5) : '',
        );
    const first = await picture();
    await expect.poll(picture, { timeout: 10_000 }).not.toBe(first);
    expect(hub.viewers).toBe(4);
    expect(await page.locator('[data-event]').count()).toBe(9);
    expect(await page.locator('[data-entity]').count()).toBe(6);
    expect(await page.locator('[data-voice]').innerText()).toContain('Say “computer”');
    expect(await page.locator('[data-exchange]').innerText()).toContain('The kitchen light is on.');
  });

  it.each([
    ['#/events', 'Events', 'Who is this?'],
    ['#/events/ev-anna', 'Anna', 'Certainty'],
    ['#/live/garden', 'Garden', 'Newest events'],
    ['#/people', 'People', 'Bernd'],
    ['#/people/anna', 'Anna', 'Recent visits'],
    ['#/people/anna/add', 'Add faces of Anna', 'In front of a camera'],
    ['#/people/-new', 'Add a person', 'From past visits'],
    ['#/people/nobody', 'People', 'This person is not known any more.'],
    ['#/cameras', 'Cameras', 'Driveway'],
    ['#/cameras/hall', 'Set up Hall', 'Save camera'],
    ['#/cameras/-new', 'Add a camera', '3 cameras found'],
    ['#/events/ev-offline', 'Camera offline', 'The camera gave no picture'],
    ['#/health', 'Health', '1 restart'],
    ['#/voice', 'Voice', 'Train my phrase'],
    ['#/voice/jarvis', '“jarvis”', 'Record a call'],
    ['#/voice/nobody', '“nobody”', 'Lares does not know this phrase any more.'],
    ['#/settings', 'Settings', 'Automatic follows this device.'],
    ['#/settings/voice', 'Settings', 'Lares is called “computer”.'],
    ['#/settings/retention', 'Settings', 'Video of people you know'],
    ['#/settings/backup', 'Settings', 'A backup each day'],
    ['#/settings/about', 'Settings', 'See how it is doing'],
  ])('shows %s', async (hash, title, part) => {
    const { page } = await kiosk.open({ hash });
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByText(part).first().waitFor();
  });

  it.each([
    ['#/', 'No cameras yet', 'Add a camera'],
    ['#/', 'No devices yet', 'Connect a broker'],
    ['#/', 'No microphone', 'Type a command'],
    ['#/events', 'Nothing has happened yet', ''],
    ['#/voice', 'Nothing was said yet', 'No microphone'],
    ['#/people', 'Lares knows nobody yet', 'Add a person'],
    ['#/cameras', 'No cameras yet', 'Show the demo house'],
  ])('says on an empty %s: %s', async (hash, sentence, next) => {
    const house = new FixtureHouse();
    house.emptyIt();
    const { page } = await kiosk.open({ hash, house });
    await page.getByText(sentence).first().waitFor();
    if (next !== '') await page.getByText(next).or(page.getByLabel(next)).first().waitFor();
  });

  it('says that a demo is a demo, and leads to the own cameras', async () => {
    const house = new FixtureHouse();
    house.setHealth({ demo: true });
    const { page } = await kiosk.open({ house });
    await page.getByText('This is a demo house.').waitFor();
    await page.getByRole('link', { name: 'Use my own cameras' }).click();
    await page.getByRole('heading', { name: 'Add a camera' }).waitFor();
  });

  it('says since when and why a camera is lost, counts down, and takes its boxes away', async () => {
    const { page, house } = await kiosk.open();
    const tile = page.locator('[data-camera=front_door]');
    await tile.locator('[data-track]').waitFor();
    const why = 'The camera does not answer. Check that it has power.';
    house.setCamera('front_door', {
      kind: 'lost',
      sinceMs: Date.now() - 60_000,
      why,
      advice: 'Check its plug.',
      retryAtMs: Date.now() + 30_000,
    });
    await tile.getByText('No picture since').waitFor();
    await tile.getByText(why).waitFor();
    expect(await tile.locator('[data-track]').count()).toBe(0);
    const countdown = () => tile.getByText('Trying again in').innerText();
    const first = await countdown();
    await expect.poll(countdown, { timeout: 5000 }).not.toBe(first);
  });

  it('does not pass an old picture off as live', async () => {
    const { page, house } = await kiosk.open();
    const tile = page.locator('[data-camera=front_door]');
    await tile.locator('[data-flow=flowing]').waitFor();
    house.frozen.add('front_door');
    await tile.getByText('The picture stands still').waitFor();
    house.frozen.clear();
    await tile.locator('[data-flow=flowing]').waitFor();
  });

  it('shows what the voice does and hears at once', async () => {
    const { page, house } = await kiosk.open();
    await page.locator('[data-voice=waiting]').waitFor();
    house.setVoice({ kind: 'listening', sinceMs: Date.now() });
    await page.locator('[data-voice=listening]').getByText('Listening').waitFor();
    house.setVoice({ kind: 'speaking', text: 'It is half past two.' });
    await page.locator('[data-voice=speaking]').getByText('It is half past two.').waitFor();
    house.voiceChanged.send({
      entry: {
        id: 'tr-2',
        atMs: Date.now(),
        heard: 'what time is it',
        intent: null,
        outcome: 'answered',
        reply: 'It is half past two, sharp.',
      },
    });
    await page.locator('[data-exchange=tr-2]').getByText('It is half past two, sharp.').waitFor();
  });

  it('brings the camera to the front that was asked for', async () => {
    const { page, house } = await kiosk.open();
    await page.locator('[data-voice=waiting]').waitFor();
    await page.locator('[data-flow=flowing]').first().waitFor();
    house.voiceChanged.send({
      entry: {
        id: 'tr-3',
        atMs: Date.now(),
        heard: 'show the garden',
        intent: { name: 'LaresShowCamera', slots: { camera: 'Garden' } },
        outcome: 'done',
        reply: 'Here is the garden.',
      },
    });
    await page.getByRole('heading', { level: 1, name: 'Garden' }).waitFor();
  });

  it('breaks no rule of the content security policy and throws nothing', () => {
    expect(kiosk.complaints).toEqual([]);
  });
});
