import { randomUUID } from 'node:crypto';
import { PersonId } from '../contract/identifiers.ts';
import { type Consent, type GalleryPerson, PersonName } from '../contract/person.ts';
import { Trouble } from '../contract/trouble.ts';
import { ConsentNames } from './consent-names.ts';
import type { Database } from './database.ts';
import type { FaceTable } from './faces.ts';
import type { NotThemTable } from './not-them.ts';
import { nameKey, personNames, type PersonRecord, PersonRow } from './person-record.ts';
import type { TranscriptTable } from './transcript.ts';

export interface PersonTableParts {
  readonly database: Database;
  readonly faces: FaceTable;
  readonly notThem: NotThemTable;
  readonly transcript: TranscriptTable;
  readonly now: () => number;
}

/** The people of the house, with the faces they were enrolled by. Names are compared without regard to case. */
export class PersonTable {
  readonly #parts: PersonTableParts;
  readonly #database: Database;
  readonly #consentNames: ConsentNames;

  constructor(parts: PersonTableParts) {
    this.#parts = parts;
    this.#database = parts.database;
    this.#consentNames = new ConsentNames(parts.database);
  }

  /** By name. */
  list(): PersonRecord[] {
    return this.#database
      .all(PersonRow, `${selectSql} ORDER BY name_key`)
      .map((row) => ({ ...row, faces: this.#parts.faces.of(row.id) }));
  }

  get(id: PersonId): PersonRecord | null {
    const row = this.#database.get(PersonRow, `${selectSql} WHERE id = @id`, { id });
    return row && { ...row, faces: this.#parts.faces.of(row.id) };
  }

  findByName(name: string): PersonRecord | null {
    const row = this.#database.get(PersonRow, `${selectSql} WHERE name_key = @key`, { key: nameKey(name) });
    return row && { ...row, faces: this.#parts.faces.of(row.id) };
  }

  /** Throws Trouble when the name is empty, too long, or another person's. */
  create(name: string, consent: Consent | null = null): PersonRecord {
    const id = PersonId.parse(randomUUID());
    return this.#database.transaction(() => {
      const row = { ...this.#freeName(name, id), id, now: this.#parts.now() };
      this.#database.run(
        'INSERT INTO people (id, name, name_key, enrolled_at_ms) VALUES (@id, @name, @key, @now)',
        row,
      );
      if (consent !== null) this.#putConsent(id, { ...consent, atMs: row.now });
      const created = this.get(id);
      if (created === null) throw notFound();
      return created;
    });
  }

  /** Past events, the person's faces and the transcript follow: forgetting the person later must reach the old name too. */
  rename(id: PersonId, name: string): void {
    this.#database.transaction(() => {
      const row = { ...this.#freeName(name, id), id };
      const before = this.get(id);
      if (before === null) throw notFound();
      this.#database.run('UPDATE people SET name = @name, name_key = @key WHERE id = @id', row);
      this.#parts.transcript.forget(before.name, row.name);
      this.#consentNames.replace(before.name, row.name);
    });
  }

  giveConsent(id: PersonId, consent: Consent): void {
    this.#putConsent(id, { ...consent, atMs: this.#parts.now() });
  }

  /** When the person is to be erased; null takes it back. Until then they are recognised by nobody. */
  setLeaving(id: PersonId, leavesAtMs: number | null): void {
    this.#database.run('UPDATE people SET leaves_at_ms = @leavesAtMs WHERE id = @id', { id, leavesAtMs });
  }

  /** All that was of the first is of the second: faces, corrections, visits, and what was said of them. */
  merge(id: PersonId, into: PersonId): void {
    this.#database.transaction(() => {
      const [from, to] = [this.get(id), this.get(into)];
      if (from === null || to === null) throw notFound();
      for (const table of ['faces', 'not_them', 'events', 'mistakes'])
        this.#database.run(`UPDATE ${table} SET person_id = @into WHERE person_id = @id`, { id, into });
      if (to.consent === null && from.consent !== null) this.#putConsent(into, from.consent);
      this.#database.run('DELETE FROM people WHERE id = @id', { id });
      this.#parts.transcript.forget(from.name, to.name);
      this.#consentNames.replace(from.name, to.name);
    });
  }

  /** The person's row and what hangs on it go, in the transcript and in others' consent "somebody" takes their place. */
  forget(id: PersonId): void {
    this.#database.transaction(() => {
      const person = this.get(id);
      if (person === null) return;
      this.#database.run(unnameSql, { id });
      this.#database.run('DELETE FROM people WHERE id = @id', { id });
      this.#parts.transcript.forget(person.name);
      this.#consentNames.replace(person.name, 'somebody');
    });
  }

  /** Whoever may be recognised: not those who are about to be erased. */
  gallery(): GalleryPerson[] {
    return this.#database
      .all(PersonRow, `${selectSql} WHERE leaves_at_ms IS NULL ORDER BY name_key`)
      .map(({ id, name }) => ({
        personId: id,
        name,
        descriptors: this.#parts.faces.gallery(id),
        notThem: this.#parts.notThem.of(id),
      }));
  }

  #putConsent(id: PersonId, consent: Consent & { readonly atMs: number }): void {
    this.#database.run(
      `UPDATE people SET consent_given_by = @givenBy, consent_recorded_by = @recordedBy, consent_at_ms = @atMs
       WHERE id = @id`,
      { id, ...consent },
    );
  }

  /** The name as it is kept, when nobody but this person has it. */
  #freeName(text: string, id: PersonId): { name: string; key: string } {
    const name = PersonName.safeParse(text);
    if (!name.success)
      throw new Trouble('bad_input', {
        what: 'A name needs 1 to 60 letters that can be seen.',
        advice: 'Write the name as you say it.',
      });
    const other = this.findByName(name.data);
    if (other !== null && other.id !== id)
      throw new Trouble('bad_input', {
        what: 'There is already a person with this name.',
        advice: 'Choose another name, or add the face to that person.',
      });
    return { name: name.data, key: nameKey(name.data) };
  }
}

const selectSql = `SELECT ${personNames} FROM people`;

const unnameSql = `
  UPDATE events SET identity = 'unknown', person_id = NULL, confidence = NULL, liveness = NULL
  WHERE person_id = @id`;

function notFound(): Trouble {
  return new Trouble('not_found', {
    what: 'This person is not there any more.',
    advice: 'Look at the list of people again.',
  });
}
