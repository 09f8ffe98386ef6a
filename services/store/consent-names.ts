import { z } from 'zod';
import type { Database } from './database.ts';
import { nameKey } from './person-record.ts';

/** Who gave and who recorded the consent of others: such a name follows its person, and goes with them. */
export class ConsentNames {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  replace(name: string, instead: string): void {
    const key = nameKey(name);
    const rows = this.#database.all(
      ConsentRow,
      'SELECT id, consent_given_by, consent_recorded_by FROM people WHERE consent_at_ms IS NOT NULL',
    );
    const changed = (given: string): string => (nameKey(given) === key ? instead : given);
    for (const { id, consent_given_by, consent_recorded_by } of rows)
      this.#database.run(
        'UPDATE people SET consent_given_by = @givenBy, consent_recorded_by = @recordedBy WHERE id = @id',
        { id, givenBy: changed(consent_given_by), recordedBy: changed(consent_recorded_by) },
      );
  }
}

const ConsentRow = z.object({
  id: z.string(),
  consent_given_by: z.string(),
  consent_recorded_by: z.string(),
});
