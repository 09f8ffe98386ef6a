import { z } from 'zod';
import type { Database } from '../database.ts';

/** How often somebody was wrong, and when they may try again (milliseconds since 1970). */
export interface Wait {
  readonly wrong: number;
  readonly openAtMs: number;
}

/** Wrong PINs and passwords, over a restart. A scope is whom they were tried for, or where they came from. */
export class WaitTable {
  readonly #database: Database;

  constructor(parts: { database: Database }) {
    this.#database = parts.database;
  }

  get(scope: string): Wait {
    const sql = 'SELECT wrong, open_at_ms AS openAtMs FROM access_waits WHERE scope = @scope';
    return this.#database.get(WaitRow, sql, { scope }) ?? { wrong: 0, openAtMs: 0 };
  }

  /** On the disk when it returns: an end of the power gives no attempt back. */
  put(scope: string, { wrong, openAtMs }: Wait): void {
    const sql =
      'INSERT OR REPLACE INTO access_waits (scope, wrong, open_at_ms) VALUES (@scope, @wrong, @openAtMs)';
    this.#database.durably(() => this.#database.run(sql, { scope, wrong, openAtMs }));
  }

  forget(scope: string): void {
    this.#database.run('DELETE FROM access_waits WHERE scope = @scope', { scope });
  }

  /** What is long over, as of pages that are gone, is forgotten. */
  tidy(beforeMs: number): void {
    this.#database.run('DELETE FROM access_waits WHERE open_at_ms < @beforeMs', { beforeMs });
  }
}

const WaitRow = z.object({ wrong: z.number(), openAtMs: z.number() });
