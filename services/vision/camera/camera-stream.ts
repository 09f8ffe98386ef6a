import type { StreamName } from '../../contract/video.ts';
import type { CameraPicture } from './camera.ts';
import { connect } from './connection.ts';
import type { Decoding } from './gate.ts';
import { GatedEye } from './gated-eye.ts';
import { type Hardware, optionsFor } from './hardware.ts';
import type { VideoNews } from './mp4-video.ts';
import type { Pace } from './pace.ts';
import { type RecordingNews, RecordingTap } from './recording-tap.ts';
import type { Address } from './source.ts';
import { StreamManner } from './stream-manner.ts';
import { BROKEN, type StreamEnd, streamTrouble, type StreamTrouble } from './stream-trouble.ts';
import type { Wanted } from './stream.ts';
import { type Attempt, supervise } from './supervisor.ts';
import { type TapNews, VideoTap } from './video-tap.ts';

/** Cameras with sparse key frames show nothing for up to twenty seconds. */
const FIRST_PICTURE_MS = 25_000;

interface Options {
  readonly name: StreamName;
  readonly camera: Address;
  /** So many pictures a second are looked at; null: none, the stream is only passed on. */
  readonly framesPerSecond: number | null;
  /** Only what matters is decoded, where the stream allows it. */
  readonly gated: boolean;
  readonly hardware: Hardware | null;
  /** Its signal says that the connection that the picture came from is over. */
  readonly onPicture: (picture: CameraPicture, signal: AbortSignal) => Promise<void>;
  readonly onLost: (trouble: StreamTrouble, retryAtMs: number) => void;
  /** Its video begins. */
  readonly onLive: () => void;
  /** It is connected to anew at once, in another manner. */
  readonly onAgain: () => void;
  readonly onVideo: (news: TapNews) => void;
  readonly onRecording: (news: RecordingNews) => void;
}

/** What became of one connection. */
interface Found {
  why: 'again' | 'barren' | 'ended' | null;
  /** When there was something to see for the first time. */
  firstMs: number | null;
}

/** One stream of a camera: connected, decoded as far as needed, passed on to who looks, and connected again when it is lost. */
export class CameraStream {
  readonly name: StreamName;
  readonly tap: VideoTap;
  readonly recording: RecordingTap;
  readonly #options: Options;
  readonly #manner: StreamManner;
  #hardware: Hardware | null;
  #eye: GatedEye | null = null;

  constructor(options: Options) {
    this.name = options.name;
    this.#options = options;
    this.#hardware = options.hardware;
    this.tap = new VideoTap(options.onVideo);
    this.recording = new RecordingTap(options.onRecording);
    this.#manner = new StreamManner(
      options.camera.address,
      options.gated && options.framesPerSecond !== null,
    );
  }

  get decoding(): Decoding {
    return this.#eye?.decoding ?? 'all';
  }

  moved(moving: boolean): void {
    this.#eye?.moved(moving);
  }

  /** Until the signal. */
  async live(signal: AbortSignal): Promise<void> {
    await supervise({ attempt: (until) => this.#attempt(until), lost: this.#options.onLost }, signal);
    this.tap.stop();
  }

  get #wanted(): Wanted {
    return {
      video: true,
      framesPerSecond: this.#manner.gated ? null : this.#options.framesPerSecond,
      // Which codec comes is not known yet; H.264 is what every such decoder knows.
      hardware: optionsFor(this.#hardware, 'h264'),
    };
  }

  async #attempt(signal: AbortSignal): Promise<Attempt> {
    const { camera, framesPerSecond, onPicture } = this.#options;
    const over = new AbortController();
    const until = AbortSignal.any([signal, over.signal]);
    const found: Found = { why: null, firstMs: null };
    const leave = (why: NonNullable<Found['why']>): void => {
      found.why ??= why;
      over.abort();
    };
    const show = async (picture: CameraPicture): Promise<void> => {
      found.firstMs ??= performance.now();
      await onPicture(picture, until);
    };
    this.#manner.begin();
    this.#eye = this.#manner.gated ? this.#openEye(until, show, leave) : null;
    const end = await connect({
      camera,
      opening: this.#manner.opening,
      wanted: this.#wanted,
      signal: until,
      patienceMs: FIRST_PICTURE_MS,
      onVideo: (news, pace) => {
        if (framesPerSecond === null) found.firstMs ??= performance.now();
        this.#takeVideo(news, pace);
        if (!this.#manner.suits(news, pace)) leave('again');
      },
      onPicture: (picture) => void show({ ...picture, atMs: Date.now(), glance: false }),
    });
    over.abort();
    await this.#eye?.stop();
    this.tap.forget();
    this.recording.forget();
    return this.#judge(found, end);
  }

  #judge(found: Found, end: StreamEnd): Attempt {
    const liveMs = found.firstMs === null ? 0 : performance.now() - found.firstMs;
    const trouble = found.why === 'barren' ? BROKEN : streamTrouble(end);
    if (found.why === 'again' || this.#manner.needsPatience(end)) {
      this.#options.onAgain();
      return { kind: 'again', trouble, liveMs };
    }
    // A decoder in hardware that gives no picture is not tried again; the processor may do better.
    if (found.firstMs !== null) this.#manner.wasWell();
    else if (end.sawPicture) this.#hardware = null;
    return { kind: 'over', trouble, liveMs };
  }

  #openEye(
    signal: AbortSignal,
    onPicture: (picture: CameraPicture) => Promise<void>,
    leave: (why: 'barren' | 'ended') => void,
  ): GatedEye {
    return new GatedEye({
      framesPerSecond: this.#options.framesPerSecond ?? 1,
      groups: this.tap.groups,
      hardware: this.#hardware,
      signal,
      onPicture,
      onBroken: leave,
    });
  }

  #takeVideo(news: VideoNews, pace: Pace): void {
    if (news.kind === 'config') {
      this.#options.onLive();
      this.tap.configure(news.config);
      this.recording.configure(news.config);
      this.#eye?.configure(news.config);
      return;
    }
    const unit = { chunk: news.chunk, atMs: Date.now() };
    this.tap.take(unit);
    this.recording.take(unit.chunk);
    this.#eye?.take(unit, pace);
  }
}
