import type { RecordedPicture } from '../../contract/video.ts';

/** Of one stream; about a quarter of a minute of a camera with 16 Mbit/s. */
const MOST_BYTES = 32 * 1024 * 1024;

/** From a key frame on without a gap. */
interface Group {
  readonly fromMs: number;
  readonly pictures: RecordedPicture[];
  bytes: number;
}

/**
 * The newest coded pictures of a stream, so that a recording can begin before what it shows was noticed. It begins with a
 * key frame at least `keepMs` ago, unless that is more than it may hold: then whole groups of pictures go, the oldest first.
 */
export class Ring {
  readonly #mostBytes: number;
  #groups: Group[] = [];
  #bytes = 0;

  constructor(mostBytes: number = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  /** Of all pictures in it. */
  get bytes(): number {
    return this.#bytes;
  }

  /** From its first to its last picture. */
  get milliseconds(): number {
    const last = this.#groups.at(-1)?.pictures.at(-1)?.arrivedMs ?? 0;
    return last - (this.#groups[0]?.fromMs ?? last);
  }

  push(picture: RecordedPicture, keepMs: number): void {
    if (picture.key) this.#groups.push({ fromMs: picture.arrivedMs, pictures: [], bytes: 0 });
    const group = this.#groups.at(-1);
    if (group === undefined) return;
    group.pictures.push(picture);
    group.bytes += picture.data.length;
    this.#bytes += picture.data.length;
    const second = (): number => this.#groups[1]?.fromMs ?? Number.POSITIVE_INFINITY;
    while (second() <= picture.arrivedMs - keepMs) this.#dropFirst();
    // A lone group that is too large goes as well: half of one can't be decoded.
    while (this.#bytes > this.#mostBytes) this.#dropFirst();
  }

  /** From the last key frame on that came at or before the moment; where that is gone, all there is. */
  from(moment: number): readonly RecordedPicture[] {
    const later = this.#groups.findIndex(({ fromMs }) => fromMs > moment);
    const first = later === -1 ? this.#groups.length - 1 : Math.max(0, later - 1);
    return this.#groups.slice(Math.max(0, first)).flatMap(({ pictures }) => pictures);
  }

  clear(): void {
    this.#groups = [];
    this.#bytes = 0;
  }

  #dropFirst(): void {
    this.#bytes -= this.#groups.shift()?.bytes ?? 0;
  }
}
