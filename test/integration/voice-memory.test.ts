import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { VoiceState } from '../../services/contract/voice.ts';
import type { VoiceReading, WakeView } from '../../services/contract/wake.ts';
import { pidOf, startHouse } from '../fixtures/house.ts';
import { filesIn, scratchFolder } from '../services/store/scratch.ts';

type House = Awaited<ReturnType<typeof startHouse>>;
const patience = { timeout: 20_000, interval: 50 };

async function hears(house: House): Promise<void> {
  await vi.waitFor(async () => {
    expect((await house.api.house.health.query()).voice.kind).toBe('waiting');
  }, patience);
}

async function opened(folder = scratchFolder()): Promise<House> {
  const house = await startHouse(folder);
  await hears(house);
  return house;
}

async function learns(house: House, phrase: string): Promise<WakeView> {
  await house.api.voice.trainWake.mutate({ phrase });
  return vi.waitFor(async () => {
    const view = await house.api.voice.wake.query();
    expect(view.phrases.some((report) => report.phrase === phrase && report.origin === 'trained')).toBe(true);
    expect(view.training).toEqual({ kind: 'idle' });
    return view;
  }, patience);
}

async function given(house: House): Promise<string> {
  const [entry] = await house.api.voice.say.mutate({ text: 'what was given' });
  return entry?.reply ?? '';
}

async function voiceSettings(house: House, change: object): Promise<void> {
  const { voice } = await house.api.settings.get.query();
  await house.api.settings.update.mutate({ voice: { ...voice, ...change } });
}

/** Lets the recordings be kept, and waits until the voice process knows it, which is told of settings a moment later. */
async function keepsRecordings(house: House, keepRecordings: boolean): Promise<void> {
  await voiceSettings(house, { keepRecordings });
  await vi.waitFor(async () => {
    const [entry] = await house.api.voice.say.mutate({ text: 'what may be kept' });
    expect(entry?.reply).toBe(String(keepRecordings));
  }, patience);
}

/** Whether any file that Lares keeps holds this in clear. */
function isOnDisk({ folder }: House, words: string): boolean {
  return filesIn(join(folder, 'data')).some(({ bytes }) => bytes.includes(words));
}

const phrasesOf = ({ phrases }: WakeView) => phrases.map(({ phrase, origin }) => `${phrase} (${origin})`);

