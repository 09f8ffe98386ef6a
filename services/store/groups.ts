import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { EventId, GroupId } from '../contract/identifiers.ts';
import type { Descriptor, UnknownPerson } from '../contract/person.ts';
import type { Database } from './database.ts';
import type { FaceIndex } from './face-index.ts';

/** Visits whose faces are alike and have no name. A group without faces is none. */
export class GroupTable {
  readonly #database: Database;
  readonly #index: FaceIndex;
  readonly #now: () => number;

  constructor(parts: { database: Database; index: FaceIndex; now: () => number }) {
    this.#database = parts.database;
    this.#index = parts.index;
    this.#now = parts.now;
  }

  make(): GroupId {
    const id = GroupId.parse(randomUUID());
    this.#database.run('INSERT INTO groups (id, made_at_ms) VALUES (@id, @now)', { id, now: this.#now() });
    return id;
  }

  /** The face of this visit belongs to this group. */
  put(eventId: EventId, groupId: GroupId | null): void {
    this.#database.run('UPDATE event_faces SET group_id = @groupId WHERE event_id = @eventId', {
      eventId,
      groupId,
    });
    this.#index.refresh(eventId);
  }

  /** Whoever came at least twice, the last seen first. */
  list(): Omit<UnknownPerson, 'forgottenAtMs'>[] {
    return this.#database.all(GroupRow, listSql).map((row) => ({
      id: row.id,
      firstSeenMs: row.first_seen_ms,
      lastSeenMs: row.last_seen_ms,
      visits: row.visits,
      eventIds: this.visits(row.id).slice(0, shownEvents),
    }));
  }

  /** The visits of a group, the newest first; none when there is no such group. */
  visits(id: GroupId): EventId[] {
    return this.#database.all(EventIdRow, visitsSql, { id }).map(({ event_id }) => event_id);
  }

  /** The visits whose faces show the most, at most so many. */
  bestVisits(id: GroupId, limit: number): EventId[] {
    return this.#database.all(EventIdRow, bestSql, { id, limit }).map(({ event_id }) => event_id);
  }

  /** The group of this visit's face. */
  of(eventId: EventId): GroupId | null {
    const sql = 'SELECT group_id FROM event_faces WHERE event_id = @eventId';
    return this.#database.get(OwnRow, sql, { eventId })?.group_id ?? null;
  }

  /** Every group with its faces of this model, for grouping one more. */
  faces(modelId: string): { readonly id: GroupId; readonly descriptors: readonly Descriptor[] }[] {
    const groups = new Map<GroupId, Descriptor[]>();
    for (const { groupId, face } of this.#index.of(modelId)) {
      const faces = groupId === null ? undefined : groups.get(groupId);
      if (faces !== undefined) faces.push(face);
      else if (groupId !== null) groups.set(groupId, [face]);
    }
    return [...groups].map(([id, descriptors]) => ({ id, descriptors }));
  }

  /** The newest visits of unknown people that are over and whose faces are in no group, the oldest of them first. */
  ungrouped(limit: number): EventId[] {
    const newest = this.#database.all(EventIdRow, ungroupedSql, { limit });
    return newest.map(({ event_id }) => event_id).reverse();
  }

  /** Visits that have a name or no face belong to no group, and a group without visits goes. */
  tidy(): void {
    this.#database.transaction(() => {
      this.#database.run(
        `UPDATE event_faces SET group_id = NULL WHERE group_id IS NOT NULL
           AND event_id IN (SELECT id FROM events WHERE identity = 'known')`,
      );
      this.#database.run(
        'DELETE FROM groups WHERE id NOT IN (SELECT group_id FROM event_faces WHERE group_id IS NOT NULL)',
      );
    });
    this.#index.clear();
  }

  /** No group is left; the faces stay as long as those of any unknown visit. */
  dissolve(): void {
    this.#database.transaction(() => {
      this.#database.run('UPDATE event_faces SET group_id = NULL WHERE group_id IS NOT NULL');
      this.#database.run('DELETE FROM groups');
    });
    this.#index.clear();
  }
}

const shownEvents = 20;

const EventIdRow = z.object({ event_id: EventId });
const OwnRow = z.object({ group_id: GroupId.nullable() });
const GroupRow = z.object({
  id: GroupId,
  first_seen_ms: z.number(),
  last_seen_ms: z.number(),
  visits: z.number(),
});

const members = 'event_faces JOIN events ON events.id = event_id';

const listSql = `
  SELECT group_id AS id, min(began_at_ms) AS first_seen_ms, max(ifnull(ended_at_ms, heard_at_ms)) AS last_seen_ms,
         count(*) AS visits
  FROM ${members} WHERE group_id IS NOT NULL GROUP BY group_id HAVING count(*) > 1
  ORDER BY last_seen_ms DESC, id`;

const visitsSql = `
  SELECT event_id FROM ${members} WHERE group_id = @id ORDER BY began_at_ms DESC, event_id DESC`;

const bestSql = `
  SELECT event_id FROM ${members} WHERE group_id = @id
  ORDER BY ifnull(quality, 0) DESC, began_at_ms DESC LIMIT @limit`;

const ungroupedSql = `
  SELECT event_id FROM ${members}
  WHERE group_id IS NULL AND identity = 'unknown' AND ended_at_ms IS NOT NULL ORDER BY began_at_ms DESC, event_id DESC LIMIT @limit`;
