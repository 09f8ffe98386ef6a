import type { CameraId } from '../../contract/identifiers.ts';
import type { VideoChunk, VideoConfig, VideoStream, Watched } from '../../contract/video.ts';
import type { RecordingMessage } from '../../contract/video-message.ts';
import { VideoSplitter } from '../../contract/video-splitter.ts';
import { LiveStream } from './live-stream.ts';
import type { LiveViewer, ViewerSocket } from './live-viewer.ts';
import { Signal } from '../signal.ts';

/** The live pictures on their way to the pages that look at them. A page that is too slow misses pictures: nothing queues. */
export class Live {
  /** What is looked at changed. */
  readonly watched = new Signal<readonly Watched[]>();
  readonly #streams = new Map<string, LiveStream>();
  #droppedBefore = 0;

  /** Chunks and pictures that a page did not get, since it was too slow. */
  get dropped(): number {
    return [...this.#streams.values()].reduce((sum, { dropped }) => sum + dropped, this.#droppedBefore);
  }

  watchedCameras(): readonly Watched[] {
    return [...this.#streams.values()].map(({ watched }) => watched);
  }

  /** Sends what is wanted of the camera to the socket until it closes. */
  watch(wanted: Watched, socket: ViewerSocket): void {
    const key = keyOf(wanted);
    const known = this.#streams.get(key);
    const stream = known ?? new LiveStream(wanted);
    const viewer = stream.join(socket);
    socket.on('close', () => {
      this.#leave(stream, viewer);
    });
    if (known !== undefined) return;
    this.#streams.set(key, stream);
    this.watched.send(this.watchedCameras());
  }

  /**
   * Takes the bytes of one video line, from one vision process; throws when they are none. What is to be recorded goes on to
   * `record`.
   */
  line(record: (message: RecordingMessage) => void): (bytes: Uint8Array) => void {
    const splitter = new VideoSplitter();
    return (bytes) => {
      for (const message of splitter.push(bytes)) {
        if (message.kind === 'config') this.videoConfigured(message.video, message.config);
        else if (message.kind === 'chunk') this.videoSeen(message.video, message.chunk);
        else record(message);
      }
    };
  }

  videoConfigured(video: VideoStream, config: VideoConfig): void {
    this.#streams.get(keyOfVideo(video))?.configured(config);
  }

  videoSeen(video: VideoStream, chunk: VideoChunk): void {
    this.#streams.get(keyOfVideo(video))?.seen(chunk);
  }

  pictureSeen(cameraId: CameraId, picture: Uint8Array): void {
    const chunk = { key: true, timestampUs: performance.now() * 1000, data: picture };
    for (const { watched } of this.#streams.values())
      if (watched.cameraId === cameraId && watched.as === 'stills')
        this.#streams.get(keyOf(watched))?.seen(chunk);
  }

  #leave(stream: LiveStream, viewer: LiveViewer): void {
    if (!stream.leave(viewer)) return;
    this.#droppedBefore += viewer.dropped;
    if (stream.viewers > 0) return;
    this.#streams.delete(keyOf(stream.watched));
    this.watched.send(this.watchedCameras());
  }
}

function keyOf({ cameraId, stream, as }: Watched): string {
  return `${cameraId}/${stream}/${as}`;
}

function keyOfVideo({ cameraId, stream, transcoded }: VideoStream): string {
  return keyOf({ cameraId, stream, as: transcoded ? 'transcoded' : 'video' });
}
