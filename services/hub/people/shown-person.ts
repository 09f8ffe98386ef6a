import type { Person } from '../../contract/person.ts';
import { adviceFor } from '../../gallery/coverage.ts';
import type { PersonRecord } from '../../store/person-record.ts';

/**
 * A person as the page sees them. Faces that another embedder than today's read wait to be read again, and help nobody
 * until then; while it is not known which embedder there is, all count.
 */
export function shownPerson(record: PersonRecord, embedder: string | null): Person {
  const faces = record.faces.map(({ modelId, ...face }) => ({
    ...face,
    isUsed: embedder === null || modelId === embedder,
  }));
  return { ...record, faces, advice: adviceFor(faces.filter(({ isUsed }) => isUsed)) };
}
