import { z } from 'zod';
import { Intent, Slots } from '../contract/intent.ts';
import type { TranscriptEntry } from '../contract/voice.ts';
import type { Database } from './database.ts';

/** More would only be a record of the household's life. */
const keptEntries = 500;

/** What was said to Lares and what it answered: the newest 500 exchanges. */
export class TranscriptTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** An entry of the same id is replaced. */
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

  /** Newest first. */
  newest(limit: number): TranscriptEntry[] {
    return this.#database.all(EntryRow, newestSql, { limit });
  }

  /** What was said with this name in it, newest first. */
  naming(name: string): TranscriptEntry[] {
    const word = wordOf(name);
    return this.newest(keptEntries).filter(
      ({ heard, reply, intent }) => `${heard}\n${reply}\n${JSON.stringify(intent)}`.search(word) >= 0,
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
        intent: entry.intent && { name: entry.intent.name, slots: changedSlots(entry.intent.slots, without) },
      };
      this.#put(changed);
    }
  }

  #put(entry: TranscriptEntry): void {
    this.#database.run(
      `INSERT OR REPLACE INTO transcript (id, at_ms, heard, intent_json, outcome, reply)
       VALUES (@id, @atMs, @heard, @intentJson, @outcome, @reply)`,
      {
        id: entry.id,
        atMs: entry.atMs,
        heard: entry.heard,
        intentJson: entry.intent === null ? null : JSON.stringify(entry.intent),
        outcome: entry.outcome,
        reply: entry.reply,
      },
    );
  }
}

/** So short a name with an "s" would be many another word. */
const leastWithEnding = 3;

/** The name where it stands as a word, whatever its capitals; also as whose something is, in languages that add an "s": Annas Auto. */
function wordOf(name: string): RegExp {
  const ending = name.length < leastWithEnding ? '' : 's?';
  return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?=${ending}(?![\\p{L}\\p{N}]))`, 'giu');
}

export const newestSql = `
  SELECT id, at_ms, heard, intent_json, outcome, reply FROM transcript ORDER BY at_ms DESC, id DESC LIMIT @limit`;

const EntryRow = z
  .object({
    id: z.string(),
    at_ms: z.number(),
    heard: z.string(),
    intent_json: z.string().nullable(),
    outcome: z.enum(['done', 'answered', 'refused', 'failed', 'not_understood']),
    reply: z.string(),
  })
  .transform((row): TranscriptEntry => ({
    id: row.id,
    atMs: row.at_ms,
    heard: row.heard,
    intent: intentOf(row.intent_json),
    outcome: row.outcome,
    reply: row.reply,
  }));

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
