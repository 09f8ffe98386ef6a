import { parentPort } from 'node:worker_threads';
import type { CameraOrder, FromCamera, ToCamera } from './camera-line.ts';
import { Camera } from './camera.ts';
import { Newest } from './newest.ts';

// The thread of the cameras. Nothing computes here, so that ffmpeg is always read at once and silence is always noticed.
parentPort?.on('message', (order: CameraOrder) => void serve(order));

async function serve({ settings, framesPerSecond, port }: CameraOrder): Promise<void> {
  const over = new AbortController();
  const wishes = new Newest<ToCamera>();
  port.on('message', (message: ToCamera) => {
    wishes.put(message);
    if (message === 'stop') over.abort();
  });
  const say = (message: FromCamera, given: readonly ArrayBuffer[] = []): void => {
    port.postMessage(message, given);
  };
  const camera = new Camera(settings, {
    framesPerSecond,
    onState: (state) => {
      say({ kind: 'state', state });
    },
  });
  const wished = wishes[Symbol.asyncIterator]();
  for await (const picture of camera.pictures(over.signal)) {
    const { buffer } = picture.bytes;
    // The bytes change hands; they are not copied.
    say({ kind: 'picture', picture }, buffer instanceof ArrayBuffer ? [buffer] : []);
    await wished.next();
  }
  say({ kind: 'over' });
  port.close();
}
