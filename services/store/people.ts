import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { FaceId, PersonId } from '../contract/identifiers.ts';
import { type FaceDescriptor, type GalleryPerson, type Person, PersonName } from '../contract/person.ts';
import { Trouble } from '../contract/trouble.ts';
import type { Database } from './database.ts';
import { EmbeddingRow, embeddingColumns } from './embedding.ts';
import type { TranscriptTable } from './transcript.ts';
import type { Vault } from './vault.ts';

/** The people of the house, with the faces they were enrolled by. Names are compared without regard to case. */
export class PersonTable {
  readonly #database: Database;
  readonly #vault: Vault;
  readonly #transcript: TranscriptTable;
  readonly #now: () => number;

  constructor(parts: { database: Database; vault: Vault; transcript: TranscriptTable; now: () => number }) {
    this.#database = parts.database;
    this.#vault = parts.vault;
    this.#transcript = parts.transcript;
    this.#now = parts.now;
  }

  /** By name. */
  list(): Person[] {
    return this.#database.all(PersonRow, `${selectSql} ORDER BY name_key`).map((row) => this.#person(row));
  }

  findByName(name: string): Person | null {
    const row = this.#database.get(PersonRow, `${selectSql} WHERE name_key = @key`, { key: keyOf(name) });
    return row && this.#person(row);
  }

  /** Throws Trouble when the name is empty, too long, or another person's. */
  create(name: string): Person {
    const id = PersonId.parse(randomUUID());
    return this.#database.transaction(() => {
      const row = { ...this.#freeName(name, id), id, now: this.#now() };
      this.#database.run(
        'INSERT INTO people (id, name, name_key, enrolled_at_ms) VALUES (@id, @name, @key, @now)',
        row,
      );
      return {
        ...{ id, name: row.name, enrolledAtMs: row.now, faces: [] },
        ...{ consent: null, advice: [], leavesAtMs: null },
      };
    });
  }

  /** Past events, the person's faces and the transcript follow: forgetting the person later must reach the old name too. */
  rename(id: PersonId, name: string): void {
    this.#database.transaction(() => {
      const row = { ...this.#freeName(name, id), id };
      const before = this.#database.get(PersonRow, `${selectSql} WHERE id = @id`, { id });
      if (before === null) throw notFound();
      this.#database.run('UPDATE people SET name = @name, name_key = @key WHERE id = @id', row);
      this.#transcript.forget(before.name, row.name);
    });
  }

  /** Faces and descriptors go; in past events the person becomes unknown, in the transcript "somebody". */
  async remove(id: PersonId): Promise<void> {
    await this.#removePictures(this.#faces(id));
    const late = this.#database.transaction(() => {
      const person = this.#database.get(PersonRow, `${selectSql} WHERE id = @id`, { id });
      if (person === null) return [];
      const faces = this.#faces(id);
      this.#database.run(
        "UPDATE events SET identity = 'unknown', person_id = NULL, confidence = NULL WHERE person_id = @id",
        { id },
      );
      this.#database.run('DELETE FROM people WHERE id = @id', { id });
      this.#transcript.forget(person.name);
      return faces;
    });
    // Once more, for a face that was added while the first ones went.
    await this.#removePictures(late);
  }

  async addFace(id: PersonId, face: FaceDescriptor): Promise<FaceId> {
    const faceId = FaceId.parse(randomUUID());
    const columns = embeddingColumns(face);
    await this.#vault.put({ kind: 'person_face', id: faceId }, face.crop);
    const kept = this.#database.run(addFaceSql, { faceId, id, now: this.#now(), ...columns });
    if (kept === 1) return faceId;
    await this.#vault.remove({ kind: 'person_face', id: faceId });
    throw notFound();
  }

  /** The JPEG of an enrolled face; null when there is none. */
  async face(faceId: FaceId): Promise<Uint8Array | null> {
    return this.#vault.get({ kind: 'person_face', id: faceId });
  }

  gallery(): GalleryPerson[] {
    return this.#database.all(PersonRow, `${selectSql} ORDER BY name_key`).map(({ id, name }) => ({
      personId: id,
      name,
      descriptors: this.#database.all(
        EmbeddingRow,
        'SELECT model_id, dimension, metric, embedding FROM faces WHERE person_id = @id ORDER BY added_at_ms, id',
        { id },
      ),
    }));
  }

  async #removePictures(faces: readonly FaceId[]): Promise<void> {
    for (const id of faces) await this.#vault.remove({ kind: 'person_face', id });
  }

  #person(row: z.infer<typeof PersonRow>): Person {
    const faces = this.#faces(row.id).map((id) => ({
      ...{ id, origin: 'photo' as const, addedAtMs: row.enrolled_at_ms },
      ...{ quality: null, pose: null, isUsed: true },
    }));
    return {
      ...{ id: row.id, name: row.name, enrolledAtMs: row.enrolled_at_ms, faces },
      ...{ consent: null, advice: [], leavesAtMs: null },
    };
  }

  #faces(id: PersonId): FaceId[] {
    return this.#database
      .all(FaceRow, 'SELECT id FROM faces WHERE person_id = @id ORDER BY added_at_ms, id', { id })
      .map((row) => row.id);
  }

  /** The name as it is kept, when nobody but this person has it. */
  #freeName(text: string, id: PersonId): { name: string; key: string } {
    const name = PersonName.safeParse(text);
    if (!name.success)
      throw new Trouble('bad_input', {
        what: 'A name needs 1 to 60 letters.',
        advice: 'Write the name as you say it.',
      });
    const other = this.findByName(name.data);
    if (other !== null && other.id !== id)
      throw new Trouble('bad_input', {
        what: 'There is already a person with this name.',
        advice: 'Choose another name, or add the face to that person.',
      });
    return { name: name.data, key: keyOf(name.data) };
  }
}

const selectSql = 'SELECT id, name, enrolled_at_ms FROM people';

const addFaceSql = `
  INSERT INTO faces (id, person_id, model_id, dimension, metric, embedding, added_at_ms)
  SELECT @faceId, id, @modelId, @dimension, @metric, @embedding, @now FROM people WHERE id = @id`;

const PersonRow = z.object({ id: PersonId, name: z.string(), enrolled_at_ms: z.number() });
const FaceRow = z.object({ id: FaceId });

function keyOf(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase();
}

function notFound(): Trouble {
  return new Trouble('not_found', {
    what: 'This person is not there any more.',
    advice: 'Look at the list of people again.',
  });
}
