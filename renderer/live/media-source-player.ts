import type { LiveChunk } from '../../services/contract/live.ts';
import { mp4Fragment, mp4Start } from '../../services/contract/fragmented-mp4.ts';
import type { Mp4Track } from '../../services/contract/mp4-movie.ts';
import { joinedBytes } from '../../services/contract/joined-bytes.ts';
import { Timeline } from './timeline.ts';

/** Farther behind the newest picture than this, the player hurries; much farther, it jumps. */
const hurriesBehindS = 0.2;
const jumpsBehindS = 2;
const hurry = 1.25;
/** To jump, the browser needs the last key frame; what was shown before is thrown away. */
const keptS = 30;
/** The browser stopped taking pictures. */
const mostWaiting = 600;

interface PlayerOptions {
  readonly track: Mp4Track;
  readonly onPicture: (video: HTMLVideoElement) => void;
  /** It can't go on, such as after a damaged picture. */
  readonly onError: () => void;
}

/** The browser's player for live video (Media Source Extensions), kept at the live edge. It begins with a key frame. */
export class MediaSourcePlayer {
  readonly #options: PlayerOptions;
  readonly #video = document.createElement('video');
  readonly #source: MediaSource;
  readonly #address: string;
  readonly #timeline = new Timeline();
  #buffer: SourceBuffer | null = null;
  #waiting: Uint8Array<ArrayBuffer>[];
  #number = 0;
  #stopped = false;

  /** `codec` as RFC 6381 writes it. */
  static canShow(codec: string): boolean {
    return mediaSourceClass()?.isTypeSupported(typeOf(codec)) ?? false;
  }

  constructor(options: PlayerOptions) {
    this.#options = options;
    this.#waiting = [mp4Start(options.track)];
    this.#source = new (mediaSourceClass() ?? MediaSource)();
    this.#source.addEventListener('sourceopen', () => {
      this.#open();
    });
    this.#address = URL.createObjectURL(this.#source);
    const video = this.#video;
    video.muted = true;
    video.playsInline = true;
    video.disableRemotePlayback = true;
    video.addEventListener('error', () => {
      if (!this.#stopped) options.onError();
    });
    video.src = this.#address;
    this.#awaitPicture();
  }

  add({ key, timestampUs, data }: LiveChunk): void {
    if (this.#waiting.length > mostWaiting) this.#options.onError();
    if (this.#stopped) return;
    this.#number += 1;
    const { timeUs, durationUs } = this.#timeline.next(timestampUs);
    this.#waiting.push(mp4Fragment({ number: this.#number, timeUs, pictures: [{ key, durationUs, data }] }));
    this.#feed();
  }

  stop(): void {
    this.#stopped = true;
    this.#video.removeAttribute('src');
    this.#video.load();
    URL.revokeObjectURL(this.#address);
  }

  #open(): void {
    if (this.#stopped) return;
    const buffer = this.#source.addSourceBuffer(typeOf(this.#options.track.codec));
    buffer.addEventListener('updateend', () => {
      this.#follow();
      this.#feed();
    });
    this.#buffer = buffer;
    this.#feed();
  }

  #feed(): void {
    const buffer = this.#buffer;
    if (this.#stopped || buffer === null || buffer.updating || this.#source.readyState !== 'open') return;
    const old = this.#video.currentTime - keptS;
    if (buffer.buffered.length > 0 && buffer.buffered.start(0) < old - keptS) {
      buffer.remove(0, old);
      return;
    }
    if (this.#waiting.length === 0) return;
    buffer.appendBuffer(joinedBytes(...this.#waiting));
    this.#waiting = [];
  }

  #follow(): void {
    const video = this.#video;
    const { buffered } = video;
    if (this.#stopped || buffered.length === 0) return;
    const newestS = buffered.end(buffered.length - 1);
    const behindS = newestS - video.currentTime;
    if (behindS > jumpsBehindS) video.currentTime = newestS - 0.05;
    video.playbackRate = behindS > hurriesBehindS ? hurry : 1;
    if (video.paused) void video.play().catch(() => undefined);
  }

  #awaitPicture(): void {
    const video = this.#video;
    video.requestVideoFrameCallback(() => {
      if (this.#stopped) return;
      this.#options.onPicture(video);
      this.#awaitPicture();
    });
  }
}

/** The iPhone has a MediaSource of its own kind only. */
function mediaSourceClass(): typeof MediaSource | undefined {
  const scope: { ManagedMediaSource?: typeof MediaSource; MediaSource?: typeof MediaSource } = globalThis;
  return scope.ManagedMediaSource ?? scope.MediaSource;
}

function typeOf(codec: string): string {
  return `video/mp4; codecs="${codec}"`;
}
