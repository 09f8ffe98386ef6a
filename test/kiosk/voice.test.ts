import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FixtureHouse } from './fixture-house.ts';
import { taughtWake } from './fixture-wake.ts';
import { Kiosk } from './kiosk.ts';
import { hasChromium } from './kiosk-browser.ts';

const kiosk = new Kiosk();

const card = (page: Page, phrase: string) => page.locator(`[data-phrase="${phrase}"]`);

/** A house with a phrase of its own and calls to learn from. */
const taught = () => {
  const house = new FixtureHouse();
  house.wake = taughtWake();
  return house;
};

describe.skipIf(!hasChromium)('the voice at the kiosk (needs /usr/bin/chromium)', () => {
  beforeAll(() => kiosk.start());
  afterEach(() => kiosk.closePages());
  afterAll(() => kiosk.stop());

  describe('what Lares is called', () => {
    it('tells how well each phrase works, in words', async () => {
      const { page } = await kiosk.open({ hash: '#/voice', house: taught() });
      await card(page, 'computer').waitFor();
      const texts = await page.locator('[data-phrase]').allInnerTexts();
      const lines = texts.map((text) => text.split('\n').filter((line) => line !== ''));
      expect(lines.map((each) => each.slice(0, 5))).toEqual([
        [
          '“computer”',
          'Came with Lares',
          'In use',
          'Hears 96 of 100 calls, misses 4',
          'About one false alarm in 8 hours of talk',
        ],
        [
          '“jarvis”',
          'Came with Lares',
          'Hears 94 of 100 calls, misses 6',
          'About one false alarm in 2 days of talk',
          expect.stringMatching(/^Use this phrase/),
        ],
        [
          '“hey lares”',
          // The page counts from the beginning of its minute.
          expect.stringMatching(/^Learnt here from 5 recordings, 1[34] minutes ago$/),
          'New',
          'Hears 95 of 100 calls, misses 5',
          'About one false alarm in 3 hours of talk',
        ],
      ]);
      expect(lines[2]?.[5]).toBe('Hears 4 of your 5 calls');
    });

    it('is called otherwise at once, and as before again', async () => {
      const { page, house } = await kiosk.open({ hash: '#/voice' });
      await card(page, 'jarvis').getByRole('button', { name: 'Use this phrase' }).click();
      await page.getByText('Lares is called “jarvis” now.').waitFor();
      await card(page, 'jarvis').getByText('In use').waitFor();
      await page.locator('[data-voice]').getByText('Say “jarvis”').waitFor();
      await page.getByRole('button', { name: 'Undo' }).click();
      await card(page, 'computer').getByText('In use').waitFor();
      expect(house.asked).toEqual([
        'voice.useWake {"phrase":"jarvis"}',
        'voice.useWake {"phrase":"computer"}',
      ]);
    });

    it('says what calmer and keener come to, and saves when the slider is let go', async () => {
      const { page, house } = await kiosk.open({ hash: '#/voice' });
      const figures = card(page, 'computer').locator('[data-figures]');
      const slider = page.getByRole('slider', { name: 'How readily it wakes' });
      await slider.press('End');
      await expect
        .poll(() => figures.innerText())
        .toBe('Hears 99 of 100 calls, misses 1\nAbout 2 false alarms in an hour of talk');
      await slider.press('Home');
      await expect
        .poll(() => figures.innerText())
        .toBe('Hears 90 of 100 calls, misses 10\nNo false alarm in 3 days of talk');
      await expect.poll(() => house.settings.voice.wakeSensitivity).toBe(0);
      expect(house.settings.voice).toEqual({ ...new FixtureHouse().settings.voice, wakeSensitivity: 0 });
    });

    it('forgets a phrase after asking; a phrase that came with Lares can not be forgotten', async () => {
      const { page, house } = await kiosk.open({ hash: '#/voice', house: taught() });
      await page.getByRole('button', { name: 'Forget “hey lares”' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
      expect(house.asked).toEqual([]);
      await page.getByRole('button', { name: 'Forget “hey lares”' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Forget' }).click();
      await card(page, 'hey lares').waitFor({ state: 'detached' });
      expect(house.wake.samples).toEqual([]);
      expect(await page.getByRole('button', { name: /^Forget “/ }).count()).toBe(0);
    });
  });

  describe('a phrase of their own', () => {
    it('is advised on while it is typed', async () => {
      const { page } = await kiosk.open({ hash: '#/voice' });
      const field = page.getByLabel('Phrase', { exact: true });
      const train = page.getByRole('button', { name: /^Train/ });
      await field.fill('r2d2');
      await page.getByText('A wake phrase is 3 to 40 letters.').waitFor();
      await field.fill('bob');
      await page.locator('[data-advice=bad]').getByText('It is too short').waitFor();
      expect(await train.isDisabled()).toBe(true);
      await field.fill('good morning');
      await page.locator('[data-advice=weak]').waitFor();
      expect(await train.innerText()).toBe('Train it anyway');
      await field.fill('Computer');
      await page.getByText('Lares knows “computer” already.').waitFor();
      expect(await train.isDisabled()).toBe(true);
      await field.fill('view glass');
      await page.locator('[data-advice=good]').waitFor();
      expect(await train.innerText()).toBe('Train my phrase');
    });

    it('is learnt, whatever the page does meanwhile', async () => {
      const { page, house } = await kiosk.open({ hash: '#/voice' });
      house.trainingMs = 6000;
      await page.getByLabel('Phrase', { exact: true }).fill('Hey Lares');
      await page.getByLabel('Phrase', { exact: true }).press('Enter');
      const progress = page.getByRole('progressbar', { name: 'How far “hey lares” is learnt' });
      await progress.waitFor();
      await page.getByText('Many voices say it').waitFor();
      await page.getByRole('link', { name: 'Health' }).click();
      await page.getByRole('heading', { level: 1, name: 'Health' }).waitFor();
      await page.getByRole('link', { name: 'Voice' }).click();
      await progress.waitFor();
      await page.reload();
      await progress.waitFor();
      await page.getByText(/about \d+ seconds left|almost done/).waitFor();
      await card(page, 'hey lares').getByText('New', { exact: true }).waitFor();
      await progress.waitFor({ state: 'detached' });
      expect(house.asked).toEqual(['voice.trainWake {"phrase":"hey lares"}']);
    });

    it('is given up by a tap', async () => {
      const { page, house } = await kiosk.open({ hash: '#/voice' });
      house.trainingMs = 60_000;
      await page.getByLabel('Phrase', { exact: true }).fill('hey lares');
      await page.getByRole('button', { name: 'Train my phrase' }).click();
      await page.getByRole('progressbar').waitFor();
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByLabel('Phrase', { exact: true }).waitFor();
      expect(await page.getByRole('progressbar').count()).toBe(0);
      expect(house.wake.training).toEqual({ kind: 'idle' });
      expect(house.wake.phrases.map(({ phrase }) => phrase)).toEqual(['computer', 'jarvis']);
    });

    it('says why it could not be learnt, and tries again', async () => {
      const { page, house } = await kiosk.open({ hash: '#/voice' });
      house.trainingMs = 300;
      house.trainingTrouble = { what: 'No voice is installed.', advice: 'Install espeak-ng.' };
      await page.getByLabel('Phrase', { exact: true }).fill('hey lares');
      await page.getByRole('button', { name: 'Train my phrase' }).click();
      await page.getByText('No voice is installed. Install espeak-ng.').waitFor();
      house.trainingTrouble = null;
      await page.getByRole('button', { name: 'Try again' }).click();
      await card(page, 'hey lares').waitFor();
    });
  });

  describe('with the household’s own voices', () => {
    it('records calls one by one, says what is poor about one, and learns from them', async () => {
      const { page, house } = await kiosk.open({ hash: '#/voice' });
      await card(page, 'jarvis').getByRole('link', { name: 'Improve' }).click();
      await page.getByRole('heading', { level: 1, name: '“jarvis”' }).waitFor();
      await page.getByText('Not tried with your voices yet.').waitFor();
      const learn = page.getByRole('button', { name: /^Learn from/ });
      expect(await learn.isDisabled()).toBe(true);
      house.recordMs = 1200;
      await page.getByRole('button', { name: 'Record a call' }).click();
      await page.getByRole('button', { name: 'Say “jarvis” now' }).waitFor();
      await expect.poll(() => house.metersRead).toBeGreaterThan(3);
      await page.locator('[data-taken=good]').getByText('Call 1, 0.9 s.').waitFor();
      house.recordMs = 100;
      house.recordPeak = 1;
      await page.getByRole('button', { name: 'Record another call' }).click();
      await page.locator('[data-taken=clipped]').waitFor();
      house.recordPeak = 0.4;
      await page.getByRole('button', { name: 'Delete Call 2' }).click();
      await expect.poll(() => page.locator('[data-take]').count()).toBe(1);
      for (const count of [2, 3, 4, 5]) {
        await page.getByRole('button', { name: 'Record another call' }).click();
        await expect.poll(() => page.locator('[data-take]').count()).toBe(count);
      }
      await page.getByRole('img', { name: '5 of 10 calls recorded' }).waitFor();
      house.trainingMs = 1500;
      await page.getByRole('button', { name: 'Learn from these 5' }).click();
      await page.getByRole('progressbar').waitFor();
      await page.getByText('Hears 4 of your 5 calls').waitFor();
      await page.getByText('Lares has learnt from all of them.').waitFor();
      expect(await learn.isDisabled()).toBe(true);
    });

    it('says beside the button why nothing could be recorded', async () => {
      const { page, house } = await kiosk.open({ hash: '#/voice/computer' });
      house.recordTrouble = 'Nobody spoke for eight seconds. Press again, then speak.';
      await page.getByRole('button', { name: 'Record a call' }).click();
      await page.getByText('Nobody spoke for eight seconds.').waitFor();
      house.recordTrouble = null;
      await page.getByRole('button', { name: 'Record a call' }).click();
      await page.locator('[data-taken=good]').waitFor();
      expect(await page.getByText('Nobody spoke').count()).toBe(0);
    });

    it('needs a microphone, and says so', async () => {
      const house = new FixtureHouse();
      house.setVoice({ kind: 'waiting', source: 'none', wakePhrase: 'computer' });
      const { page } = await kiosk.open({ hash: '#/voice/computer', house });
      await page.getByText('there is none now').waitFor();
      expect(await page.getByRole('button', { name: 'Record a call' }).isDisabled()).toBe(true);
      await page.getByRole('link', { name: 'Back' }).click();
      await page.getByText('npx lares say computer, what time is it').waitFor();
      expect(await page.getByRole('button', { name: 'Try it out' }).count()).toBe(0);
    });
  });

  describe('the meter', () => {
    it('is asked for only while it is open, and lights when a call would wake Lares', async () => {
      const { page, house } = await kiosk.open({ hash: '#/voice' });
      await card(page, 'computer').waitFor();
      expect(house.metersRead).toBe(0);
      await page.getByRole('button', { name: 'Try it out' }).click();
      await page.locator('[data-meter=heard]').getByText('Yes, that wakes Lares.').waitFor();
      await page.getByText('Woken once').waitFor();
      await page.getByRole('meter', { name: 'Like “computer”' }).waitFor();
      await page.getByRole('button', { name: 'Stop trying' }).click();
      await page.waitForTimeout(500);
      const read = house.metersRead;
      await page.waitForTimeout(500);
      expect(house.metersRead).toBe(read);
    });

    it('says that it was near, and why nothing can be measured', async () => {
      const house = new FixtureHouse();
      house.callLikeness = 0.4;
      const { page } = await kiosk.open({ hash: '#/voice', house });
      await page.getByRole('button', { name: 'Try it out' }).click();
      await page.locator('[data-meter=nearly]').getByText('Nearly.').waitFor();
      await page.getByRole('button', { name: 'Stop trying' }).click();
      house.meterTrouble = 'The voice process is starting again. Try it in a moment.';
      await page.getByRole('button', { name: 'Try it out' }).click();
      await page.getByText('The voice process is starting again.').waitFor();
    });
  });

  describe('what was heard', () => {
    it('takes a mistake, keeps its recording only where the owner lets it, and takes it back', async () => {
      const { page, house } = await kiosk.open({ hash: '#/voice' });
      const row = page.locator('[data-heard=tr-1]');
      await row.waitFor();
      const lines = (await row.innerText()).split('\n').filter((line) => line !== '');
      expect(lines.slice(-3)).toEqual(['Done', 'Very sure', 'That was wrong']);
      await row.getByRole('button').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: 'I said something else' }).click();
      await dialog.getByLabel('What did you say?').fill('turn on the kitchen fan');
      await dialog.getByRole('button', { name: 'Tell Lares' }).click();
      await row.getByText('You said: it was “turn on the kitchen fan”.').waitFor();
      await row.getByText('No recording of it is kept.').waitFor();
      await row.getByRole('button', { name: 'Take back' }).click();
      await row.getByRole('button').click();
      await dialog.getByRole('radio', { name: 'I didn’t call Lares' }).click();
      await dialog.getByRole('switch', { name: 'Keep recordings of what was wrong' }).click();
      await expect.poll(() => house.settings.voice.keepRecordings).toBe(true);
      await dialog.getByRole('button', { name: 'Tell Lares' }).click();
      await row.getByText('You said: nobody called.').waitFor();
      await row.getByText('Its recording is kept').waitFor();
      await page.getByText('1 recording is kept.').waitFor();
      await page.getByRole('button', { name: 'Forget all recordings (1)' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Forget all' }).click();
      await page.getByText('No recording is kept.').waitFor();
      await row.getByText('No recording of it is kept.').waitFor();
      expect(house.asked.filter((asked) => !asked.startsWith('settings'))).toEqual([
        'voice.thatWasWrong {"entryId":"tr-1","how":"misheard","meant":"turn on the kitchen fan"}',
        'voice.takeBack {"entryId":"tr-1"}',
        'voice.thatWasWrong {"entryId":"tr-1","how":"not_called","meant":""}',
        'voice.forgetRecordings null',
      ]);
    });

    it('does not show a camera again because somebody judged that it was asked for', async () => {
      const house = new FixtureHouse();
      house.transcript = house.transcript.map((entry) => ({
        ...entry,
        heard: 'show the garden',
        intent: { name: 'LaresShowCamera', slots: { camera: 'Garden' } },
      }));
      const { page } = await kiosk.open({ hash: '#/voice', house });
      await page.locator('[data-heard=tr-1]').getByRole('button').click();
      await page.getByRole('dialog').getByRole('button', { name: 'Tell Lares' }).click();
      await page.locator('[data-heard=tr-1]').getByText('You said: that was not it.').waitFor();
      await page.getByRole('button', { name: 'Take back' }).click();
      await page.getByRole('button', { name: /^That was wrong/ }).waitFor();
      expect(page.url()).toContain('#/voice');
    });
  });

  describe('how it answers', () => {
    it('saves quiet hours, and says at the field what is wrong', async () => {
      const { page, house } = await kiosk.open({ hash: '#/voice' });
      const form = page.getByRole('region', { name: 'How Lares listens and answers' });
      await form.getByRole('switch', { name: 'A short sound when it wakes' }).click();
      await form.getByRole('switch', { name: 'Quiet hours' }).click();
      await form.getByLabel('From').fill('');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.getByText('A time looks like 22:00.').waitFor();
      await form.getByLabel('From').fill('21:30');
      await form.getByRole('slider', { name: 'Volume in quiet hours' }).press('ArrowRight');
      await form.getByRole('button', { name: 'Save' }).click();
      await form.getByText('Saved', { exact: true }).waitFor();
      expect(house.settings.voice).toEqual({
        ...new FixtureHouse().settings.voice,
        chime: false,
        quietHours: { enabled: true, from: '21:30', to: '07:00', volume: 5 },
      });
    });

    it('is found from the settings', async () => {
      const { page } = await kiosk.open({ hash: '#/settings/voice' });
      await page.getByRole('link', { name: 'Choose or train a phrase' }).click();
      await page.getByRole('heading', { level: 1, name: 'Voice' }).waitFor();
    });

    it('is switched on again where it was switched off', async () => {
      const house = new FixtureHouse();
      house.settings = { ...house.settings, voice: { ...house.settings.voice, enabled: false } };
      house.setVoice({ kind: 'off', why: 'Voice is switched off.' });
      const { page } = await kiosk.open({ hash: '#/voice', house });
      await page.getByRole('button', { name: 'Switch voice on' }).click();
      await expect.poll(() => house.settings.voice.enabled).toBe(true);
    });
  });

  it.each([
    [1280, 800],
    [1920, 1080],
    [800, 480],
    [360, 640],
  ])('leaves room for every place in the navigation at %i × %i', async (width, height) => {
    const { page } = await kiosk.open({ hash: '#/voice' });
    await page.setViewportSize({ width, height });
    const places = page.getByRole('navigation').getByRole('link');
    await places.first().waitFor();
    const boxes = await places.evaluateAll((links) =>
      links.map((link) => {
        const { bottom, right, height, width } = link.getBoundingClientRect();
        return { bottom, right, height, width };
      }),
    );
    const outside = boxes.filter(
      (box) => box.bottom > height || box.right > width || box.height < 47.5 || box.width < 47.5,
    );
    const cut = await places.evaluateAll((links) =>
      links.filter((link) => link.scrollWidth > link.clientWidth).map((link) => link.textContent),
    );
    expect({ places: boxes.length, outside, cut }).toEqual({ places: 7, outside: [], cut: [] });
  });

  it('threw nothing and broke no rule of the content security policy meanwhile', () => {
    expect(kiosk.complaints).toEqual([]);
  });
});
