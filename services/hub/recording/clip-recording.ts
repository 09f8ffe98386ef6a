import type { Clips, ClipWriter, NewClip } from '../../contract/clip.ts';
import { mp4Start } from '../../contract/fragmented-mp4.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { RecordedPicture, VideoConfig } from '../../contract/video.ts';
import { type Fragment, FragmentMaker } from './fragment-maker.ts';

/** So much of one clip waits for the disk; then the disk is too slow, and the clip ends. */
const MOST_WAITING_BYTES = 64 * 1024 * 1024;

interface Parts {
  readonly clips: Pick<Clips, 'begin'>;
  readonly clip: NewClip;
  readonly config: VideoConfig;
  /** Called once, when nothing more can be written. */
  readonly onTrouble: (trouble: Trouble) => void;
}

/** One clip while it is written. What it is given is written in its order; nobody waits for the disk but `end`. */
export class ClipRecording {
  readonly #parts: Parts;
  readonly #maker = new FragmentMaker();
  #work: Promise<void> = Promise.resolve();
  #writer: ClipWriter | null = null;
  #waitingBytes = 0;
  #isLost = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#then(async () => {
      this.#writer = await parts.clips.begin(parts.clip);
    });
    this.#write({ bytes: mp4Start(parts.config), durationMs: 0 });
  }

  /** Nothing more can be written: it is to be ended. */
  get isLost(): boolean {
    return this.#isLost;
  }

  add(picture: RecordedPicture): void {
    this.#write(this.#maker.push(picture));
  }

  /** Resolves when all of it is on the disk; never rejects. `next`: the first picture of the clip that goes on. */
  end(next: RecordedPicture | null = null): Promise<void> {
    this.#write(this.#maker.end(next));
    // Also what could not be written to its end is a clip.
    this.#work = this.#work.then(() => this.#attempt(() => this.#finish()));
    return this.#work;
  }

  async #finish(): Promise<void> {
    await this.#writer?.finish();
  }

  #write(fragment: Fragment | null): void {
    if (fragment === null || this.#isLost) return;
    const { bytes, durationMs } = fragment;
    this.#waitingBytes += bytes.length;
    if (this.#waitingBytes > MOST_WAITING_BYTES) this.#lose(tooSlow());
    this.#then(async () => {
      await this.#writer?.append(bytes, { durationMs });
      this.#waitingBytes -= bytes.length;
    });
  }

  #then(work: () => Promise<void>): void {
    this.#work = this.#work.then(() => (this.#isLost ? undefined : this.#attempt(work)));
  }

  async #attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#lose(error instanceof Trouble ? error : fault(error));
    }
  }

  #lose(trouble: Trouble): void {
    if (this.#isLost) return;
    this.#isLost = true;
    this.#parts.onTrouble(trouble);
  }
}

function tooSlow(): Trouble {
  return new Trouble('unavailable', {
    what: 'The disk is too slow for the recordings.',
    advice: 'Record fewer cameras, or use a faster disk.',
  });
}

function fault(cause: unknown): Trouble {
  return new Trouble('unavailable', {
    what: 'A recording could not be written.',
    advice: 'Lares tries again with the next one.',
    cause,
  });
}
