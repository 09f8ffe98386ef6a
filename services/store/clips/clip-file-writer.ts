import type { FileHandle } from 'node:fs/promises';
import type { Clip, ClipWriter } from '../../contract/clip.ts';
import type { ClipId } from '../../contract/identifiers.ts';
import { Trouble } from '../../contract/trouble.ts';
import { Chunker, type SealedChunk, type Written } from './chunker.ts';
import { orUnavailable } from './clip-disk.ts';
import type { ClipLock } from './clip-header.ts';
import { sealEnd } from './clip-record.ts';

/** How long bytes wait for company, so that a memory card is written seldom. */
const groupMs = 2000;
/** More than this in memory means that the disk does not keep up. */
const mostWaitingBytes = 32 * 1024 * 1024;

/**
 * What the table does when a writer ends: keep a clip of this length, or remove one of which nothing was written. Where the
 * file could not be given an end, the state stays `recording`, and the next start gives it one.
 */
export type Ended = (end: (Written & Pick<Clip, 'state'>) | null) => Promise<Clip | null>;

/** Appends sealed chunks to a clip's file; what stands there is never written again. */
export class ClipFileWriter implements ClipWriter {
  readonly id: ClipId;
  readonly #file: FileHandle;
  readonly #lock: ClipLock;
  readonly #chunker: Chunker;
  readonly #ended: Ended;
  #written: Written;
  /** Where the next record goes in the file. */
  #position: number;
  #waiting: SealedChunk[] = [];
  #waitingBytes = 0;
  #timer: NodeJS.Timeout | undefined;
  #trouble: Trouble | null = null;
  /** Work on the file happens in its order. */
  #last: Promise<void> = Promise.resolve();
  #end: Promise<Clip | null> | null = null;

  constructor(parts: { id: ClipId; file: FileHandle; lock: ClipLock; headerBytes: number; ended: Ended }) {
    this.id = parts.id;
    this.#file = parts.file;
    this.#lock = parts.lock;
    this.#ended = parts.ended;
    this.#chunker = new Chunker(parts.lock, parts.headerBytes);
    this.#written = { chunks: 0, bytes: 0, durationMs: 0, fileEnd: parts.headerBytes };
    this.#position = parts.headerBytes;
  }

  /** Up to where the clip is on the disk. */
  get written(): Written {
    return this.#written;
  }

  async append(bytes: Uint8Array, { durationMs }: { readonly durationMs: number }): Promise<void> {
    this.#mustBeOpen();
    const full = this.#chunker.push(bytes, durationMs);
    const writing = full.length > 0 ? this.#write(full) : undefined;
    if (this.#chunker.waits)
      this.#timer ??= setTimeout(() => void this.flush().catch(() => undefined), groupMs).unref();
    await writing;
  }

  async flush(): Promise<void> {
    this.#mustBeOpen();
    await this.#write(this.#chunker.rest());
  }

  async finish(): Promise<Clip | null> {
    this.#end ??= this.#finish();
    return this.#end;
  }

  async abandon(): Promise<void> {
    this.#end ??= this.#close(null);
    await this.#end;
  }

  async #finish(): Promise<Clip | null> {
    if (this.#trouble === null) await this.#write(this.#chunker.rest()).catch(() => undefined);
    await this.#last.catch(() => undefined);
    if (this.#written.chunks === 0) return this.#close(null);
    const state = this.#trouble === null ? 'finished' : 'cut';
    return this.#close((await this.#writeEnd(state)) ? state : 'recording');
  }

  /** False when the disk takes not even that. */
  async #writeEnd(state: 'finished' | 'cut'): Promise<boolean> {
    try {
      // Behind a failure there may lie half a record.
      await this.#file.truncate(this.#written.fileEnd);
      await writeAt(this.#file, [sealEnd(this.#lock, { ...this.#written, state })], this.#written.fileEnd);
      return true;
    } catch {
      return false;
    }
  }

  async #close(state: Clip['state'] | null): Promise<Clip | null> {
    clearTimeout(this.#timer);
    await this.#last.catch(() => undefined);
    await this.#file.close().catch(() => undefined);
    this.#lock.key.fill(0);
    return this.#ended(state === null ? null : { ...this.#written, state });
  }

  async #write(sealed: readonly SealedChunk[]): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting.push(...sealed);
    this.#waitingBytes += sealed.reduce((sum, { length }) => sum + length, 0);
    if (this.#waitingBytes > mostWaitingBytes) this.#trouble ??= tooSlow();
    this.#last = this.#last.then(() => this.#writeWaiting());
    await this.#last;
  }

  /** In one go what waits by the time that it is this one's turn. */
  async #writeWaiting(): Promise<void> {
    if (this.#trouble !== null) throw this.#trouble;
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#waitingBytes = 0;
    if (waiting.length === 0) return;
    try {
      await writeAt(
        this.#file,
        waiting.flatMap(({ record }) => record),
        this.#position,
      );
      this.#position += waiting.reduce((sum, { length }) => sum + length, 0);
      this.#written = waiting.findLast(({ written }) => written !== null)?.written ?? this.#written;
    } catch (error) {
      this.#trouble = error instanceof Trouble ? error : tooSlow();
      throw error;
    }
  }

  #mustBeOpen(): void {
    if (this.#trouble !== null) throw this.#trouble;
    if (this.#end !== null) throw new Error('the clip has ended');
  }
}

/** There also after a loss of power. Throws Trouble `unavailable`. */
async function writeAt(file: FileHandle, pieces: readonly Buffer[], position: number): Promise<void> {
  await orUnavailable(async () => {
    let left = pieces.filter((piece) => piece.length > 0);
    for (let at = position; left.length > 0;) {
      const { bytesWritten } = await file.writev(left, at);
      at += bytesWritten;
      left = without(left, bytesWritten);
    }
    await file.datasync();
  });
}

/** What is left of these pieces when so many of their bytes are written. */
function without(pieces: readonly Buffer[], written: number): Buffer[] {
  let skip = written;
  return pieces.flatMap((piece) => {
    const rest = piece.subarray(Math.min(skip, piece.length));
    skip -= piece.length - rest.length;
    return rest.length > 0 ? [rest] : [];
  });
}

function tooSlow(): Trouble {
  return new Trouble('unavailable', {
    what: 'The disk is too slow for the video that comes.',
    advice: 'Record fewer cameras, choose a smaller picture in the camera, or use a faster disk.',
  });
}
