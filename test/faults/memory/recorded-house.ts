import { CameraSettings, type CameraView } from '../../../services/contract/camera.ts';
import { monotonicMs } from '../../../services/contract/monotonic-clock.ts';
import { mendAtStart } from '../../../services/hub/backup/mend-at-start.ts';
import { Events } from '../../../services/hub/events.ts';
import { Notices } from '../../../services/hub/notices.ts';
import { Recorder } from '../../../services/hub/recording/recorder.ts';
import { recoverClips } from '../../../services/hub/recording/recovery.ts';
import { Signal } from '../../../services/hub/signal.ts';
import { openStore, type Store } from '../../../services/store/store.ts';
import { TestTimes } from '../../fixtures/recording-times.ts';
import { silentLog } from '../../fixtures/silent-log.ts';
import { type Film, FRAMES_PER_SECOND } from './film.ts';

export const houseKey = (): Uint8Array => Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + 11) & 255);

/** One camera is recorded all the time, the other one for visits, so that its clips begin and end often. */
export const [street, door] = [
  CameraSettings.parse({
    ...{ id: 'street_side', name: 'Street', address: 'rtsp://127.0.0.1/1' },
    recording: { mode: 'continuous' },
  }),
  CameraSettings.parse({
    ...{ id: 'front_door', name: 'Door', address: 'rtsp://127.0.0.1/2' },
    recording: { mode: 'events', preRollSeconds: 0, postRollSeconds: 0 },
  }),
];

/** Opens the store as the hub does at its start, and ends what a crash left open. */
export async function openRecorded(dataDirectory: string): Promise<{ store: Store; notices: Notices }> {
  const notices = new Notices();
  await mendAtStart({ dataDirectory, key: houseKey(), notices });
  const store = openStore({ dataDirectory, key: houseKey() });
  await recoverClips({ clips: store.clips, notices, log: silentLog });
  return { store, notices };
}

/** The hub's own recorder and events over a real store; the film comes as from the vision process. */
export function recording(store: Store, film: Film) {
  const events = new Events(store.events, silentLog);
  const recorder = new Recorder({
    ...{ store, events, notices: new Notices(), log: silentLog, times: new TestTimes() },
    cameras: { list: () => [street, door], changed: new Signal<readonly CameraView[]>() },
  });
  const cameras = [street, door].map(({ id }) => new FilmedCamera(recorder, film, id));
  recorder.wished.listen(() => {
    for (const camera of cameras) camera.heed();
  });
  recorder.start();
  return {
    ...{ events, recorder },
    /** So many more pictures of each camera that is recorded. */
    film: (pictures: number) => {
      for (const camera of cameras) camera.send(pictures);
    },
  };
}

/** Stands where the vision process stands: sends what the recorder wishes for. */
class FilmedCamera {
  readonly #recorder: Recorder;
  readonly #film: Film;
  readonly #cameraId: CameraSettings['id'];
  readonly #bornMs = monotonicMs();
  #fromMs: number | null = null;
  #sent = 0;

  constructor(recorder: Recorder, film: Film, cameraId: CameraSettings['id']) {
    this.#recorder = recorder;
    this.#film = film;
    this.#cameraId = cameraId;
  }

  heed(): void {
    const wish = this.#recorder.wishes().find(({ cameraId }) => cameraId === this.#cameraId);
    const fromMs = wish?.fromMs ?? null;
    if (fromMs === this.#fromMs) return;
    this.#fromMs = fromMs;
    if (fromMs === null) return;
    this.#recorder.take({
      ...{ kind: 'recording_config', cameraId: this.#cameraId },
      config: this.#film.config,
    });
  }

  send(pictures: number): void {
    if (this.#fromMs === null) return;
    for (let n = 0; n < pictures; n += 1, this.#sent += 1) {
      const picture = this.#film.pictures[this.#sent % this.#film.pictures.length];
      if (picture === undefined) return;
      const atMs = (this.#sent * 1000) / FRAMES_PER_SECOND;
      this.#recorder.take({
        ...{ kind: 'recording_picture', cameraId: this.#cameraId },
        picture: { ...picture, number: this.#sent, timestampUs: atMs * 1000, arrivedMs: this.#bornMs + atMs },
      });
    }
  }
}
