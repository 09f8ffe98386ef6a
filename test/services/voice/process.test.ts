import { fork, type ChildProcess, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBirpc, type BirpcReturn } from 'birpc';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { VoiceSettings } from '../../../services/contract/settings.ts';
import type { VoiceCalls, VoiceNews } from '../../../services/contract/voice-process.ts';
import { HOME } from './phrases/home.ts';

const script = join(import.meta.dirname, '../../../services/voice/process.ts');
let folder = '';
let child: ChildProcess;
let told: unknown[];
let calls: BirpcReturn<VoiceCalls, VoiceNews>;

// A machine without the recogniser's model: whatever is installed here, this process does not find it.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lares-voice-process-'));
  told = [];
  const env = { ...process.env, LARES_POCKETSPHINX: folder, LARES_MODELS: folder, LARES_CONFIG: folder };
  child = fork(script, [], { serialization: 'advanced', env, execArgv: [] });
  const news: VoiceNews = {
    act: () => Promise.resolve({ outcome: 'done', text: '' }),
    wakeModel: () => Promise.resolve(null),
    trainingChanged: () => undefined,
    trained: () => undefined,
    metered: () => undefined,
    stateChanged: (state) => told.push(state),
    exchanged: (entry) => told.push(entry),
    troubled: (notice) => told.push(notice),
  };
  calls = createBirpc<VoiceCalls, VoiceNews>(news, {
    post: (message: Serializable) => child.send(message),
    on: (receive) => child.on('message', receive),
  });
});

afterEach(async () => {
  child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

test('without a recogniser the process says so, refuses to listen, and goes on', async () => {
  await calls.configure({ voice: VoiceSettings.parse({}), home: HOME, wakeModelId: null });
  const what = 'The speech recogniser PocketSphinx is not installed, so spoken commands are not understood.';
  const advice = 'Install it with: sudo apt-get install libpocketsphinx3 pocketsphinx-en-us';
  expect(told).toEqual([
    { id: 'hearing', what, advice },
    { kind: 'off', why: what },
  ]);
  expect(await calls.say('computer, turn on the kitchen light')).toEqual({
    ok: false,
    code: 'missing_program',
    what,
    advice,
  });
  const exit = once(child, 'exit');
  await calls.stop();
  expect(await exit).toEqual([0, null]);
});

test('the process ends when the hub is gone', async () => {
  await calls.configure({ voice: VoiceSettings.parse({ enabled: false }), home: HOME, wakeModelId: null });
  expect(told).toEqual([{ kind: 'off', why: 'Voice is switched off in the settings.' }]);
  const exit = once(child, 'exit');
  child.disconnect();
  expect(await exit).toEqual([0, null]);
});
