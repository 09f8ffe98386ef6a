import { randomBytes, randomUUID } from 'node:crypto';
import type {
  Clip,
  ClipReader,
  ClipRecovery,
  Clips,
  ClipSpan,
  ClipWriter,
  NewClip,
} from '../../contract/clip.ts';
import { type CameraId, ClipId, type EventId } from '../../contract/identifiers.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { KeyOwner, KeyRing } from '../keys/key-ring.ts';
import { unwrapKey, wrapKey } from '../keys/key-wrap.ts';
import type { ClipDisk } from './clip-disk.ts';
import { ClipFileReader } from './clip-file-reader.ts';
import { ClipFileWriter, type Ended } from './clip-file-writer.ts';
import { lockOf, sealHeader } from './clip-header.ts';
import { clipDamaged, clipGone } from './clip-record.ts';
import { recoverClip } from './clip-recovery.ts';
import type { ClipRows, StoredClip } from './clip-rows.ts';
import { scanClip } from './clip-scan.ts';

/** Clips of cameras: a row and a wrapped key in the database, the sealed video in a file. */
export class ClipTable implements Clips {
  readonly #rows: ClipRows;
  readonly #keys: KeyRing;
  readonly #disk: ClipDisk;
  /** Those that this process records. */
  readonly #writers = new Map<ClipId, ClipFileWriter>();
  /** Those that somebody plays. */
  readonly #readers = new Set<ClipFileReader>();

  constructor(parts: { rows: ClipRows; keys: KeyRing; disk: ClipDisk }) {
    this.#rows = parts.rows;
    this.#keys = parts.keys;
    this.#disk = parts.disk;
  }

  async begin(clip: NewClip): Promise<ClipWriter> {
    const id = ClipId.parse(randomUUID());
    const key = new Uint8Array(randomBytes(32));
    const header = sealHeader(id, key, clip);
    const cameraKey = this.#keys.keyOf(keyOwner(clip.cameraId));
    // The row first: whatever happens in between, there is no file that nobody knows of.
    this.#rows.put(id, clip, wrapKey(key, cameraKey, keyName(id)));
    cameraKey.fill(0);
    const file = await this.#disk.create(id, header).catch(async (error: unknown) => {
      await this.#forget(id).catch(() => undefined);
      throw error;
    });
    const lock = lockOf(header, key);
    const parts = { id, file, lock, headerBytes: header.length, ended: this.#ended(id) };
    const writer = new ClipFileWriter(parts);
    this.#writers.set(id, writer);
    return writer;
  }

  get(id: ClipId): Clip | null {
    const stored = this.#rows.get(id);
    return stored === null ? null : this.#asItIs(stored.clip);
  }

  list(span: ClipSpan): Clip[] {
    return this.#rows
      .overlapping(span)
      .map((clip) => this.#asItIs(clip))
      .filter((clip) => clip.startedAtMs + clip.durationMs > span.fromMs);
  }

  ofEvent(eventId: EventId): Clip[] {
    return this.#rows.ofEvent(eventId).map((clip) => this.#asItIs(clip));
  }

  async openRead(id: ClipId): Promise<ClipReader | null> {
    const stored = this.#rows.get(id);
    if (stored === null) return null;
    const key = this.#keyOf(stored);
    const file = await this.#disk.open(id, 'r');
    if (file === null) throw clipGone();
    try {
      const map = await scanClip(file, id, key);
      const closed = (one: ClipFileReader) => this.#readers.delete(one);
      const reader = new ClipFileReader({ file, map, clip: this.#asItIs(stored.clip), closed });
      this.#readers.add(reader);
      return reader;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  async remove(id: ClipId): Promise<boolean> {
    await this.#writers.get(id)?.abandon();
    return this.#forget(id);
  }

  keep(id: ClipId, kept: boolean): boolean {
    return this.#rows.keep(id, kept);
  }

  async forgetCamera(cameraId: CameraId): Promise<number> {
    const ids = this.#rows.ofCamera(cameraId);
    for (const id of ids) await this.#writers.get(id)?.abandon();
    this.#keys.forget(keyOwner(cameraId));
    this.#rows.removeOf(cameraId);
    for (const id of ids) await this.#disk.remove(id);
    return ids.length;
  }

  /** Ends who still reads, and leaves no key in memory. Nothing may be asked afterwards. */
  close(): void {
    for (const reader of [...this.#readers]) void reader.close();
  }

  async recover(): Promise<ClipRecovery> {
    const found = { cut: 0, empty: 0, damaged: 0, strays: 0 };
    for (const stored of this.#rows.open())
      if (!this.#writers.has(stored.clip.id)) found[await this.#recover(stored)] += 1;
    const known = new Set<string>(this.#rows.ids());
    // A database that knows of no clip at all may be a new one over videos whose own comes back from a backup.
    const strays = known.size === 0 ? [] : (await this.#disk.names()).filter((name) => !known.has(name));
    for (const name of strays) {
      const id = ClipId.safeParse(name);
      if (!id.success) continue;
      await this.#disk.remove(id.data);
      found.strays += 1;
    }
    return found;
  }

  async #recover(stored: StoredClip): Promise<'cut' | 'empty' | 'damaged'> {
    const { id } = stored.clip;
    const file = await this.#disk.open(id, 'r+');
    try {
      const recovered = file === null ? null : await recoverClip(file, id, this.#keyOf(stored));
      if (recovered === null) await this.#forget(id);
      else this.#rows.end(id, recovered);
      return recovered === null ? 'empty' : 'cut';
    } catch (error) {
      if (!(error instanceof Trouble && error.code === 'damaged')) throw error;
      this.#rows.end(id, { ...stored.clip, state: 'cut' });
      return 'damaged';
    } finally {
      await file?.close();
    }
  }

  #ended(id: ClipId): Ended {
    return async (end) => {
      this.#writers.delete(id);
      if (end === null) await this.#forget(id);
      else this.#rows.end(id, end);
      return this.#rows.get(id)?.clip ?? null;
    };
  }

  /** The key first: what is left after a crash can't be read. */
  async #forget(id: ClipId): Promise<boolean> {
    const was = this.#rows.remove(id);
    await this.#disk.remove(id);
    return was;
  }

  /** Of one that is recorded, how much is on the disk by now. */
  #asItIs(clip: Clip): Clip {
    const written = this.#writers.get(clip.id)?.written;
    return written === undefined ? clip : { ...clip, bytes: written.bytes, durationMs: written.durationMs };
  }

  #keyOf({ clip, wrappedKey }: StoredClip): Uint8Array {
    const cameraKey = this.#keys.find(keyOwner(clip.cameraId));
    if (cameraKey === null) throw clipDamaged();
    const key = unwrapKey(wrappedKey, cameraKey, keyName(clip.id));
    cameraKey.fill(0);
    return key;
  }
}

function keyOwner(cameraId: CameraId): KeyOwner {
  return { owner: 'camera', id: cameraId };
}

function keyName(id: ClipId): string {
  return `clip ${id}`;
}
