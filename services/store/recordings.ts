import { z } from 'zod';
import { SampleId } from '../contract/identifiers.ts';
import type { Recording, WakeSample } from '../contract/wake.ts';
import type { Database } from './database.ts';
import { unlessDamaged } from './unless-damaged.ts';
import type { Vault } from './vault.ts';

/** More would only be a record of the household's voices. */
const keptRecordings = 200;

/** The sound of exchanges that went wrong, by the id of the exchange: the newest 200, as long as the transcript has the exchange. */
export class RecordingTable {
  readonly #database: Database;
  readonly #vault: Vault;
  readonly #now: () => number;

  constructor(parts: { database: Database; vault: Vault; now: () => number }) {
    this.#database = parts.database;
    this.#vault = parts.vault;
    this.#now = parts.now;
  }

  /** `phrase`: what Lares was called by then. Keeps nothing of an exchange that is not in the transcript. */
  async put(entryId: string, phrase: string, { pcm, durationMs, peak }: Recording): Promise<void> {
    // The row first: whatever happens in between, there is no sound that nobody knows of.
    const row = { entryId, phrase, now: this.#now(), durationMs, peak };
    if (this.#database.run(putSql, row) === 0) return;
    try {
      await this.#vault.put({ kind: 'recording', id: entryId }, pcm);
    } catch (error) {
      await this.remove(entryId);
      throw error;
    }
    await this.tidy();
  }

  /** The sound; null when there is none, or a damaged one. */
  async get(entryId: string): Promise<Recording | null> {
    const sql = 'SELECT * FROM recordings WHERE entry_id = @entryId';
    const row = this.#database.get(RecordingRow, sql, { entryId });
    if (row === null) return null;
    const pcm = await unlessDamaged(this.#vault.get({ kind: 'recording', id: entryId }));
    return pcm === null ? null : { pcm, durationMs: row.duration_ms, peak: row.peak };
  }

  count(): number {
    return this.#database.get(CountRow, 'SELECT count(*) AS count FROM recordings')?.count ?? 0;
  }

  /** What was taken for a call and was none, as samples that carry the id of their exchange; the newest first. */
  falseCalls(): WakeSample[] {
    return this.#database.all(FalseCallRow, falseCallsSql).map((row) => ({
      id: row.entry_id,
      phrase: row.phrase,
      kind: 'not_call',
      atMs: row.at_ms,
      durationMs: row.duration_ms,
      peak: row.peak,
    }));
  }

  /** False when there was none. */
  async remove(entryId: string): Promise<boolean> {
    await this.#vault.remove({ kind: 'recording', id: entryId });
    return this.#database.run('DELETE FROM recordings WHERE entry_id = @entryId', { entryId }) > 0;
  }

  async removeAll(): Promise<void> {
    for (const id of this.#ids('SELECT entry_id FROM recordings')) await this.remove(id);
  }

  /** Removes what is too old, or whose exchange is gone from the transcript; says whether there was anything. */
  async tidy(): Promise<boolean> {
    const ids = this.#ids(untidySql);
    for (const id of ids) await this.remove(id);
    return ids.length > 0;
  }

  #ids(sql: string): string[] {
    const parameters = sql.includes('@kept') ? { kept: keptRecordings } : {};
    return this.#database.all(IdRow, sql, parameters).map(({ entry_id }) => entry_id);
  }
}

const putSql = `
  INSERT OR REPLACE INTO recordings (entry_id, phrase, at_ms, duration_ms, peak)
  SELECT id, @phrase, @now, @durationMs, @peak FROM transcript WHERE id = @entryId`;

const untidySql = `
  SELECT entry_id FROM recordings WHERE entry_id NOT IN (SELECT id FROM transcript)
  UNION
  SELECT * FROM (SELECT entry_id FROM recordings ORDER BY at_ms DESC, entry_id DESC LIMIT -1 OFFSET @kept)`;

const falseCallsSql = `
  SELECT entry_id, phrase, recordings.at_ms, duration_ms, peak FROM recordings JOIN transcript ON id = entry_id
  WHERE verdict = 'not_called' ORDER BY recordings.at_ms DESC, entry_id DESC`;

const IdRow = z.object({ entry_id: z.string() });
const CountRow = z.object({ count: z.number() });
const RecordingRow = z.object({ duration_ms: z.number(), peak: z.number() });
const FalseCallRow = z.object({
  entry_id: SampleId,
  phrase: z.string(),
  at_ms: z.number(),
  duration_ms: z.number(),
  peak: z.number(),
});
