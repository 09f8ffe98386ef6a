import { isDeepStrictEqual } from 'node:util';
import type { CameraSettings } from '../../contract/camera.ts';
import type { Event, EventChange } from '../../contract/event.ts';
import type { CameraId } from '../../contract/identifiers.ts';
import type { Log } from '../../contract/log.ts';
import { monotonicMs } from '../../contract/monotonic-clock.ts';
import type { RecordingWish } from '../../contract/video.ts';
import type { RecordingMessage } from '../../contract/video-message.ts';
import type { Store } from '../../store/store.ts';
import type { Cameras } from '../cameras.ts';
import type { Events } from '../events.ts';
import type { Notices } from '../notices.ts';
import { Signal } from '../signal.ts';
import { CameraRecorder } from './camera-recorder.ts';
import { forgetClips } from './forget-clips.ts';
import { mayRecord, whyNotRecorded } from './may-record.ts';
import { RecordedCamera } from './recorded-camera.ts';
import type { RecordingTimes } from './recording-times.ts';

interface Parts {
  readonly store: Pick<Store, 'clips' | 'events'>;
  readonly cameras: Pick<Cameras, 'list' | 'changed'>;
  readonly events: Pick<Events, 'changed'>;
  readonly times: Pick<RecordingTimes, 'now' | 'changed' | 'suspectDisk'>;
  readonly notices: Notices;
  readonly log: Log;
}

/** Makes clips of visits, or of all the time, as each camera's settings want it. */
export class Recorder {
  /** What vision is to keep and to send changed. */
  readonly wished = new Signal<readonly RecordingWish[]>();
  readonly #parts: Parts;
  readonly #cameras = new Map<CameraId, RecordedCamera>();
  readonly #deaf: (() => void)[] = [];
  #wishes: readonly RecordingWish[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  start(): void {
    const { cameras, events, times } = this.#parts;
    const apply = (): void => {
      this.#apply();
    };
    this.#deaf.push(cameras.changed.listen(apply), times.changed.listen(apply));
    this.#deaf.push(
      events.changed.listen((change) => {
        this.#eventChanged(change);
      }),
    );
    apply();
  }

  /** Ends all clips; resolves when they are on the disk. May be called again. */
  async stop(): Promise<void> {
    for (const end of this.#deaf) end();
    clearTimeout(this.#timer);
    const recorders = [...this.#cameras.values()].map(({ recorder }) => recorder);
    for (const recorder of recorders) recorder.use(null);
    await Promise.all(recorders.map((recorder) => recorder.settled()));
  }

  /** What vision is to keep and to send now. */
  wishes(): readonly RecordingWish[] {
    return this.#wishes;
  }

  /** Why a camera is not recorded now, one sentence; null when it is, or when its owner switched that off. */
  whyNot(camera: CameraSettings): string | null {
    return whyNotRecorded(mayRecord(camera, this.#parts.times.now()));
  }

  /** Takes what came by the video line. */
  take(message: RecordingMessage): void {
    const recorder = this.#cameras.get(message.cameraId)?.recorder;
    if (message.kind === 'recording_config') recorder?.configured(message.config);
    else if (message.kind === 'recording_over') recorder?.over();
    else recorder?.seen(message.picture);
  }

  /** What sees is gone; it is told again what is wanted when it comes back. */
  unseen(): void {
    for (const { recorder } of this.#cameras.values()) recorder.over();
  }

  /** What one camera, or all of them, saw until now is to be erased: clips end, and what goes on is in new ones. */
  async cut(cameraId?: CameraId): Promise<void> {
    const all = [...this.#cameras].filter(([id]) => cameraId === undefined || id === cameraId);
    await Promise.all(all.map(([, camera]) => camera.cut()));
  }

  #eventChanged(change: EventChange): void {
    if (change.change === 'deleted') this.#forget(change.event);
    const camera = this.#parts.cameras.list().find(({ id }) => id === change.event.cameraId);
    if (camera === undefined) return;
    this.#of(camera.id).eventChanged(change, camera);
    this.#apply();
  }

  #forget(event: Event): void {
    const { store, log } = this.#parts;
    forgetClips(store, event).catch((error: unknown) => {
      log.error(`The recording of a deleted event could not be removed: ${String(error)}`);
    });
  }

  /** Brings every camera to what is wanted of it now. */
  #apply(): void {
    const cameras = this.#parts.cameras.list();
    for (const [id, { recorder }] of this.#cameras)
      if (!cameras.some((camera) => camera.id === id)) recorder.use(null);
    const now = this.#parts.times.now();
    const wishes = cameras.flatMap((camera) => this.#of(camera.id).apply(camera, now) ?? []);
    this.#tellOfPrivacy(cameras);
    this.#wakeAtNextEnd();
    if (isDeepStrictEqual(wishes, this.#wishes)) return;
    this.#wishes = wishes;
    this.wished.send(wishes);
  }

  #wakeAtNextEnd(): void {
    clearTimeout(this.#timer);
    const ends = [...this.#cameras.values()].flatMap(({ endsAtMs }) => endsAtMs ?? []);
    if (ends.length === 0) return;
    const inMs = Math.max(0, Math.min(...ends) - monotonicMs()) + 1;
    this.#timer = setTimeout(() => {
      this.#apply();
    }, inMs);
  }

  #of(cameraId: CameraId): RecordedCamera {
    const known = this.#cameras.get(cameraId);
    if (known !== undefined) return known;
    const { store, notices, times } = this.#parts;
    const id = `recording-trouble:${cameraId}`;
    const recorder = new CameraRecorder({
      cameraId,
      clips: store.clips,
      onTrouble: (trouble) => {
        if (trouble === null) notices.clear(id);
        else {
          notices.raise({ id, severity: 'error', what: trouble.message, advice: trouble.advice });
          times.suspectDisk();
        }
      },
    });
    const camera = new RecordedCamera(recorder);
    this.#cameras.set(cameraId, camera);
    return camera;
  }

  #tellOfPrivacy(cameras: readonly CameraSettings[]): void {
    const { notices, times } = this.#parts;
    const now = times.now();
    const names = cameras.flatMap((camera) => {
      const may = mayRecord(camera, now);
      return may.kind === 'no' && may.why === 'private' ? [camera.name] : [];
    });
    if (names.length === 0) notices.clear('recording-private');
    else
      notices.raise({
        id: 'recording-private',
        severity: 'info',
        what: `Not recorded, for the sake of privacy zones: ${names.join(', ')}.`,
        inLog: `Not recorded, for the sake of privacy zones: ${names.length} cameras.`,
        advice:
          'A recording is the camera’s own video and would show what is private. Pictures of visits are kept, blackened.',
      });
  }
}
