import type { EventId } from '../contract/identifiers.ts';
import type { Database } from './database.ts';
import type { FaceIndex } from './face-index.ts';

/** What was not what Lares took it for. Such an event is about nothing and nobody; what was claimed is kept beside it. */
export class MistakeTable {
  readonly #database: Database;
  readonly #index: FaceIndex;
  readonly #now: () => number;

  constructor(parts: { database: Database; index: FaceIndex; now: () => number }) {
    this.#database = parts.database;
    this.#index = parts.index;
    this.#now = parts.now;
  }

  /** Its face is not looked for any more. May be called again; does nothing to the absence of a camera. */
  put(id: EventId): void {
    this.#database.transaction(() => {
      this.#database.run(rememberSql, { id, now: this.#now() });
      this.#database.run(clearSql, { id });
      this.#database.run('UPDATE event_faces SET group_id = NULL WHERE event_id = @id', { id });
    });
    this.#index.refresh(id);
  }

  /** It was right after all, but for the name of somebody who was erased meanwhile. */
  takeBack(id: EventId): void {
    this.#database.transaction(() => {
      this.#database.run(restoreSql, { id });
      this.#database.run('DELETE FROM mistakes WHERE event_id = @id', { id });
    });
    this.#index.refresh(id);
  }
}

const rememberSql = `
  INSERT INTO mistakes (event_id, label, identity, person_id, confidence, said_at_ms)
  SELECT id, label, identity, person_id, confidence, @now FROM events
  WHERE id = @id AND label <> 'camera_offline' ON CONFLICT DO NOTHING`;
const clearSql = `
  UPDATE events SET label = 'nothing', identity = 'no_face', person_id = NULL, confidence = NULL
  WHERE id = @id AND label <> 'camera_offline'`;
const restoreSql = `
  UPDATE events SET
    label = was.label,
    identity = CASE WHEN was.identity = 'known' AND was.person_id IS NULL THEN 'unknown' ELSE was.identity END,
    person_id = was.person_id,
    confidence = CASE WHEN was.person_id IS NULL THEN NULL ELSE was.confidence END
  FROM mistakes AS was WHERE was.event_id = events.id AND events.id = @id`;