describe('a wake phrase of the household', () => {
  it('is learnt with its recordings, kept, used, and there after a restart; then forgotten', async () => {
    const folder = scratchFolder();
    const house = await opened(folder);
    const { voice } = house.api;
    const phrase = 'smart mirror';
    expect(phrasesOf(await voice.wake.query())).toEqual(['computer (shipped)', 'jarvis (shipped)']);
    expect(await voice.adviseWake.query({ phrase: 'owl' })).toMatchObject({ verdict: 'bad' });
    await expect(voice.useWake.mutate({ phrase })).rejects.toThrow('Train it first under Voice.');

    const seen: WakeView[] = [];
    const watch = voice.watchWake.subscribe(undefined, { onData: (view) => seen.push(view) });
    onTestFinished(() => {
      watch.unsubscribe();
    });
    const sample = await voice.recordSample.mutate({ phrase });
    const file = await voice.recordSample.mutate({ phrase, path: '/tmp/call.wav' });
    await expect(voice.recordSample.mutate({ phrase, path: '/tmp/call.txt' })).rejects.toThrow(
      'no sound file',
    );
    expect(sample).toMatchObject({ phrase, kind: 'call', durationMs: 1000 });
    const learnt = await learns(house, phrase);
    expect(phrasesOf(learnt)).toEqual(['computer (shipped)', 'jarvis (shipped)', `${phrase} (trained)`]);
    expect(learnt.phrases[2]?.recordings).toBe(2);
    expect(learnt.samples.map(({ id }) => id)).toEqual([file.id, sample.id]);
    const stages = seen.flatMap(({ training }) => (training.kind === 'training' ? [training.stage] : []));
    expect(stages).toContain('judging');

    await voice.useWake.mutate({ phrase });
    await vi.waitFor(async () => {
      expect(await given(house)).toMatch(/^the network of smart mirror with 2/);
    }, patience);
    expect(isOnDisk(house, 'somebody who calls') || isOnDisk(house, 'network of smart')).toBe(false);
    await house.stop();

    const again = await opened(folder);
    expect(await given(again)).toMatch(/^the network of smart mirror with 2/);
    expect((await again.api.settings.get.query()).voice.wakePhrase).toBe(phrase);
    // Another training gives another model, which the voice process opens by itself.
    await again.api.voice.forgetSample.mutate({ sampleId: file.id });
    await expect(again.api.voice.forgetSample.mutate({ sampleId: file.id })).rejects.toThrow(
      'not there any more',
    );
    await again.api.voice.trainWake.mutate({ phrase });
    await vi.waitFor(async () => {
      expect(await given(again)).toMatch(/^the network of smart mirror with 1/);
    }, patience);

    const forgotten = await again.api.voice.forgetWake.mutate({ phrase });
    expect([phrasesOf(forgotten), forgotten.samples]).toEqual([
      ['computer (shipped)', 'jarvis (shipped)'],
      [],
    ]);
    expect((await again.api.settings.get.query()).voice.wakePhrase).toBe('computer');
    expect(filesIn(join(folder, 'data', 'vault'))).toEqual([]);
  });

  it('is learnt one at a time, can be given up, and says why it was not learnt', async () => {
    const house = await opened();
    const { voice } = house.api;
    const began = await voice.trainWake.mutate({ phrase: 'never ready' });
    expect(began.training).toMatchObject({ kind: 'training', phrase: 'never ready' });
    await expect(voice.trainWake.mutate({ phrase: 'view glass' })).rejects.toThrow('“never ready” just now');
    expect((await voice.cancelWake.mutate()).training).toEqual({ kind: 'idle' });

    await voice.trainWake.mutate({ phrase: 'too hard' });
    await vi.waitFor(async () => {
      expect((await voice.wake.query()).training).toEqual({
        ...{ kind: 'failed', phrase: 'too hard' },
        ...{ what: 'It is too hard.', advice: 'Take another.' },
      });
    }, patience);

    const before = pidOf(await house.api.house.health.query(), 'voice');
    await voice.trainWake.mutate({ phrase: 'fall over' });
    await vi.waitFor(async () => {
      expect((await voice.wake.query()).training).toMatchObject({ kind: 'failed', phrase: 'fall over' });
      expect(pidOf(await house.api.house.health.query(), 'voice')).not.toBe(before);
    }, patience);
    expect(phrasesOf(await learns(house, 'computer'))).toEqual(['computer (trained)', 'jarvis (shipped)']);
  });

  it('that nobody has trained is no setting, neither on the page nor in a file', async () => {
    const house = await opened();
    const advice = 'Lares does not know the wake phrase “smart mirror” yet';
    await expect(voiceSettings(house, { wakePhrase: 'Smart Mirror' })).rejects.toThrow(advice);
    const file = { name: 'house.yaml', text: 'voice: { wakePhrase: smart mirror }\n' };
    await expect(house.api.settings.import.mutate(file)).rejects.toThrow(advice);
    await voiceSettings(house, { wakePhrase: 'jarvis' });
    await house.api.settings.import.mutate({ ...file, text: 'voice: { wakePhrase: computer }\n' });
    expect((await house.api.settings.get.query()).voice.wakePhrase).toBe('computer');
  });

  it('is learnt anew when the ear has another speech embedding', async () => {
    const folder = scratchFolder();
    const house = await opened(folder);
    await house.api.voice.recordSample.mutate({ phrase: 'smart mirror' });
    await learns(house, 'smart mirror');
    await house.api.voice.useWake.mutate({ phrase: 'smart mirror' });
    await house.stop();
    vi.stubEnv('HEARING_EMBEDDING', 'e2e2e2e2e2e2');
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    const again = await opened(folder);
    await vi.waitFor(async () => {
      expect(await given(again)).toMatch(/^the network of smart mirror with 1/);
    }, patience);
    expect((await again.api.house.health.query()).notices.filter(({ id }) => id.startsWith('wake'))).toEqual(
      [],
    );
  });
});

