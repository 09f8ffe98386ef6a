import { isDeepStrictEqual } from 'node:util';
import type { CameraSettings, CameraState } from '../../contract/camera.ts';
import type { RecordingWish, StreamName } from '../../contract/video.ts';
import type { StreamWatch } from './camera-messages.ts';
import { CameraReport } from './camera-report.ts';
import { CameraStream } from './camera-stream.ts';
import type { Hardware } from './hardware.ts';
import { decodeMoment } from './moment.ts';
import { Newest } from './newest.ts';
import type { RecordingNews } from './recording-tap.ts';
import type { TapNews } from './video-tap.ts';
import type { Y4mPicture } from './y4m.ts';

export interface CameraOptions {
  readonly framesPerSecond: number;
  readonly hardware?: Hardware | null;
  readonly onState: (state: CameraState) => void;
  readonly onVideo: (stream: StreamName, news: TapNews) => void;
  readonly onRecording: (news: RecordingNews) => void;
}

/** A picture and when it arrived, milliseconds since 1970. */
export interface CameraPicture extends Y4mPicture {
  readonly atMs: number;
  /** A key frame of a scene at rest, looked at only to see whether anything changed. */
  readonly glance: boolean;
}

/** A stream that gave nothing for this long has no picture of now. */
const STALE_MS = 1500;
/** A replayed picture older than this is not waited for: this machine is too slow for what happened. */
const LOST_CAUSE_MS = 10_000;
/** A picture this old comes from before the gate woke: it waits for its turn, since nothing of what happened is dropped. */
const REPLAYED_MS = 1000;

/**
 * One camera, for ever: connects to its streams, gives the newest pictures of the one that is looked at, notices when it goes
 * silent, and comes back by itself. Each stream has one connection, and lives and dies alone.
 */
export class Camera {
  readonly #options: CameraOptions;
  readonly #streams: readonly CameraStream[];
  readonly #detecting: CameraStream;
  readonly #report: CameraReport;
  #newest = new Newest<CameraPicture>();
  #state: CameraState = { kind: 'off' };

  constructor(settings: CameraSettings, options: CameraOptions) {
    this.#options = options;
    const detect = detectingStream(settings);
    this.#report = new CameraReport({
      framesPerSecond: options.framesPerSecond,
      stream: detect,
      ring: () => this.#streams.map(({ recording }) => recording.ring).find(({ bytes }) => bytes > 0) ?? null,
    });
    const names: readonly StreamName[] = settings.subAddress === '' ? ['main'] : ['main', 'sub'];
    this.#detecting = this.#stream(detect, settings, true);
    this.#streams = names.map((name) =>
      name === detect ? this.#detecting : this.#stream(name, settings, false),
    );
  }

  get state(): CameraState {
    return this.#state;
  }

  /** The newest picture each time one is asked for; those that come in between are dropped and counted. Ends with the signal. */
  async *pictures(signal: AbortSignal): AsyncGenerator<CameraPicture, void, undefined> {
    this.#newest = new Newest<CameraPicture>();
    this.#become({ kind: 'connecting', sinceMs: Date.now() });
    const lives = Promise.all(this.#streams.map((stream) => stream.live(signal))).finally(() => {
      this.#newest.close();
    });
    yield* this.#newest;
    await lives;
    this.#become({ kind: 'off' });
  }

  /** Whether something moved in the picture that was given last. */
  moved(moving: boolean): void {
    this.#detecting.moved(moving);
  }

  watch(watch: StreamWatch): void {
    for (const stream of this.#streams) stream.tap.watch(watch[stream.name]);
  }

  /** Null: nothing of the camera is kept. */
  record(wish: RecordingWish | null): void {
    for (const { name, recording } of this.#streams) recording.wish(name === wish?.stream ? wish : null);
  }

  /** The main stream's newest picture, decoded for this call; null when there is none. */
  async moment(signal: AbortSignal): Promise<CameraPicture | null> {
    const tap = this.#streams.find(({ name }) => name === 'main')?.tap;
    const config = tap?.config ?? null;
    if (tap === undefined || config === null) return null;
    const units = tap.groups.last;
    // Units go on coming while the picture is decoded.
    const atMs = units.at(-1)?.atMs ?? 0;
    if (Math.abs(Date.now() - atMs) > STALE_MS) return null;
    const picture = await decodeMoment(config, units, signal);
    return picture === null ? null : { ...picture, atMs, glance: false };
  }

  #stream(name: StreamName, settings: CameraSettings, detecting: boolean): CameraStream {
    const { framesPerSecond, hardware = null, onVideo, onRecording } = this.#options;
    const address = name === 'main' ? settings.address : settings.subAddress;
    return new CameraStream({
      name,
      camera: { ...settings, address },
      framesPerSecond: detecting ? framesPerSecond : null,
      // A sub stream costs next to nothing to decode as a whole.
      gated: name === 'main',
      hardware,
      onPicture: (picture, until) => this.#take(picture, until),
      onLost: ({ what: why, advice }, retryAtMs) => {
        const sinceMs = this.#state.kind === 'lost' ? this.#state.sinceMs : Date.now();
        // A camera that stays away was lost when it was first missed, however often it was tried since.
        if (detecting) this.#become({ kind: 'lost', sinceMs, why, advice, retryAtMs });
        else this.#report.misses({ stream: name, why, advice });
      },
      onLive: () => {
        if (!detecting) this.#report.misses(undefined);
      },
      onAgain: () => {
        if (detecting && this.#state.kind === 'live')
          this.#become({ kind: 'connecting', sinceMs: Date.now() });
      },
      onVideo: (news) => {
        onVideo(name, news);
      },
      onRecording,
    });
  }

  async #take(picture: CameraPicture, until: AbortSignal): Promise<void> {
    const ageMs = Date.now() - picture.atMs;
    if (ageMs > REPLAYED_MS && ageMs < LOST_CAUSE_MS) await this.#newest.empty();
    if (until.aborted) return;
    const late = this.#report.arrived(picture, this.#detecting.decoding);
    if (late || !this.#newest.put(picture)) this.#report.dropped();
    if (this.#state.kind !== 'live') this.#become(this.#report.begin(picture));
    else if (this.#report.isDue) this.#become(this.#report.state(picture, this.#state.sinceMs));
  }

  /** News is what differs: a camera that goes on as before says nothing. */
  #become(state: CameraState): void {
    if (isDeepStrictEqual(state, this.#state)) return;
    this.#state = state;
    this.#options.onState(state);
  }
}

/** Detection looks at the sub stream where there is one, unless the owner says otherwise. */
export function detectingStream({ subAddress, roles }: CameraSettings): StreamName {
  if (subAddress === '' || roles.detect === 'main') return 'main';
  return 'sub';
}
