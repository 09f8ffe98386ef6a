import type { Page } from 'playwright';
import type { TranscriptEntry } from '../../services/contract/voice.ts';
import type { FixtureHouse } from './fixture-house.ts';
import { taughtWake, wakeReport } from './fixture-wake.ts';
import type { ScreenshotView } from './screenshot-view.ts';

const minuteMs = 60_000;

const said = (number: number, minutesAgo: number, more: Partial<TranscriptEntry>): TranscriptEntry => ({
  id: `tr-${number}`,
  atMs: Date.now() - minutesAgo * minuteMs,
  heard: 'turn on the kitchen light',
  intent: { name: 'HassTurnOn', slots: { name: 'Kitchen light' } },
  outcome: 'done',
  reply: 'The kitchen light is on.',
  ...(more.heard === '' ? {} : { confidence: 0.97 }),
  ...more,
});

/** A family that has talked, with mistakes. */
export const talkedWith = (house: FixtureHouse): void => {
  house.wake = taughtWake();
  house.settings = { ...house.settings, voice: { ...house.settings.voice, wakePhrase: 'hey lares' } };
  house.setVoice({ kind: 'waiting', source: 'microphone', wakePhrase: 'hey lares' });
  house.transcript = [
    said(7, 3, {}),
    said(6, 14, {
      heard: 'unlock the front door',
      outcome: 'refused',
      confidence: 0.91,
      reply: 'I only unlock on the screen.',
    }),
    said(5, 55, {
      heard: 'turn off the hall',
      confidence: 0.58,
      reply: 'The hall light is off.',
      verdict: { how: 'misheard', meant: 'turn off them all', hasRecording: true },
    }),
    said(4, 130, {
      heard: '',
      outcome: 'not_understood',
      reply: 'I didn’t understand that.',
      intent: null,
      verdict: { how: 'not_called', meant: '', hasRecording: false },
    }),
    said(3, 26 * 60, {
      heard: 'what time is it',
      outcome: 'answered',
      reply: 'It is half past two.',
      confidence: 0.99,
    }),
    said(2, 27 * 60, {
      heard: 'set the heating to twenty',
      outcome: 'failed',
      reply: 'The heating does not answer.',
      confidence: 0.76,
    }),
    said(1, 30 * 60, {}),
  ];
};

const tryOut = async (page: Page) => {
  await page.getByRole('button', { name: 'Try it out' }).click();
};

const typePhrase = (phrase: string) => async (page: Page) => {
  await page.getByLabel('Phrase', { exact: true }).fill(phrase);
  await page.locator('[data-advice]:not([data-advice=none])').waitFor();
  await page.locator('[data-advice]').scrollIntoViewIfNeeded();
};

const train = (house: FixtureHouse) => {
  talkedWith(house);
  house.wake = {
    ...house.wake,
    training: {
      kind: 'training',
      phrase: 'guten morgen lares',
      stage: 'hearing',
      done: 0.43,
      beganAtMs: Date.now() - 90_000,
    },
  };
};

const toForm = async (page: Page) => {
  await page.getByRole('switch', { name: 'Quiet hours' }).click();
  await page.getByRole('switch', { name: 'A voice may unlock' }).scrollIntoViewIfNeeded();
};

const wrongOf = (entry: string) => async (page: Page) => {
  await page.locator(`[data-heard=${entry}]`).getByRole('button').click();
  await page.getByRole('dialog').waitFor();
};

const long = 'a very long phrase that nobody says ever';

