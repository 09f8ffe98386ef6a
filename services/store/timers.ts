import { z } from 'zod';
import type { Database } from './database.ts';

/** A timer as it is kept over a restart. Times are milliseconds, an end since 1970. */
export interface KeptTimer {
  readonly id: number;
  readonly name: string;
  readonly lengthMs: number;
  readonly state:
    | { readonly kind: 'running'; readonly endsAtMs: number }
    | { readonly kind: 'paused'; readonly leftMs: number };
}

/** The household's timers, until they have rung. */
export class TimerTable {
  readonly #database: Database;

  constructor(parts: { database: Database }) {
    this.#database = parts.database;
  }

  list(): readonly KeptTimer[] {
    return this.#database.all(TimerRow, 'SELECT * FROM timers ORDER BY id');
  }

  /** A timer of the same id is replaced. */
  put({ id, name, lengthMs, state }: KeptTimer): void {
    this.#database.run(
      `INSERT OR REPLACE INTO timers (id, name, length_ms, ends_at_ms, left_ms)
       VALUES (@id, @name, @lengthMs, @endsAtMs, @leftMs)`,
      {
        ...{ id, name, lengthMs },
        endsAtMs: state.kind === 'running' ? state.endsAtMs : null,
        leftMs: state.kind === 'paused' ? state.leftMs : null,
      },
    );
  }

  remove(id: number): void {
    this.#database.run('DELETE FROM timers WHERE id = @id', { id });
  }
}

const TimerRow = z
  .object({
    id: z.number(),
    name: z.string(),
    length_ms: z.number(),
    ends_at_ms: z.number().nullable(),
    left_ms: z.number().nullable(),
  })
  .transform((row): KeptTimer => ({
    id: row.id,
    name: row.name,
    lengthMs: row.length_ms,
    state:
      row.ends_at_ms === null
        ? { kind: 'paused', leftMs: row.left_ms ?? 0 }
        : { kind: 'running', endsAtMs: row.ends_at_ms },
  }));
