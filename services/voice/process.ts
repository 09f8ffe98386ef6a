import { join } from 'node:path';
import { createBirpc } from 'birpc';
import { createLog } from '../contract/log.ts';
import { runTimes } from '../../models/run-times.ts';
import { pathsFrom } from '../contract/paths.ts';
import type { VoiceCalls, VoiceNews } from '../contract/voice-process.ts';
import { Voice } from './voice.ts';
import { shippedWakePhrases } from './wake/shipped-phrases.ts';
import { adviseWakePhrase } from './wake/training/wake-advice.ts';
import { WakeTraining } from './wake/training/wake-training.ts';

// The voice process: the hub forks this file with `serialization: 'advanced'` and talks to it over the IPC channel.
const log = createLog('voice');
const paths = pathsFrom(process.env);

/** The hub going away while a message is on its way to it is no fault: 'disconnect' follows at once. */
function post(message: unknown): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined);
}

const on = (receive: (message: unknown) => void): void => void process.on('message', receive);
const calls: VoiceCalls = {
  configure: (configuration) => voice.configure(configuration),
  say: (text) => voice.say(text),
  listenTo: (path) => voice.listenTo(path),
  speak: (text) => voice.speak(text),
  shippedWakePhrases,
  adviseWakePhrase,
  train: (order) => training.begin(order),
  cancelTraining: () => training.cancel(),
  record: () => voice.record(),
  recordingOfFile: (path) => voice.recordingOfFile(path),
  recordingOf: (entryId) => Promise.resolve(voice.recordings.find(entryId)),
  meter: (on) => {
    voice.meter.isOn = on;
    return Promise.resolve();
  },
  measure: () => Promise.resolve(runTimes()),
  stop: async () => {
    await Promise.all([voice.stop(), training.stop()]);
    // The answer to this call leaves first; then the channel closes, and with it the process.
    setTimeout(() => {
      process.exit(0);
    }, 20);
  },
};
const hub = createBirpc<VoiceNews, VoiceCalls>(calls, { post, on, bind: 'functions', timeout: 60_000 });

const news: VoiceNews = {
  act: (order) => hub.act(order),
  wakeModel: (phrase, embedding) => hub.wakeModel(phrase, embedding),
  trainingChanged: (training) => void hub.trainingChanged.asEvent(training),
  trained: (model) => void hub.trained.asEvent(model),
  metered: (reading) => void hub.metered.asEvent(reading),
  stateChanged: (state) => void hub.stateChanged.asEvent(state),
  exchanged: (entry) => void hub.exchanged.asEvent(entry),
  troubled: (notice) => void hub.troubled.asEvent(notice),
};
const voice = new Voice({
  folders: { models: paths.models, phrases: join(paths.config, 'phrases') },
  news,
  log,
});

const training = new WakeTraining({
  changed: (state) => {
    news.trainingChanged(state);
  },
  trained: (model) => {
    news.trained(model);
  },
});

// Ctrl-C reaches the whole process group; the hub decides what happens then.
process.on('SIGINT', () => undefined);
process.once('SIGTERM', () => void calls.stop());
process.once('disconnect', () => void calls.stop());
