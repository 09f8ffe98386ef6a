import { z } from 'zod';
import { Intent, Slots } from '../contract/intent.ts';
import type { TranscriptEntry, Verdict } from '../contract/voice.ts';
import type { Database } from './database.ts';
import { intentText } from './search-words.ts';

/** More would only be a record of the household's life. */
const keptEntries = 500;

export interface SaidQuery {
  readonly fromMs: number;
  readonly toMs: number;
  readonly match: string | null;
  readonly limit: number;
}

/** What was said to Lares and what it answered: the newest 500 exchanges. */
export class TranscriptTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** An entry of the same id is replaced. The recordings of those that fall out stay for `RecordingTable.tidy`. */
  add(entry: TranscriptEntry): void {
    this.#database.transaction(() => {
      this.#put(entry);
      this.#database.run(
        `DELETE FROM transcript WHERE id IN
           (SELECT id FROM transcript ORDER BY at_ms DESC, id DESC LIMIT -1 OFFSET @keptEntries)`,
        { keptEntries },
      );
    });
  }

  /** What was said in this time, the newest first. `match`: what FTS5 looks for in it; null for everything. */
  within({ match, ...range }: SaidQuery): TranscriptEntry[] {
    return match === null
      ? this.#database.all(EntryRow, withinSql, range)
      : this.#database.all(EntryRow, saidSql, { ...range, match });
  }

  /** Takes out what was said in this time; gives how many exchanges. Their recordings stay for `RecordingTable.tidy`. */
  removeWithin(fromMs: number, toMs: number): number {
    const sql = 'DELETE FROM transcript WHERE at_ms >= @fromMs AND at_ms < @toMs';
    return this.#database.run(sql, { fromMs, toMs });
  }

  /** Whether any of this was ever said, in FTS5's words. */
  hasSaid(match: string): boolean {
    const sql = 'SELECT entry_id AS id FROM search_said WHERE search_said MATCH @match LIMIT 1';
    return this.#database.get(IdRow, sql, { match }) !== null;
  }

  /** Newest first. */
  newest(limit: number): TranscriptEntry[] {
    return this.#database.all(EntryRow, newestSql, { limit });
  }

  /** Null when there is none. */
  get(id: string): TranscriptEntry | null {
    return this.#database.get(EntryRow, `${selectSql} WHERE id = @id`, { id });
  }

  /** Those with a verdict, the newest first. */
  judged(): TranscriptEntry[] {
    return this.#database.all(
      EntryRow,
      `${selectSql} WHERE verdict IS NOT NULL ORDER BY at_ms DESC, id DESC`,
    );
  }

  /** What the household says of an exchange; null takes it back. */
  setVerdict(id: string, verdict: Omit<Verdict, 'hasRecording'> | null): void {
    this.#database.transaction(() => {
      this.#database.run('UPDATE transcript SET verdict = @how, meant = @meant WHERE id = @id', {
        id,
        how: verdict?.how ?? null,
        meant: verdict?.meant ?? null,
      });
      this.#index(id);
    });
  }

  /** Makes what an older Lares kept findable. */
  indexAll(): void {
    this.#database.transaction(() => {
      for (const { id } of this.#database.all(IdRow, unindexedSql)) this.#index(id);
    });
  }

  /** What was said with this name in it, newest first. */
  naming(name: string): TranscriptEntry[] {
    const word = wordOf(name);
    return this.newest(keptEntries).filter(
      ({ heard, reply, intent, verdict }) =>
        [heard, reply, JSON.stringify(intent), verdict?.meant ?? ''].join('\n').search(word) >= 0,
    );
  }

  /** Writes "somebody", or the person's new name, where this name stands as a word. Must be called inside a transaction. */
  forget(name: string, instead = 'somebody'): void {
    const words = wordOf(name);
    const without = (text: string) => text.replaceAll(words, () => instead);
    for (const entry of this.newest(keptEntries)) {
      const changed: TranscriptEntry = {
        ...entry,
        heard: without(entry.heard),
        reply: without(entry.reply),
        intent: entry.intent && changedIntent(entry.intent, without),
      };
      this.#put(changed);
      if (entry.verdict !== undefined)
        this.setVerdict(entry.id, { ...entry.verdict, meant: without(entry.verdict.meant) });
    }
  }

  /** What the exchange is found by follows what is kept of it. */
  #index(id: string): void {
    const entry = this.get(id);
    this.#database.run('DELETE FROM search_said WHERE entry_id = @id', { id });
    if (entry === null) return;
    const { heard, reply, verdict, intent } = entry;
    const text = [heard, reply, verdict?.meant ?? '', intentText(intent)].join('\n');
    this.#database.run('INSERT INTO search_said (entry_id, text) VALUES (@id, @text)', { id, text });
  }

  #put(entry: TranscriptEntry): void {
    this.#database.run(putSql, {
      id: entry.id,
      atMs: entry.atMs,
      heard: entry.heard,
      intentJson: entry.intent === null ? null : JSON.stringify(entry.intent),
      outcome: entry.outcome,
      reply: entry.reply,
      confidence: entry.confidence ?? null,
    });
    this.#index(entry.id);
  }
}