/** The voice in every state that is worth a look. */
export const voiceViews: readonly ScreenshotView[] = [
  { name: 'voice', hash: '#/voice' },
  { name: 'voice-talked', hash: '#/voice', prepare: talkedWith },
  {
    name: 'voice-empty',
    hash: '#/voice',
    prepare: (house) => {
      house.emptyIt();
    },
  },
  {
    name: 'voice-off',
    hash: '#/voice',
    prepare: (house) => {
      talkedWith(house);
      house.settings = { ...house.settings, voice: { ...house.settings.voice, enabled: false } };
      house.setVoice({ kind: 'off', why: 'Voice is switched off in the settings.' });
    },
  },
  {
    name: 'voice-listening',
    hash: '#/voice',
    prepare: (house) => {
      talkedWith(house);
      house.setVoice({ kind: 'listening', sinceMs: Date.now() });
    },
  },
  {
    name: 'voice-meter',
    hash: '#/voice',
    prepare: talkedWith,
    act: async (page) => {
      await tryOut(page);
      await page.locator('[data-meter=heard]').waitFor();
    },
  },
  {
    name: 'voice-meter-nearly',
    hash: '#/voice',
    prepare: (house) => {
      talkedWith(house);
      house.callLikeness = 0.41;
    },
    act: async (page) => {
      await tryOut(page);
      await page.locator('[data-meter=nearly]').waitFor();
    },
  },
  { name: 'voice-training', hash: '#/voice', prepare: train },
  {
    name: 'voice-failed',
    hash: '#/voice',
    prepare: (house) => {
      talkedWith(house);
      house.wake = {
        ...house.wake,
        training: {
          kind: 'failed',
          phrase: 'guten morgen lares',
          what: 'The voices that say the phrase are not installed.',
          advice: 'Run `npx lares doctor` on the hub, then try again.',
        },
      };
    },
  },
  { name: 'voice-advice-good', hash: '#/voice', act: typePhrase('good evening house') },
  { name: 'voice-advice-weak', hash: '#/voice', act: typePhrase('good morning') },
  { name: 'voice-advice-bad', hash: '#/voice', act: typePhrase('bob') },
  {
    name: 'voice-used',
    hash: '#/voice',
    act: async (page) => {
      await page.getByRole('button', { name: 'Use this phrase' }).click();
    },
  },
  {
    name: 'voice-forget',
    hash: '#/voice',
    prepare: talkedWith,
    act: async (page) => {
      await page.getByRole('button', { name: 'Forget “hey lares”' }).click();
    },
  },
  { name: 'voice-wrong', hash: '#/voice', prepare: talkedWith, act: wrongOf('tr-7') },
  { name: 'voice-settings', hash: '#/voice', prepare: talkedWith, act: toForm },
  {
    name: 'voice-long',
    hash: '#/voice',
    prepare: (house) => {
      talkedWith(house);
      house.wake = { ...house.wake, phrases: [wakeReport(long), ...house.wake.phrases] };
      house.settings = { ...house.settings, voice: { ...house.settings.voice, wakePhrase: long } };
      house.setVoice({ kind: 'waiting', source: 'microphone', wakePhrase: long });
      house.transcript = ['أطفئ ضوء المطبخ', '🏠🏠🏠 <script>alert(1)</script>', 'W'.repeat(200)].map(
        (heard, index) => said(index, index, { heard, reply: heard }),
      );
    },
  },
  { name: 'voice-phrase', hash: '#/voice/hey%20lares', prepare: talkedWith },
  { name: 'voice-phrase-new', hash: '#/voice/jarvis' },
  {
    name: 'voice-phrase-recording',
    hash: '#/voice/hey%20lares',
    prepare: (house) => {
      talkedWith(house);
      house.recordMs = 8000;
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Record another call' }).click();
      await page.waitForTimeout(900);
    },
  },
  {
    name: 'voice-phrase-clipped',
    hash: '#/voice/hey%20lares',
    prepare: (house) => {
      talkedWith(house);
      house.recordPeak = 1;
    },
    act: async (page) => {
      await page.getByRole('button', { name: 'Record another call' }).click();
      await page.locator('[data-taken=clipped]').waitFor();
    },
  },
  {
    name: 'voice-phrase-training',
    hash: '#/voice/hey%20lares',
    prepare: (house) => {
      train(house);
      house.wake = {
        ...house.wake,
        training: {
          kind: 'training',
          phrase: 'hey lares',
          stage: 'learning',
          done: 0.71,
          beganAtMs: Date.now() - 150_000,
        },
      };
    },
  },
];
