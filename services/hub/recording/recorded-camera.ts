import { isDeepStrictEqual } from 'node:util';
import type { CameraSettings } from '../../contract/camera.ts';
import type { EventChange } from '../../contract/event.ts';
import { monotonicMs } from '../../contract/monotonic-clock.ts';
import type { RecordingWish } from '../../contract/video.ts';
import type { CameraRecorder, RecordingSession } from './camera-recorder.ts';
import { mayRecord, type RecordingNow } from './may-record.ts';
import { needAt, NO_NEED, type RecordingNeed, visitBegan, visitEnded } from './recording-need.ts';

/** A visit is told when it is sure, some seconds after it began; so much more than the pre-roll is kept for that. */
const TOLD_LATE_MS = 10_000;
const LATEST_NEWS_MS = 60_000;

/** One camera: why it is recorded now, and what vision is asked for. */
export class RecordedCamera {
  readonly recorder: CameraRecorder;
  #need: RecordingNeed = NO_NEED;
  /** It is recorded all the time since this moment. */
  #alwaysFromMs: number | null = null;
  /** Nothing from before this moment is recorded any more, also where it is still in memory. */
  #forgottenUntilMs = 0;

  constructor(recorder: CameraRecorder) {
    this.recorder = recorder;
  }

  /** On the shared clock: when the recording is to end, if nothing happens until then. */
  get endsAtMs(): number | null {
    return this.#need.kind === 'visits' ? this.#need.untilMs : null;
  }

  eventChanged({ change, event }: EventChange, { recording }: CameraSettings): void {
    if (event.label === 'camera_offline' || change === 'updated') return;
    const { id, beganAtMs, endedAtMs } = event;
    const fromMs = Math.max(momentOf(beganAtMs) - recording.preRollSeconds * 1000, this.#forgottenUntilMs);
    const untilMs = momentOf(endedAtMs ?? Date.now()) + recording.postRollSeconds * 1000;
    if (change === 'began') this.#need = visitBegan(this.#need, id, fromMs);
    else this.#need = visitEnded(this.#need, id, untilMs);
  }

  /** What was before this moment is forgotten: a clip that goes on goes on anew. Resolves when the one before is on the disk. */
  async cut(): Promise<void> {
    this.#forgottenUntilMs = monotonicMs();
    this.recorder.cut();
    await this.recorder.settled();
  }

  /** Begins and ends what is recorded; null when nothing of the camera may be kept. */
  apply(camera: CameraSettings, now: RecordingNow): RecordingWish | null {
    this.#need = needAt(this.#need, monotonicMs());
    const { recording, roles, subAddress } = camera;
    const may = mayRecord(camera, now).kind === 'yes';
    const always = may && recording.mode === 'continuous';
    this.#alwaysFromMs = always ? (this.#alwaysFromMs ?? monotonicMs()) : null;
    const session = may ? this.#session : null;
    if (!isDeepStrictEqual(session, this.recorder.session)) this.recorder.use(session);
    if (!may) return null;
    return {
      cameraId: camera.id,
      stream: subAddress !== '' && roles.record === 'sub' ? 'sub' : 'main',
      keepMs: recording.preRollSeconds * 1000 + TOLD_LATE_MS,
      fromMs: this.#alwaysFromMs ?? (this.#need.kind === 'none' ? null : this.#need.fromMs),
    };
  }

  get #session(): RecordingSession | null {
    if (this.#alwaysFromMs !== null) return { kind: 'continuous', eventId: null };
    return this.#need.kind === 'none' ? null : { kind: 'event', eventId: this.#need.eventId };
  }
}

/** A time of day that was just told, on the shared clock; no more than a minute ago, whatever became of the time of day. */
function momentOf(atMs: number): number {
  return monotonicMs() - Math.min(Math.max(0, Date.now() - atMs), LATEST_NEWS_MS);
}
