import { expect, onTestFinished, test } from 'vitest';
import type { IntentName } from '../../../../services/contract/intent.ts';
import { VoiceSettings } from '../../../../services/contract/settings.ts';
import { Trouble } from '../../../../services/contract/trouble.ts';
import type { Recording } from '../../../../services/contract/wake.ts';
import { Transcript } from '../../../../services/hub/intents/transcript.ts';
import { Mishearings } from '../../../../services/hub/voice/mishearings.ts';
import { openStore } from '../../../../services/store/store.ts';
import { silentLog } from '../../../fixtures/silent-log.ts';
import { scratchFolder } from '../../store/scratch.ts';

const sound: Recording = { pcm: new Uint8Array([1, 2, 3, 4]), durationMs: 1, peak: 0.5 };

/** `sound` is asked of the voice process for each recording. */
function house(soundOf: () => Promise<Recording | null>) {
  const clock = { ms: 1_700_000_000_000 };
  const settings = { keepRecordings: true };
  const store = openStore({ dataDirectory: scratchFolder(), key: new Uint8Array(32), now: () => clock.ms });
  onTestFinished(() => {
    store.close();
  });
  const notAsked = () => Promise.reject(new Error('This was not asked for.'));
  const ears = {
    ...{ shippedWakePhrases: notAsked, adviseWakePhrase: notAsked, train: notAsked, meter: notAsked },
    ...{ cancelTraining: notAsked, record: notAsked, recordingOfFile: notAsked, recordingOf: soundOf },
  };
  const transcript = new Transcript(store.transcript);
  const mishearings = new Mishearings({
    ...{ store, transcript, log: silentLog, ears: () => ears, now: () => clock.ms },
    voice: () => VoiceSettings.parse(settings),
  });
  const said = (id: string, name: IntentName | null) => {
    clock.ms += 1000;
    const intent = name === null ? null : { name, slots: {} };
    transcript.exchanged({ id, atMs: clock.ms, heard: id, intent, outcome: 'done', reply: '' });
  };
  const judged = () => store.transcript.judged().map(({ id, verdict }) => [id, verdict?.hasRecording]);
  return { clock, settings, store, mishearings, said, judged };
}

test('“that was wrong” means the newest order, not an answer, and nothing that is long ago', async () => {
  const { clock, mishearings, said, judged } = house(() => Promise.resolve(sound));
  expect(mishearings.newestWrong()).toBe(false);
  said('turn on the light', 'HassTurnOn');
  said('purple elephants', null);
  for (const name of ['LaresConfirm', 'LaresDecline', 'LaresThatWasWrong'] as const) said(name, name);
  expect(mishearings.newestWrong()).toBe(true);
  await mishearings.settled();
  expect([judged(), mishearings.count()]).toEqual([[['purple elephants', true]], 1]);
  clock.ms += 10 * 60_000;
  expect(mishearings.newestWrong()).toBe(false);
});

test('nothing is kept when the owner thinks better of it, takes it back, or when there is no ear', async () => {
  let meanwhile: () => void = () => undefined;
  const { settings, store, mishearings, said, judged } = house(() => {
    meanwhile();
    return Promise.resolve(sound);
  });
  said('one', 'HassTurnOn');
  const wrong = { how: 'misheard', meant: '' } as const;
  meanwhile = () => {
    settings.keepRecordings = false;
  };
  expect((await mishearings.wrong({ entryId: 'one', ...wrong })).verdict?.hasRecording).toBe(false);
  settings.keepRecordings = true;
  meanwhile = () => {
    store.transcript.setVerdict('one', null);
  };
  expect((await mishearings.wrong({ entryId: 'one', ...wrong })).verdict).toBeUndefined();
  meanwhile = () => {
    throw new Trouble('unavailable', { what: 'No ear.', advice: '' });
  };
  expect((await mishearings.wrong({ entryId: 'one', ...wrong })).verdict?.hasRecording).toBe(false);
  expect([mishearings.count(), judged()]).toEqual([0, [['one', false]]]);
  await expect(mishearings.wrong({ entryId: 'nobody', ...wrong })).rejects.toThrow('not there any more');
});

test('what was kept goes when it is told to, and each exchange is told again', async () => {
  const { mishearings, said, judged, store } = house(() => Promise.resolve(sound));
  const counts: number[] = [];
  mishearings.changed.listen(({ count }) => counts.push(count));
  for (const id of ['one', 'two']) {
    said(id, 'HassTurnOn');
    await mishearings.wrong({ entryId: id, how: 'not_called', meant: '' });
  }
  expect((await mishearings.takeBack('one')).verdict).toBeUndefined();
  expect(judged()).toEqual([['two', true]]);
  await mishearings.forgetAll();
  expect([judged(), counts, store.recordings.falseCalls()]).toEqual([[['two', false]], [1, 2, 1, 0], []]);
});
