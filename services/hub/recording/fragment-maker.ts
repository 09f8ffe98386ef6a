import { type Mp4Picture, mp4Fragment } from '../../contract/fragmented-mp4.ts';
import type { RecordedPicture } from '../../contract/video.ts';
import { PictureTimes } from './picture-times.ts';

/** A fragment of MP4, as a clip takes it. */
export interface Fragment {
  readonly bytes: Uint8Array;
  readonly durationMs: number;
}

/** After a crash at most so much of a clip, and what is not flushed, is missing. */
const LONGEST_US = 1_000_000;

/**
 * Makes fragments of the pictures of one clip: a second, or less where a key frame begins the next one. How long a picture
 * is shown is known when the next one is there, so that one is always held back.
 */
export class FragmentMaker {
  readonly #times = new PictureTimes();
  #held: RecordedPicture | null = null;
  #pictures: Mp4Picture[] = [];
  #pendingUs = 0;
  #timeUs = 0;
  #number = 0;

  /** Null while the fragment is not full. */
  push(picture: RecordedPicture): Fragment | null {
    this.#settle(picture);
    this.#held = picture;
    return picture.key || this.#pendingUs >= LONGEST_US ? this.#fragment() : null;
  }

  /** The last fragment; `next` is the picture with which another clip goes on. Null when there is nothing more. */
  end(next: RecordedPicture | null): Fragment | null {
    this.#settle(next);
    this.#held = null;
    return this.#fragment();
  }

  #settle(next: RecordedPicture | null): void {
    const held = this.#held;
    if (held === null) return;
    const { key, compositionUs = 0, data } = held;
    const durationUs = this.#times.between(held, next);
    this.#pictures.push({ key, durationUs, compositionUs, data });
    this.#pendingUs += durationUs;
  }

  #fragment(): Fragment | null {
    if (this.#pictures.length === 0) return null;
    this.#number += 1;
    const bytes = mp4Fragment({ number: this.#number, timeUs: this.#timeUs, pictures: this.#pictures });
    const fragment = { bytes, durationMs: this.#pendingUs / 1000 };
    this.#timeUs += this.#pendingUs;
    this.#pictures = [];
    this.#pendingUs = 0;
    return fragment;
  }
}
