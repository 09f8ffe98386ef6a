import { createBirpc } from 'birpc';
import { createLog } from '../contract/log.ts';
import { pathsFrom } from '../contract/paths.ts';
import type { VisionCalls, VisionNews } from '../contract/vision-process.ts';
import { Vision } from './vision.ts';

/** Pictures wait for the hub in the channel no more than this; further ones are dropped. */
const MOST_UNSENT = 8;

// The vision process: the hub forks this file with `serialization: 'advanced'` and talks to it over the IPC channel. Its one
// argument is the number of the pipe for live video.
const log = createLog('vision');
let unsent = 0;

/** The hub going away while a message is on its way to it is no fault: 'disconnect' follows at once. */
function post(message: unknown): void {
  if (!process.connected) return;
  unsent += 1;
  process.send?.(message, undefined, undefined, () => {
    unsent -= 1;
  });
}

const on = (receive: (message: unknown) => void): void => void process.on('message', receive);
const calls: VisionCalls = {
  configure: (configuration) => vision.configure(configuration),
  setGallery: (gallery) => vision.setGallery(gallery),
  setWatched: (watched) => vision.setWatched(watched),
  setRecorded: (wishes) => vision.setRecorded(wishes),
  setTuned: (cameraIds) => vision.setTuned(cameraIds),
  testCamera: (camera) => vision.testCamera(camera),
  readFace: (photo) => vision.readFace(photo),
  describeCrop: (crop) => vision.describeCrop(crop),
  setPortrait: (cameraId) => vision.setPortrait(cameraId),
  measure: () => vision.measure(),
  stop: async () => {
    await vision.stop();
    // The answer to this call leaves first; then the channel closes, and with it the process.
    setTimeout(() => {
      process.exit(0);
    }, 20);
  },
};
const hub = createBirpc<VisionNews, VisionCalls>(calls, { post, on, bind: 'functions', timeout: 60_000 });

const news: VisionNews = {
  cameraChanged: (cameraId, state) => void hub.cameraChanged.asEvent(cameraId, state),
  tracksSeen: (tracks) => void hub.tracksSeen.asEvent(tracks),
  visitBegan: (visit) => void hub.visitBegan.asEvent(visit),
  visitUpdated: (visit) => void hub.visitUpdated.asEvent(visit),
  visitEnded: (visit) => void hub.visitEnded.asEvent(visit),
  motionSeen: (view) => void hub.motionSeen.asEvent(view),
  pictureSeen: (cameraId, picture) => void hub.pictureSeen.asEvent(cameraId, picture),
  embedderKnown: (modelId) => void hub.embedderKnown.asEvent(modelId),
  portraitSeen: (cameraId, view, taken) => void hub.portraitSeen.asEvent(cameraId, view, taken),
  troubled: (notice) => void hub.troubled.asEvent(notice),
};
const vision = new Vision({
  models: pathsFrom(process.env).models,
  videoPipe: process.argv[2],
  news,
  log,
  hasRoom: () => unsent < MOST_UNSENT,
});

// Ctrl-C reaches the whole process group; the hub decides what happens then.
process.on('SIGINT', () => undefined);
process.once('SIGTERM', () => void calls.stop());
process.once('disconnect', () => void calls.stop());
