import { AsyncLocalStorage } from 'node:async_hooks';
import { parentPort } from 'node:worker_threads';
import type { CameraId } from '../../contract/identifiers.ts';
import { createLog } from '../../contract/log.ts';
import type { CameraOrder, FromCamera, MeasureOrder, ThreadMeasures, ToCamera } from './camera-messages.ts';
import { Camera, type CameraOptions, type CameraPicture } from './camera.ts';
import { ffmpegsOf, workFor } from './ffmpeg.ts';
import { giveBack } from './frame-memory.ts';
import { Newest } from './newest.ts';
import { recordingMessage } from './recording-tap.ts';
import { openVideoLine } from './video-line.ts';

// The thread of the cameras. Nothing computes here, so that ffmpeg is always read at once and silence is always noticed. Live
// video leaves from here, past the thread that the networks block.
const videoLine = openVideoLine(process.argv[2], createLog('vision'));
parentPort?.on('message', (order: CameraOrder | MeasureOrder) => {
  if ('measure' in order) parentPort?.postMessage(measured(order));
  else void workFor.run(order.settings.id, () => serve(order));
});

function measured({ measure }: MeasureOrder): ThreadMeasures {
  return { pids: measure.map(ffmpegsOf), lostToHub: videoLine?.dropped ?? 0 };
}

async function serve({ settings, framesPerSecond, hardware, port }: CameraOrder): Promise<void> {
  const over = new AbortController();
  const wishes = new Newest<boolean>();
  // The bytes of a picture change hands; they are not copied.
  const say = (message: FromCamera): void => {
    port.postMessage(message, 'picture' in message ? bufferOf(message.picture) : []);
  };
  const camera = new Camera(settings, {
    framesPerSecond,
    hardware,
    onState: (state) => {
      say({ kind: 'state', state });
    },
    ...videoWays(settings.id),
  });
  // What comes by the port is work for this camera too.
  const hear = AsyncLocalStorage.bind((message: ToCamera) => {
    if (message.kind === 'next') {
      giveBack(message.memory);
      wishes.put(message.moving);
    } else if (message.kind === 'watch') camera.watch(message.watch);
    else if (message.kind === 'record') camera.record(message.wish);
    else if (message.kind === 'moment') void answerMoment(message.id);
    else {
      over.abort();
      wishes.close();
    }
  });
  port.on('message', hear);
  const answerMoment = async (id: number): Promise<void> => {
    const picture = await camera.moment(over.signal);
    say({ kind: 'moment', id, picture });
  };
  const wished = wishes[Symbol.asyncIterator]();
  for await (const picture of camera.pictures(over.signal)) {
    say({ kind: 'picture', picture });
    camera.moved((await wished.next()).value ?? false);
  }
  say({ kind: 'over' });
  port.close();
}

/** The ways that a camera's video goes to the hub. */
function videoWays(cameraId: CameraId): Pick<CameraOptions, 'onVideo' | 'onRecording'> {
  return {
    onVideo: (stream, news) => {
      videoLine?.send({ ...news, video: { cameraId, stream, transcoded: news.transcoded } });
    },
    onRecording: (news) => {
      videoLine?.send(recordingMessage(cameraId, news));
    },
  };
}

function bufferOf(picture: CameraPicture | null): readonly ArrayBuffer[] {
  const buffer = picture?.bytes.buffer;
  return buffer instanceof ArrayBuffer ? [buffer] : [];
}
