import { randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { hubTokenFileName } from '../../contract/access.ts';
import { writeFileWhole } from '../../contract/whole-file.ts';

/** What proves that a call comes from who may read the house's files: 256 random bits beside the key, new at every start. */
export class CommandLineToken {
  readonly #token = randomBytes(32).toString('hex');

  /** Throws what the file system says. */
  write(configDirectory: string): void {
    writeFileWhole(join(configDirectory, hubTokenFileName), `${this.#token}\n`);
  }

  /** In constant time. */
  is(candidate: string | null): boolean {
    const [given, own] = [Buffer.from(candidate ?? ''), Buffer.from(this.#token)];
    return given.length === own.length && timingSafeEqual(given, own);
  }
}