/** A verdict stays: only `setVerdict` changes it. */
const putSql = `
  INSERT INTO transcript (id, at_ms, heard, intent_json, outcome, reply, confidence)
  VALUES (@id, @atMs, @heard, @intentJson, @outcome, @reply, @confidence)
  ON CONFLICT (id) DO UPDATE SET
    at_ms = excluded.at_ms, heard = excluded.heard, intent_json = excluded.intent_json, outcome = excluded.outcome,
    reply = excluded.reply, confidence = excluded.confidence`;

/** So short a name with an "s" would be many another word. */
const leastWithEnding = 3;

/** The name where it stands as a word, whatever its capitals; also as whose something is, in languages that add an "s": Annas Auto. */
function wordOf(name: string): RegExp {
  const ending = name.length < leastWithEnding ? '' : 's?';
  return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?=${ending}(?![\\p{L}\\p{N}]))`, 'giu');
}

const selectSql = `
  SELECT id, at_ms, heard, intent_json, outcome, reply, confidence, verdict, meant,
         EXISTS (SELECT 1 FROM recordings WHERE entry_id = id) AS has_recording
  FROM transcript`;

/** Exported for the test that sees that it searches indexes and sorts nothing. */
export const newestSql = `${selectSql} ORDER BY at_ms DESC, id DESC LIMIT @limit`;

const withinSql = `${selectSql}
  WHERE at_ms >= @fromMs AND at_ms < @toMs ORDER BY at_ms DESC, id DESC LIMIT @limit`;
const saidSql = `${selectSql}
  WHERE at_ms >= @fromMs AND at_ms < @toMs
    AND id IN (SELECT entry_id FROM search_said WHERE search_said MATCH @match)
  ORDER BY at_ms DESC, id DESC LIMIT @limit`;

const IdRow = z.object({ id: z.string() });
const unindexedSql = 'SELECT id FROM transcript WHERE id NOT IN (SELECT entry_id FROM search_said)';

const EntryRow = z
  .object({
    id: z.string(),
    at_ms: z.number(),
    heard: z.string(),
    intent_json: z.string().nullable(),
    outcome: z.enum(['done', 'answered', 'refused', 'failed', 'not_understood']),
    reply: z.string(),
    confidence: z.number().nullable(),
    verdict: z.enum(['not_called', 'misheard']).nullable(),
    meant: z.string().nullable(),
    has_recording: z.number(),
  })
  .transform((row): TranscriptEntry => ({
    id: row.id,
    atMs: row.at_ms,
    heard: row.heard,
    intent: intentOf(row.intent_json),
    outcome: row.outcome,
    reply: row.reply,
    ...(row.confidence === null ? {} : { confidence: row.confidence }),
    ...(row.verdict === null
      ? {}
      : {
          verdict: { how: row.verdict, meant: row.meant ?? '', hasRecording: row.has_recording === 1 },
        }),
  }));

function changedIntent({ name, slots, also }: Intent, change: (text: string) => string): Intent {
  const changed = { name, slots: changedSlots(slots, change) };
  if (also === undefined) return changed;
  return {
    ...changed,
    also: also.map((other) => ({ name: other.name, slots: changedSlots(other.slots, change) })),
  };
}

function changedSlots(slots: Slots, change: (text: string) => string): Slots {
  const entries = Object.entries(slots).map(([slot, value]) => [
    slot,
    typeof value === 'string' ? change(value) : value,
  ]);
  return Slots.parse(Object.fromEntries(entries));
}

/** An intent that a newer version understood and this one does not know is shown as none. */
function intentOf(json: string | null): Intent | null {
  if (json === null) return null;
  const intent = Intent.safeParse(JSON.parse(json));
  return intent.success ? intent.data : null;
}
