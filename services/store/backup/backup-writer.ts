import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type BackupHeader, headerBytes } from './backup-header.ts';
import { type BackupEntry, recordKinds } from './backup-record.ts';
import { BackupSeal } from './backup-seal.ts';

/** Writes a backup beside its place, and puts it there once it is whole. */
export class BackupWriter {
  readonly #path: string;
  readonly #part: string;
  readonly #file: FileHandle;
  readonly #seal: BackupSeal;
  #entries = 0;
  #bytes = 0;

  private constructor(parts: { path: string; part: string; file: FileHandle; seal: BackupSeal }) {
    this.#path = parts.path;
    this.#part = parts.part;
    this.#file = parts.file;
    this.#seal = parts.seal;
  }

  /** `backupKey`: of the house, 32 bytes. The folder must be there. */
  static async create(
    path: string,
    header: Omit<BackupHeader, 'salt'>,
    backupKey: Uint8Array,
  ): Promise<BackupWriter> {
    const salt = randomBytes(32);
    const bytes = headerBytes({ ...header, salt: salt.toString('base64') });
    const part = `${path}.${randomBytes(6).toString('hex')}.part`;
    const file = await open(part, 'wx', 0o600);
    const writer = new BackupWriter({
      path,
      part,
      file,
      seal: new BackupSeal({ backupKey, salt, header: bytes }),
    });
    try {
      await file.writeFile(bytes);
      return writer;
    } catch (error) {
      await writer.abandon();
      throw error;
    }
  }

  async entry(entry: BackupEntry): Promise<void> {
    this.#entries += 1;
    await this.#write(recordKinds.entry, Buffer.from(JSON.stringify(entry)));
  }

  /** The next bytes of the entry that was begun last. */
  async data(bytes: Uint8Array): Promise<void> {
    this.#bytes += bytes.length;
    await this.#write(recordKinds.data, bytes);
  }

  /** The backup is on the disk, also after a loss of power, when this resolves. */
  async finish(): Promise<void> {
    const end = { entries: this.#entries, bytes: this.#bytes };
    await this.#write(recordKinds.end, Buffer.from(JSON.stringify(end)));
    await this.#file.sync();
    await this.#file.close();
    this.#seal.close();
    await rename(this.#part, this.#path);
    const folder = await open(dirname(this.#path));
    await folder.sync().finally(() => folder.close());
  }

  /** Leaves nothing of it. May be called again, and after `finish`, which it changes nothing of. */
  async abandon(): Promise<void> {
    this.#seal.close();
    await this.#file.close().catch(() => undefined);
    await rm(this.#part, { force: true });
  }

  async #write(kind: number, payload: Uint8Array): Promise<void> {
    const sealed = this.#seal.seal([Uint8Array.of(kind), payload]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(sealed.length);
    await this.#file.writeFile(Buffer.concat([length, sealed]));
  }
}
