import type { Clips, NewClip } from '../../contract/clip.ts';
import type { CameraId } from '../../contract/identifiers.ts';
import { monotonicMs } from '../../contract/monotonic-clock.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { RecordedPicture, VideoConfig } from '../../contract/video.ts';
import { ClipRecording } from './clip-recording.ts';

/** Why clips are made of what comes, and how long one may become. */
export type RecordingSession = Pick<NewClip, 'eventId' | 'kind'>;

const LONGEST_MS = { event: 300_000, continuous: 60_000 } as const;
/** After trouble with the disk, it is tried again this much later. */
const RETRY_MS = 10_000;

interface Parts {
  readonly cameraId: CameraId;
  readonly clips: Pick<Clips, 'begin'>;
  /** What went wrong with a clip; null: one was well from its beginning to its end. */
  readonly onTrouble: (trouble: Trouble | null) => void;
}

/** Makes clips of what one camera sends to be recorded. Each begins with a key frame, and goes on where the last one ended. */
export class CameraRecorder {
  readonly #parts: Parts;
  #session: RecordingSession | null = null;
  /** Known from the first message of a session on: what came before belonged to another one. */
  #config: VideoConfig | null = null;
  #clip: ClipRecording | null = null;
  /** When the first picture of the clip came. */
  #beganMs = 0;
  #last: RecordedPicture | null = null;
  /** Pictures that did not come, or that no clip could take, since the last clip ended. */
  #missing = 0;
  #retryAtMs = 0;
  #ending: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get session(): RecordingSession | null {
    return this.#session;
  }

  /** Null ends the clip. The next session waits for its config. */
  use(session: RecordingSession | null): void {
    this.over();
    this.#session = session;
  }

  configured(config: VideoConfig): void {
    this.over();
    this.#config = config;
  }

  seen(picture: RecordedPicture): void {
    if (this.#session === null || this.#config === null) return;
    // What comes before the first key frame can't be decoded, and is not missed.
    if (this.#last === null && !picture.key) return;
    if (this.#last !== null) this.#missing += (picture.number - this.#last.number - 1 + 2 ** 32) % 2 ** 32;
    this.#last = picture;
    if (this.#clip?.isLost === true) this.#end(null);
    const full = picture.arrivedMs - this.#beganMs >= LONGEST_MS[this.#session.kind];
    if (full && picture.key) this.#end(picture);
    if (this.#clip === null && picture.key && monotonicMs() >= this.#retryAtMs)
      this.#clip = this.#begin(this.#session, this.#config, picture);
    if (this.#clip === null) this.#missing += 1;
    else this.#clip.add(picture);
  }

  /** Ends the clip; another one begins with the next key frame. */
  cut(): void {
    this.#end(null);
    this.#last = null;
  }

  /** The connection to the camera ended, or what sees did: so does the clip. */
  over(): void {
    this.#end(null);
    this.#config = null;
    this.#last = null;
  }

  /** Resolves when all clips that were ended are on the disk. */
  async settled(): Promise<void> {
    await this.#ending;
  }

  #begin(session: RecordingSession, config: VideoConfig, { arrivedMs }: RecordedPicture): ClipRecording {
    const { cameraId, clips, onTrouble } = this.#parts;
    const { codec, width, height } = config;
    this.#beganMs = arrivedMs;
    const startedAtMs = Math.round(Date.now() - (monotonicMs() - arrivedMs));
    return new ClipRecording({
      clips,
      config,
      clip: { cameraId, ...session, startedAtMs, codec, width, height },
      onTrouble: (trouble) => {
        this.#retryAtMs = monotonicMs() + RETRY_MS;
        onTrouble(trouble);
      },
    });
  }

  #end(next: RecordedPicture | null): void {
    const clip = this.#clip;
    this.#clip = null;
    if (clip === null) return;
    const trouble = this.#missing === 0 ? null : incomplete(this.#missing);
    this.#missing = 0;
    this.#ending = Promise.all([this.#ending, clip.end(next)]).then(() => {
      if (!clip.isLost) this.#parts.onTrouble(trouble);
    });
  }
}

function incomplete(pictures: number): Trouble {
  return new Trouble('unavailable', {
    what: `${pictures} pictures are missing in a recording, since this computer could not keep up.`,
    advice: 'Record fewer cameras, or choose their small streams for recordings.',
  });
}
