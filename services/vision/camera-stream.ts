import type { StreamName, VideoChunk } from '../contract/video.ts';
import { setsIn } from './annexb.ts';
import type { CameraPicture } from './camera.ts';
import { familyOf } from './codec.ts';
import { connect } from './connection.ts';
import type { Decoding } from './gate.ts';
import { GatedEye } from './gated-eye.ts';
import { type Hardware, optionsFor } from './hardware.ts';
import type { VideoNews } from './mp4-video.ts';
import type { Pace } from './pace.ts';
import { type Address, filePath, type Opening, QUICK } from './source.ts';
import { BROKEN, NEEDS_PATIENCE, streamTrouble, type StreamTrouble } from './stream-trouble.ts';
import type { Wanted } from './stream.ts';
import { type Attempt, supervise } from './supervisor.ts';
import { type TapNews, VideoTap } from './video-tap.ts';

interface Options {
  readonly name: StreamName;
  readonly camera: Address;
  /** So many pictures a second are looked at; null: none, the stream is only passed on. */
  readonly framesPerSecond: number | null;
  /** Only what matters is decoded, where the stream allows it. */
  readonly gated: boolean;
  readonly hardware: Hardware | null;
  readonly onPicture: (picture: CameraPicture) => Promise<void>;
  readonly onLost: (trouble: StreamTrouble, retryAtMs: number) => void;
  /** Its video begins. */
  readonly onLive: () => void;
  readonly onVideo: (news: TapNews) => void;
}

/** Cameras with sparse key frames show nothing for up to twenty seconds. */
const FIRST_PICTURE_MS = 25_000;
const AGAIN_MS = 5000;
/** Of the first pictures, so many that are shown in another order than they come tell of B frames. */
const EARLY = 50;
const ENOUGH_REORDERED = 3;

/** One stream of a camera: connected, decoded as far as needed, passed on to who looks, and connected again when it is lost. */
export class CameraStream {
  readonly name: StreamName;
  readonly tap: VideoTap;
  readonly #options: Options;
  #opening: Opening = QUICK;
  #gated: boolean;
  #eye: GatedEye | null = null;
  #reordered = 0;
  /** The camera is opened in another way at once: nobody was told that it was lost. */
  #again = false;
  #hardware: Hardware | null;
  /** The parameter sets that came with the last key frame. */
  #sets: string | null = null;

  constructor(options: Options) {
    this.name = options.name;
    this.#options = options;
    this.#hardware = options.hardware;
    this.tap = new VideoTap(options.onVideo);
    this.#gated = this.#mayGate;
  }

  get #mayGate(): boolean {
    const { gated, framesPerSecond, camera } = this.#options;
    return gated && framesPerSecond !== null && isGateable(camera.address);
  }

  get #wanted(): Wanted {
    return {
      video: true,
      framesPerSecond: this.#gated ? null : this.#options.framesPerSecond,
      // Which codec comes is not known yet; H.264 is what every such decoder knows.
      hardware: optionsFor(this.#hardware, 'h264'),
    };
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

  async #attempt(signal: AbortSignal): Promise<Attempt> {
    const { camera, onPicture } = this.#options;
    const over = new AbortController();
    const until = AbortSignal.any([signal, over.signal]);
    const found: { why: 'again' | 'broken' | null; firstMs: number | null } = { why: null, firstMs: null };
    const leave = (why: 'again' | 'broken'): void => {
      found.why ??= why;
      over.abort();
    };
    const show = async (picture: CameraPicture): Promise<void> => {
      found.firstMs ??= performance.now();
      await onPicture(picture);
    };
    this.#reordered = 0;
    this.#eye = this.#gated ? this.#openEye(until, show, leave) : null;
    const end = await connect({
      camera,
      opening: this.#opening,
      wanted: this.#wanted,
      signal: until,
      patienceMs: this.#again ? AGAIN_MS : FIRST_PICTURE_MS,
      onVideo: (news, pace) => {
        if (!this.#takeVideo(news, pace)) leave('again');
      },
      onPicture: (picture) => void show({ ...picture, atMs: Date.now(), glance: false }),
    });
    await this.#eye?.stop();
    this.#again = false;
    if (found.why === 'again' || this.#needsPatience(end.lines, end.sawPicture)) {
      this.#again = true;
      return { kind: 'again' };
    }
    const trouble = found.why === 'broken' ? BROKEN : streamTrouble(end);
    // A decoder in hardware that gives no picture is not tried again; the processor may do better.
    if (found.firstMs === null && end.sawPicture) this.#hardware = null;
    // What forbade the gate may have been damage.
    this.#gated = this.#mayGate;
    const liveMs = found.firstMs === null ? 0 : performance.now() - found.firstMs;
    return { kind: 'over', trouble, liveMs };
  }

  #openEye(
    signal: AbortSignal,
    onPicture: (picture: CameraPicture) => Promise<void>,
    leave: (why: 'broken') => void,
  ): GatedEye {
    return new GatedEye({
      framesPerSecond: this.#options.framesPerSecond ?? 1,
      groups: this.tap.groups,
      hardware: this.#hardware,
      signal,
      onPicture,
      onBroken: () => {
        leave('broken');
      },
    });
  }

  /** False when this stream must be opened in another way. */
  #takeVideo(news: VideoNews, pace: Pace): boolean {
    if (news.kind === 'config') {
      this.#options.onLive();
      this.#sets = null;
      this.tap.configure(news.config);
      this.#eye?.configure(news.config);
      const family = familyOf(news.config.codec);
      return this.#mayStay(family === 'h264' || family === 'hevc');
    }
    if (this.#isAnother(news.chunk)) return false;
    const unit = { chunk: news.chunk, atMs: Date.now() };
    this.tap.take(unit);
    this.#eye?.take(unit, pace);
    if (this.#opening.clock === 'camera' && !pace.isTruthful) {
      this.#opening = { ...this.#opening, clock: 'arrival' };
      return false;
    }
    this.#reordered += news.reordered && pace.count < EARLY ? 1 : 0;
    // With B frames, pictures come out in another order than they went in. What seems so later on is damage.
    return this.#mayStay(this.#reordered < ENOUGH_REORDERED);
  }

  /** The camera's picture has another size or kind now, which was told with its key frame: it is connected to anew. */
  #isAnother(chunk: VideoChunk): boolean {
    const { config } = this.tap;
    if (config === null || !chunk.key) return false;
    const sets = Buffer.concat(setsIn(config, chunk)).toString('base64');
    const isAnother = this.#sets !== null && sets !== this.#sets;
    this.#sets = sets;
    return isAnother;
  }

  #mayStay(gateable: boolean): boolean {
    if (gateable || !this.#gated) return true;
    this.#gated = false;
    return false;
  }

  /** ffmpeg could not begin since the camera had not said what its video is. */
  #needsPatience(lines: readonly string[], sawPicture: boolean): boolean {
    if (sawPicture || this.#opening.patient || !lines.some((line) => NEEDS_PATIENCE.test(line))) return false;
    this.#opening = { ...this.#opening, patient: true };
    return true;
  }
}

/** Files and web cameras come with B frames or as JPEGs: they are decoded as a whole. */
function isGateable(address: string): boolean {
  return filePath(address) === null && /^rtsps?:/i.test(address);
}
