import { z } from 'zod';
import type { CameraSettings } from '../contract/camera.ts';
import { EventId } from '../contract/identifiers.ts';
import type { SearchResult } from '../contract/search.ts';
import type { Database } from './database.ts';
import type { EventTable } from './events.ts';
import { firstMomentOf, msAfter } from './moment.ts';
import type { Span } from './search-days.ts';
import { asksForAnybody, identityWords, labelWords, synonymsOf } from './search-words.ts';
import type { TranscriptTable } from './transcript.ts';

export interface Sought {
  /** All of them have to fit; none: everything does. */
  readonly words: readonly string[];
  readonly span: Span;
  /** Only what is older than this moment. */
  readonly before: number;
  readonly limit: number;
}

export interface Found {
  readonly moment: number;
  readonly result: SearchResult;
}

export interface SearchTableParts {
  readonly database: Database;
  readonly events: EventTable;
  readonly transcript: TranscriptTable;
}

/** Finds events by what they are about, and exchanges by what was said. A name is looked up as it is now. */
export class SearchTable {
  readonly #parts: SearchTableParts;
  readonly #database: Database;

  constructor(parts: SearchTableParts) {
    this.#parts = parts;
    this.#database = parts.database;
    this.#database.transaction(() => {
      for (const [label, text] of Object.entries(labelWords)) this.#name('label', label, text);
      for (const [identity, text] of Object.entries(identityWords)) this.#name('identity', identity, text);
    });
  }

  /** Cameras and their areas as they are called now; one that is not among them is found by the words of its id. */
  nameCameras(cameras: readonly Pick<CameraSettings, 'id' | 'name' | 'area'>[]): void {
    const names = new Map<string, string>(
      cameras.map(({ id, name, area }) => [id, `${name} ${area}`.trim()]),
    );
    this.#database.transaction(() => {
      const known = this.#database.all(KeyRow, "SELECT key FROM search_subjects WHERE kind = 'camera'");
      for (const { key } of known) if (!names.has(key)) this.#name('camera', key, key.replaceAll('_', ' '));
      for (const [id, name] of names) this.#name('camera', id, name);
    });
  }

  /** Events and exchanges mixed, the newest first. */
  find(sought: Sought): Found[] {
    const found = [...this.#events(sought), ...this.#exchanges(sought)];
    return found.toSorted((one, other) => other.moment - one.moment).slice(0, sought.limit);
  }

  /** Subjects that have no row yet get one, so that a name is there before the first event. */
  #name(kind: 'label' | 'identity' | 'camera', key: string, text: string): void {
    const row = this.#database.get(NameRow, nameSql, { kind, key });
    if (row?.text === text) return;
    if (row === null)
      this.#database.run('INSERT INTO search_subjects (kind, key) VALUES (@kind, @key)', { kind, key });
    this.#database.run(renameSql, { kind, key, text });
  }

  #events({ words, span, before, limit }: Sought): Found[] {
    const range = {
      from: Math.max(firstMomentOf(span.fromMs), Number.MIN_SAFE_INTEGER),
      to: Math.min(firstMomentOf(span.toMs), before, Number.MAX_SAFE_INTEGER),
      limit,
    };
    const match = this.#subjectsOf(words);
    if (match === null) return [];
    const rows =
      match === ''
        ? this.#database.all(MomentRow, newestMomentsSql, range)
        : this.#database.all(MomentRow, foundMomentsSql, { ...range, match });
    return rows.flatMap(({ id, moment }) => {
      const event = this.#parts.events.get(id);
      return event === null ? [] : [{ moment, result: { kind: 'event' as const, event } }];
    });
  }

  /** The numbers of what the words name, in FTS5's syntax; null when a word names nothing that was ever seen. */
  #subjectsOf(words: readonly string[]): string | null {
    const all: string[] = [];
    for (const word of words) {
      const numbers = this.#named(quoted(word)) ?? this.#named(beginning(word));
      if (numbers === null) return null;
      all.push(`(${numbers.map(({ rowid }) => `s${rowid}`).join(' OR ')})`);
    }
    return all.join(' AND ');
  }

  #named(match: string): readonly { readonly rowid: number }[] | null {
    const sql = 'SELECT rowid FROM search_names WHERE search_names MATCH @match LIMIT 200';
    const rows = this.#database.all(NumberRow, sql, { match });
    return rows.length === 0 ? null : rows;
  }

  #exchanges({ words, span, before, limit }: Sought): Found[] {
    const said = words.filter((word) => !asksForAnybody(word));
    if (said.length === 0 && words.length > 0) return [];
    const match = said.length === 0 ? null : said.map((word) => this.#saidOf(word)).join(' AND ');
    const toMs = Math.min(span.toMs, msAfter(before));
    return this.#parts.transcript
      .within({ fromMs: span.fromMs, toMs, match, limit })
      .map((entry) => ({ moment: firstMomentOf(entry.atMs), result: { kind: 'exchange' as const, entry } }));
  }

  /** Words for the same deed; where none was ever said, what begins like it. */
  #saidOf(word: string): string {
    const exact = synonymsOf(word).map(quoted);
    const isSaid = this.#parts.transcript.hasSaid(exact.join(' OR '));
    return isSaid ? `(${exact.join(' OR ')})` : beginning(word);
  }
}

function quoted(word: string): string {
  return `"${word.replaceAll('"', '""')}"`;
}

/** So few letters begin too many words. */
function beginning(word: string): string {
  return word.length < 3 ? quoted(word) : `${quoted(word)} *`;
}

const nameSql = `
  SELECT text FROM search_names
  WHERE rowid = (SELECT number FROM search_subjects WHERE kind = @kind AND key = @key)`;
const renameSql = `
  UPDATE search_names SET text = @text
  WHERE rowid = (SELECT number FROM search_subjects WHERE kind = @kind AND key = @key)`;
const newestMomentsSql = `
  SELECT id, moment FROM events WHERE moment >= @from AND moment < @to ORDER BY moment DESC LIMIT @limit`;
/** FTS5 goes straight to a bound only when that is an integer, which large numbers of JavaScript are not. */
const foundMomentsSql = `
  SELECT id, moment FROM events WHERE moment IN (
    SELECT rowid FROM search_events
    WHERE search_events MATCH @match AND rowid >= cast(@from AS INTEGER) AND rowid < cast(@to AS INTEGER)
    ORDER BY rowid DESC LIMIT @limit)
  ORDER BY moment DESC`;

const KeyRow = z.object({ key: z.string() });
const NameRow = z.object({ text: z.string() });
const NumberRow = z.object({ rowid: z.number() });
const MomentRow = z.object({ id: EventId, moment: z.number() });
