import { z } from 'zod';
import { AccessSettings, type Member, MemberId, Role } from '../../contract/access.ts';
import { PersonId } from '../../contract/identifiers.ts';
import type { Database } from '../database.ts';
import { SecretHash } from './secret-hash.ts';

/** A member with what their secrets are told by. */
export interface KeptMember extends Omit<Member, 'hasPassword'> {
  readonly pin: SecretHash;
  /** For the way in over the network; null: none. */
  readonly password: SecretHash | null;
}

/** Who may use the kiosk, and what holds for whoever gives no PIN. */
export class MemberTable {
  readonly #database: Database;
  readonly #now: () => number;

  constructor(parts: { database: Database; now: () => number }) {
    this.#database = parts.database;
    this.#now = parts.now;
  }

  /** In the order in which they were added. */
  list(): readonly KeptMember[] {
    return this.#database.all(MemberRow, 'SELECT * FROM members ORDER BY added_at_ms, id');
  }

  /** A member of the same id is replaced. */
  put({ id, name, role, personId, leavesAtMs, pin, password }: KeptMember): void {
    this.#database.run(putSql, {
      ...{ id, name, role, personId, leavesAtMs, now: this.#now() },
      pin: JSON.stringify(pin),
      password: password === null ? null : JSON.stringify(password),
    });
  }

  /** With their sessions. */
  remove(id: MemberId): void {
    this.#database.run('DELETE FROM members WHERE id = @id', { id });
  }

  settings(): AccessSettings {
    const row = this.#database.get(SettingsRow, 'SELECT json FROM access_settings');
    return row ?? AccessSettings.parse({});
  }

  putSettings(settings: AccessSettings): void {
    const sql = 'INSERT OR REPLACE INTO access_settings (id, json) VALUES (1, @json)';
    this.#database.run(sql, { json: JSON.stringify(AccessSettings.parse(settings)) });
  }
}

/** Replaced in place: to delete the row would end the member's sessions. */
const putSql = `
  INSERT INTO members (id, name, role, person_id, pin, password, leaves_at_ms, added_at_ms)
  VALUES (@id, @name, @role, @personId, @pin, @password, @leavesAtMs, @now)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role, person_id = excluded.person_id,
    pin = excluded.pin, password = excluded.password, leaves_at_ms = excluded.leaves_at_ms`;

const json = z.string().transform((text): unknown => JSON.parse(text));
const SettingsRow = z
  .object({ json: json.pipe(AccessSettings) })
  .transform((row): AccessSettings => row.json);
const MemberRow = z
  .object({
    id: MemberId,
    name: z.string(),
    role: Role,
    person_id: PersonId.nullable(),
    pin: json.pipe(SecretHash),
    password: json.pipe(SecretHash).nullable(),
    leaves_at_ms: z.number().nullable(),
  })
  .transform(({ person_id, leaves_at_ms, ...row }): KeptMember => ({
    ...row,
    personId: person_id,
    leavesAtMs: leaves_at_ms,
  }));
