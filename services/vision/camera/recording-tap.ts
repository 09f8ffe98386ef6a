import { monotonicMs } from '../../contract/monotonic-clock.ts';
import type { RecordedPicture, RecordingWish, VideoChunk, VideoConfig } from '../../contract/video.ts';
import type { CameraId } from '../../contract/identifiers.ts';
import type { RecordingMessage } from '../../contract/video-message.ts';
import { Ring } from './ring.ts';

/** What is kept and wanted of one stream. */
export type StreamRecording = Pick<RecordingWish, 'keepMs' | 'fromMs'>;

/** What the hub is told of a recording. `over`: the connection to the camera ended. */
export type RecordingNews =
  | { readonly kind: 'config'; readonly config: VideoConfig }
  | { readonly kind: 'picture'; readonly picture: RecordedPicture }
  | { readonly kind: 'over' };

/** The part of a stream that is recorded: its newest pictures wait here until a recording is wanted, and then go with it. */
export class RecordingTap {
  readonly ring = new Ring();
  readonly #tell: (news: RecordingNews) => void;
  readonly #now: () => number;
  #config: VideoConfig | null = null;
  #wish: StreamRecording | null = null;
  #number = 0;

  constructor(tell: (news: RecordingNews) => void, now: () => number = monotonicMs) {
    this.#tell = tell;
    this.#now = now;
  }

  /** Pictures after another config can't be decoded with those before it. */
  configure(config: VideoConfig): void {
    this.#config = config;
    this.ring.clear();
    if (this.#isWanted) this.#tell({ kind: 'config', config });
  }

  take(chunk: VideoChunk): void {
    if (this.#wish === null) return;
    const picture = { ...chunk, arrivedMs: this.#now(), number: this.#number };
    this.#number = (this.#number + 1) % 2 ** 32;
    this.ring.push(picture, this.#wish.keepMs);
    if (this.#isWanted) this.#tell({ kind: 'picture', picture });
  }

  /** Null: nothing is kept. A recording that begins is told what is kept of the moment from which it is wanted. */
  wish(wish: StreamRecording | null): void {
    const before = this.#wish?.fromMs ?? null;
    this.#wish = wish;
    if (wish === null) this.ring.clear();
    const fromMs = wish?.fromMs ?? null;
    if (fromMs === null || fromMs === before || this.#config === null) return;
    this.#tell({ kind: 'config', config: this.#config });
    for (const picture of this.ring.from(fromMs)) this.#tell({ kind: 'picture', picture });
  }

  /** The connection is over. */
  forget(): void {
    if (this.#isWanted && this.#config !== null) this.#tell({ kind: 'over' });
    this.#config = null;
    this.ring.clear();
  }

  get #isWanted(): boolean {
    return (this.#wish?.fromMs ?? null) !== null;
  }
}

/** As it goes through the video line. */
export function recordingMessage(cameraId: CameraId, news: RecordingNews): RecordingMessage {
  if (news.kind === 'config') return { kind: 'recording_config', cameraId, config: news.config };
  if (news.kind === 'over') return { kind: 'recording_over', cameraId };
  return { kind: 'recording_picture', cameraId, picture: news.picture };
}