describe('what Lares heard wrongly', () => {
  it('is kept with its sound only where the owner lets it, and taken back', async () => {
    const house = await opened();
    const { voice } = house.api;
    const [first] = await voice.say.mutate({ text: 'purple elephants' });
    const wrong = { entryId: first?.id ?? '', how: 'misheard', meant: 'the fan' } as const;
    expect((await voice.thatWasWrong.mutate(wrong)).verdict).toEqual({
      ...{ how: 'misheard', meant: 'the fan', hasRecording: false },
    });
    expect(await voice.recordings.query()).toEqual({ count: 0 });

    await keepsRecordings(house, true);
    const [second] = await voice.say.mutate({ text: 'yellow elephants' });
    const id = second?.id ?? '';
    const judged = await voice.thatWasWrong.mutate({ entryId: id, how: 'not_called' });
    expect(judged.verdict).toEqual({ how: 'not_called', meant: '', hasRecording: true });
    expect((await voice.wake.query()).samples).toMatchObject([{ id, kind: 'not_call', phrase: 'computer' }]);
    expect((await voice.transcript.query()).find((entry) => entry.id === id)?.verdict?.hasRecording).toBe(
      true,
    );
    expect(isOnDisk(house, `the sound of exchange`)).toBe(false);
    // It teaches the next training what no call is.
    expect((await learns(house, 'smart mirror')).phrases[2]?.recordings).toBe(100);

    // What was kept stays when nothing more may be kept.
    await keepsRecordings(house, false);
    expect((await voice.recordings.query()).count).toBeGreaterThan(0);
    expect(await voice.takeBack.mutate({ entryId: id })).toEqual(second);
    await expect(voice.takeBack.mutate({ entryId: 'nobody' })).rejects.toThrow('not there any more');
    await keepsRecordings(house, true);
    expect((await voice.thatWasWrong.mutate(wrong)).verdict?.hasRecording).toBe(true);
    expect(await voice.forgetRecordings.mutate()).toEqual({ count: 0 });
    expect((await voice.wake.query()).samples).toEqual([]);
    await voice.forgetWake.mutate({ phrase: 'smart mirror' });
    expect(filesIn(join(house.folder, 'data', 'vault'))).toEqual([]);
  });

  it('is said by voice as well, and what is only likely is asked', async () => {
    const house = await opened();
    const { voice } = house.api;
    await keepsRecordings(house, true);
    const [asked] = await voice.say.mutate({ text: 'maybe turn on the kitchen light' });
    expect(asked).toMatchObject({ confidence: 0.75, reply: 'Did you say: turn on the kitchen light?' });
    await voice.say.mutate({ text: 'yes' });
    const [wrong] = await voice.say.mutate({ text: 'that was wrong' });
    expect(wrong?.reply).toMatch(/^Sorry\./);
    await vi.waitFor(async () => {
      const verdicts = (await voice.transcript.query()).map(({ heard, verdict }) => [heard, verdict?.how]);
      expect(verdicts.slice(0, 3)).toEqual([
        ['that was wrong', undefined],
        ['yes', undefined],
        ['turn on the kitchen light', 'misheard'],
      ]);
      expect((await voice.recordings.query()).count).toBe(1);
    }, patience);
  });
});

it('the microphone is metered while somebody watches', async () => {
  const house = await opened();
  const readings: VoiceReading[] = [];
  const watch = house.api.voice.meter.subscribe(undefined, { onData: (reading) => readings.push(reading) });
  await vi.waitFor(() => {
    expect(readings.length).toBeGreaterThan(2);
  }, patience);
  expect(readings[0]).toEqual({ levelDb: -40, speech: 0.25, likeness: 0.125 });
  // A voice process that begins anew is told again.
  process.kill(pidOf(await house.api.house.health.query(), 'voice'), 'SIGKILL');
  const before = readings.length;
  await vi.waitFor(() => {
    expect(readings.length).toBeGreaterThan(before + 20);
  }, patience);
  watch.unsubscribe();
});

it('a timer that ended while Lares was away is told when it is back', async () => {
  const folder = scratchFolder();
  const house = await opened(folder);
  expect(await house.api.voice.say.mutate({ text: 'set a pasta timer' })).toMatchObject([
    { outcome: 'done' },
  ]);
  await house.stop();
  const realNow = Date.now.bind(Date);
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => realNow() + 8 * 60_000);
  onTestFinished(() => {
    clock.mockRestore();
  });
  const again = await startHouse(folder);
  const said: string[] = [];
  const watch = again.api.voice.watch.subscribe(undefined, {
    onData: (change) => {
      if ('state' in change) said.push(spokenOf(change.state));
    },
  });
  await vi.waitFor(() => {
    expect(said).toContain('The timer for pasta ended 3 minutes ago.');
  }, patience);
  watch.unsubscribe();
});

function spokenOf(state: VoiceState): string {
  return state.kind === 'speaking' ? state.text : '';
}
