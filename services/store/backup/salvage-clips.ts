import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ClipId } from '../../contract/identifiers.ts';
import { Trouble } from '../../contract/trouble.ts';
import { Database } from '../database.ts';

export interface Salvage {
  /** The damaged database, and its key. */
  readonly damaged: string;
  readonly databaseKey: Uint8Array;
  readonly into: Database;
  /** Where the videos are. */
  readonly clipDirectory: string;
}

/**
 * Takes the rows of videos, with their keys, out of what can still be read of a damaged database: from both ends up to the first
 * page that can't. Only those whose file is there. Gives how many there were that the other database did not know.
 */
export function salvageClips({ damaged, databaseKey, into, clipDirectory }: Salvage): number {
  const database = unlessBroken(() => Database.open(damaged, databaseKey));
  if (database === null) return 0;
  try {
    if (database.version < clipsVersion) return 0;
    const keys = readable(database, CameraKey, cameraKeys);
    const clips = readable(database, ClipRow, clipRows);
    return into.transaction(() => {
      // The damaged one is the newer: a camera that was forgotten and came back has another key since.
      for (const { id, wrapped } of keys) into.run(putKeySql, { id, wrapped });
      return clips
        .filter(({ id }) => existsSync(join(clipDirectory, id.slice(0, 2), id)))
        .reduce((sum, { at: _, ...clip }) => sum + into.run(putClipSql, clip), 0);
    });
  } finally {
    database.close();
  }
}

/** Row by row from one end, then from the other down to where that stopped. */
function readable<T extends { readonly at: string | number }>(
  database: Database,
  row: z.ZodType<T>,
  { from, by }: Source,
): T[] {
  const found = new Map<string | number, T>();
  for (const [beyond, order] of [
    ['>', 'ASC'],
    ['<', 'DESC'],
  ] as const) {
    const firstSql = `SELECT ${by} AS at, * FROM ${from} ORDER BY ${by} ${order} LIMIT 1`;
    const nextSql = `SELECT ${by} AS at, * FROM ${from} AND ${by} ${beyond} @last ORDER BY ${by} ${order} LIMIT 1`;
    let next = unlessBroken(() => database.get(row, firstSql));
    while (next !== null && !found.has(next.at)) {
      const last = next.at;
      found.set(last, next);
      next = unlessBroken(() => database.get(row, nextSql, { last }));
    }
  }
  return [...found.values()];
}

function unlessBroken<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Trouble) return null;
    throw error;
  }
}

/** The version from which on there are videos. */
const clipsVersion = 7;

interface Source {
  readonly from: string;
  /** The column that the rows are in the order of. */
  readonly by: string;
}
const cameraKeys: Source = { from: "keys WHERE owner = 'camera'", by: 'id' };
const clipRows: Source = { from: 'clips WHERE TRUE', by: 'rowid' };

const putKeySql = "INSERT OR REPLACE INTO keys (owner, id, wrapped) VALUES ('camera', @id, @wrapped)";
const putClipSql = `
  INSERT OR IGNORE INTO clips (id, camera_id, event_id, kind, state, started_at_ms, duration_ms, bytes, codec, width, height, kept,
    wrapped_key)
  VALUES (@id, @camera_id, @event_id, @kind, @state, @started_at_ms, @duration_ms, @bytes, @codec, @width, @height, @kept,
    @wrapped_key)`;

const CameraKey = z.object({ at: z.string(), id: z.string(), wrapped: z.instanceof(Uint8Array) });
const ClipRow = z.object({
  at: z.number(),
  id: ClipId,
  camera_id: z.string(),
  event_id: z.string().nullable(),
  kind: z.string(),
  state: z.string(),
  started_at_ms: z.number(),
  duration_ms: z.number(),
  bytes: z.number(),
  codec: z.string(),
  width: z.number(),
  height: z.number(),
  kept: z.number(),
  wrapped_key: z.instanceof(Uint8Array),
});
