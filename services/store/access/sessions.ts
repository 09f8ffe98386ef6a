import { z } from 'zod';
import { MemberId } from '../../contract/access.ts';
import type { NetworkSession } from '../../contract/network.ts';
import type { Database } from '../database.ts';

/** Who is logged in over the network. The id is a hash: the table lets nobody in. */
export class SessionTable {
  readonly #database: Database;

  constructor(parts: { database: Database }) {
    this.#database = parts.database;
  }

  /** The one that was used last first. */
  list(): readonly NetworkSession[] {
    return this.#database.all(SessionRow, `SELECT ${columns} FROM access_sessions ORDER BY used_at_ms DESC`);
  }

  get(id: string): NetworkSession | null {
    return this.#database.get(SessionRow, `SELECT ${columns} FROM access_sessions WHERE id = @id`, { id });
  }

  put(session: NetworkSession): void {
    this.#database.run(
      `INSERT OR REPLACE INTO access_sessions (id, member_id, device, began_at_ms, used_at_ms)
       VALUES (@id, @memberId, @device, @beganAtMs, @usedAtMs)`,
      { ...session },
    );
  }

  remove(id: string): void {
    this.#database.run('DELETE FROM access_sessions WHERE id = @id', { id });
  }
}

const columns = 'id, member_id AS memberId, device, began_at_ms AS beganAtMs, used_at_ms AS usedAtMs';
const SessionRow = z.object({
  id: z.string(),
  memberId: MemberId,
  device: z.string(),
  beganAtMs: z.number(),
  usedAtMs: z.number(),
});
