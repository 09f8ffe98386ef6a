import { z } from 'zod';
import type { MemorySpan } from '../contract/memory.ts';
import { CameraId } from '../contract/identifiers.ts';
import type { Database } from './database.ts';

/** A span of time, and whether what the owner keeps on purpose is meant too. */
export interface SpanWish {
  readonly span: MemorySpan;
  readonly kept: boolean;
}

/** A span that is to be erased from this time on, in milliseconds since 1970. */
export interface SpanErasure extends SpanWish {
  readonly number: number;
  readonly startsAtMs: number;
}

/** The spans that are to be erased, until they are. */
export class SpanErasureTable {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** On the disk when it returns. */
  put({ span, kept, startsAtMs }: Omit<SpanErasure, 'number'>): SpanErasure {
    const { fromMs, toMs, cameraId } = span;
    const row = { fromMs, toMs, cameraId: cameraId ?? null, kept: kept ? 1 : 0, startsAtMs };
    const number = this.#database.durably(() => this.#database.get(NumberRow, putSql, row))?.number ?? 0;
    return { number, span, kept, startsAtMs };
  }

  /** The one that was ordered first; null when there is none. */
  first(): SpanErasure | null {
    return this.#database.get(Row, 'SELECT * FROM span_erasures ORDER BY number LIMIT 1');
  }

  remove(number: number): void {
    this.#database.run('DELETE FROM span_erasures WHERE number = @number', { number });
  }
}

const putSql = `
  INSERT INTO span_erasures (from_ms, to_ms, camera_id, kept, starts_at_ms)
  VALUES (@fromMs, @toMs, @cameraId, @kept, @startsAtMs) RETURNING number`;

const NumberRow = z.object({ number: z.number() });
const Row = z
  .object({
    number: z.number(),
    from_ms: z.number(),
    to_ms: z.number(),
    camera_id: CameraId.nullable(),
    kept: z.number(),
    starts_at_ms: z.number(),
  })
  .transform((row): SpanErasure => ({
    number: row.number,
    span: {
      fromMs: row.from_ms,
      toMs: row.to_ms,
      ...(row.camera_id === null ? {} : { cameraId: row.camera_id }),
    },
    kept: row.kept === 1,
    startsAtMs: row.starts_at_ms,
  }));
