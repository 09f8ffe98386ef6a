import { z } from 'zod';
import { EventId, FaceId, type PersonId } from '../contract/identifiers.ts';
import { removeCopies } from './backup/copy-before-migration.ts';
import { removeDamaged, removeStrays, type WrittenBetween } from './backup/set-aside.ts';
import type { Database } from './database.ts';
import type { FaceIndex } from './face-index.ts';
import type { PersonTable } from './people.ts';
import type { Vault, VaultItem } from './vault.ts';

/**
 * Erases a person: faces, descriptors, corrections, the pictures of their visits, and the name wherever it stands. The visits
 * stay, as those of somebody unknown.
 */
export class Erasure {
  readonly #database: Database;
  readonly #vault: Vault;
  readonly #people: PersonTable;
  /** What was searched in memory goes too. */
  readonly #index: FaceIndex;

  constructor(parts: { database: Database; vault: Vault; index: FaceIndex; people: PersonTable }) {
    this.#index = parts.index;
    this.#database = parts.database;
    this.#vault = parts.vault;
    this.#people = parts.people;
  }

  /** May be called again, also after it was cut short: the row of the person goes after the pictures. */
  async erase(id: PersonId): Promise<readonly EventId[]> {
    const pictures = this.#pictures(id);
    await this.#remove(pictures);
    // Whom these show nobody can tell any more.
    removeStrays(this.#database.file, { fromMs: -Infinity, toMs: Infinity });
    const events = this.#events(id);
    const late = this.#database.transaction(() => {
      this.#database.owesScrub = true;
      const still = this.#pictures(id);
      for (const eventId of events) this.#database.run(forgetPicturesSql, { eventId });
      for (const eventId of events)
        this.#database.run('DELETE FROM event_faces WHERE event_id = @eventId', { eventId });
      this.#database.run(forgetAnchorsSql, { id });
      this.#people.forget(id);
      return still;
    });
    this.#index.clear();
    // Once more, for a picture that came while the first ones went.
    await this.#remove(late);
    return events;
  }

  /** From now on until `scrub`, a start makes up for it: set before anything goes. */
  owe(): void {
    this.#database.transaction(() => {
      this.#database.owesScrub = true;
    });
  }

  /** The videos of this time that were set aside. */
  removeStrays(between: WrittenBetween): void {
    removeStrays(this.#database.file, between);
  }

  /** Whether nothing that was deleted is left in the database's own files; false while another program reads them. */
  scrub(): boolean {
    removeCopies(this.#database.file);
    removeDamaged(this.#database.file);
    return this.#database.scrub();
  }

  /** For what was deleted in small: rows are overwritten, and the log is emptied. */
  emptyLog(): boolean {
    return this.#database.emptyLog();
  }

  #pictures(id: PersonId): VaultItem[] {
    return this.#database.all(PictureRow, picturesSql, { id });
  }

  #events(id: PersonId): EventId[] {
    return this.#database
      .all(z.object({ id: EventId }), 'SELECT id FROM events WHERE person_id = @id', { id })
      .map((row) => row.id);
  }

  async #remove(pictures: readonly VaultItem[]): Promise<void> {
    for (const picture of pictures) await this.#vault.remove(picture);
  }
}

const PictureRow = z.object({
  kind: z.enum(['snapshot', 'event_face', 'person_face', 'not_them']),
  id: z.union([EventId, FaceId]),
});

/** Faces that the owner said are not somebody else are this person's too, where the visit turned out to be theirs. */
const anchors = `not_them.person_id = @id OR not_them.event_id IN (SELECT id FROM events WHERE person_id = @id)`;

const picturesSql = `
  SELECT 'person_face' AS kind, id FROM faces WHERE person_id = @id
  UNION ALL SELECT 'not_them', id FROM not_them WHERE ${anchors}
  UNION ALL SELECT 'snapshot', id FROM events WHERE person_id = @id
  UNION ALL SELECT 'event_face', id FROM events WHERE person_id = @id`;

const forgetAnchorsSql = `DELETE FROM not_them WHERE ${anchors}`;
const forgetPicturesSql = 'UPDATE events SET has_snapshot = 0 WHERE id = @eventId';
