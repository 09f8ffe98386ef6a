import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { SampleId } from '../contract/identifiers.ts';
import type { Recording, WakeSample } from '../contract/wake.ts';
import type { Database } from './database.ts';
import { unlessDamaged } from './unless-damaged.ts';
import type { Vault } from './vault.ts';

/** Of each phrase; more would teach it little. */
const keptSamples = 50;

/** The household's recordings that phrases learn from; the sound is in the vault. */
export class WakeSampleTable {
  readonly #database: Database;
  readonly #vault: Vault;
  readonly #now: () => number;

  constructor(parts: { database: Database; vault: Vault; now: () => number }) {
    this.#database = parts.database;
    this.#vault = parts.vault;
    this.#now = parts.now;
  }

  /** The oldest of the phrase go when there are more than fifty. */
  async add(phrase: string, kind: WakeSample['kind'], recording: Recording): Promise<WakeSample> {
    const { pcm, durationMs, peak } = recording;
    const sample = { id: SampleId.parse(randomUUID()), phrase, kind, atMs: this.#now(), durationMs, peak };
    // The row first: whatever happens in between, there is no sound that nobody knows of.
    this.#database.run(
      `INSERT INTO wake_samples (id, phrase, kind, at_ms, duration_ms, peak)
       VALUES (@id, @phrase, @kind, @atMs, @durationMs, @peak)`,
      { ...sample },
    );
    try {
      await this.#vault.put({ kind: 'wake_sample', id: sample.id }, pcm);
    } catch (error) {
      this.#database.run('DELETE FROM wake_samples WHERE id = @id', { id: sample.id });
      throw error;
    }
    for (const { id } of this.of(phrase).slice(keptSamples)) await this.remove(id);
    return sample;
  }

  /** Of all phrases, the newest first. */
  list(): WakeSample[] {
    return this.#database.all(SampleRow, `SELECT * FROM wake_samples ${newestFirst}`).map(sampleOf);
  }

  /** The newest first. */
  of(phrase: string): WakeSample[] {
    const sql = `SELECT * FROM wake_samples WHERE phrase = @phrase ${newestFirst}`;
    return this.#database.all(SampleRow, sql, { phrase }).map(sampleOf);
  }

  /** The sound; null when there is none, or a damaged one. */
  async recording(id: SampleId): Promise<Recording | null> {
    const row = this.#database.get(SampleRow, 'SELECT * FROM wake_samples WHERE id = @id', { id });
    if (row === null) return null;
    const pcm = await unlessDamaged(this.#vault.get({ kind: 'wake_sample', id }));
    return pcm === null ? null : { pcm, durationMs: row.duration_ms, peak: row.peak };
  }

  /** False when there was none. */
  async remove(id: SampleId): Promise<boolean> {
    await this.#vault.remove({ kind: 'wake_sample', id });
    return this.#database.run('DELETE FROM wake_samples WHERE id = @id', { id }) > 0;
  }
}

const newestFirst = 'ORDER BY at_ms DESC, rowid DESC';

const SampleRow = z.object({
  id: SampleId,
  phrase: z.string(),
  kind: z.enum(['call', 'not_call']),
  at_ms: z.number(),
  duration_ms: z.number(),
  peak: z.number(),
});

function sampleOf({ at_ms, duration_ms, ...row }: z.infer<typeof SampleRow>): WakeSample {
  return { ...row, atMs: at_ms, durationMs: duration_ms };
}
