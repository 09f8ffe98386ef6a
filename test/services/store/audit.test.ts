import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AuditFilter, AuditFlaw } from '../../../services/contract/audit.ts';
import { Database } from '../../../services/store/database.ts';
import { derivedKey } from '../../../services/store/derived-key.ts';
import { openStore } from '../../../services/store/store.ts';
import { rawDatabase } from './raw-files.ts';
import { scratchFolder } from './scratch.ts';

const key = new Uint8Array(32).fill(4);

function house() {
  const dataDirectory = scratchFolder();
  let nowMs = 1_700_000_000_000;
  const store = openStore({ dataDirectory, key, now: () => (nowMs += 1000) });
  onTestFinished(() => {
    store.close();
  });
  /** Somebody who has the database's key and a tool for SQL; the triggers do not stop them. */
  const meddle = (sql: string): void => {
    const database = Database.open(join(dataDirectory, 'lares.db'), derivedKey(key, 'database'));
    for (const trigger of [
      'audit_never_changed',
      'audit_never_deleted',
      'audit_head_goes_on',
      'audit_head_stays',
    ])
      database.script(`DROP TRIGGER IF EXISTS ${trigger}`);
    database.script(sql);
    database.close();
  };
  return { store, meddle, dataDirectory };
}

/** Five entries. */
function livedIn() {
  const made = house();
  const { audit } = made.store;
  audit.note({ who: 'lares', deed: 'started' });
  audit.note({ who: 'kiosk', deed: 'changed_settings', about: 'voice' });
  audit.note({ who: 'voice', deed: 'unlocked', about: 'lock.front_door' });
  audit.note({ who: 'command line', deed: 'exported', about: 'settings' });
  audit.note({ who: 'lares', deed: 'stopped' });
  return made;
}

describe('the audit', () => {
  it('says who did what, the newest first, page by page', () => {
    const { store } = livedIn();
    expect(store.audit.newest(2)).toEqual([
      {
        ...{ number: 5, atMs: 1_700_000_005_000, who: 'lares', deed: 'stopped', about: '' },
        ...{ person: null, isErased: false },
      },
      {
        ...{ number: 4, atMs: 1_700_000_004_000, who: 'command line', deed: 'exported', about: 'settings' },
        ...{ person: null, isErased: false },
      },
    ]);
    expect(store.audit.newest(9, 3).map(({ number }) => number)).toEqual([2, 1]);
    expect(store.audit.check()).toEqual({ entries: 5, flaws: [] });
  });

  it('is read by deed and by time', () => {
    const { store } = livedIn();
    const numbers = (filter: AuditFilter) => store.audit.newest(9, 9, filter).map(({ number }) => number);
    expect(numbers({ deeds: ['unlocked', 'exported'] })).toEqual([4, 3]);
    expect(numbers({ deeds: ['erased'] })).toEqual([]);
    expect(numbers({ fromMs: 1_700_000_002_000, toMs: 1_700_000_004_000 })).toEqual([3, 2]);
  });

  it('is sound while it is empty, and is added to by two programs at a time', () => {
    const { store, dataDirectory } = house();
    expect(store.audit.check()).toEqual({ entries: 0, flaws: [] });
    const other = openStore({ dataDirectory, key });
    for (let n = 0; n < 3; n += 1) {
      store.audit.note({ who: 'kiosk', deed: 'armed' });
      other.audit.note({ who: 'command line', deed: 'disarmed' });
    }
    other.close();
    expect(store.audit.check()).toEqual({ entries: 6, flaws: [] });
  });

  it('is neither changed nor deleted by SQL that forgot itself', () => {
    const { dataDirectory } = livedIn();
    const database = Database.open(join(dataDirectory, 'lares.db'), derivedKey(key, 'database'));
    for (const sql of [
      "UPDATE audit SET who = 'kiosk'",
      'DELETE FROM audit',
      'UPDATE audit_head SET number = 2',
      'DELETE FROM audit_head',
    ])
      expect(() => database.run(sql)).toThrow('the audit is only ever added to');
    database.close();
  });

  const flaw = (kind: AuditFlaw['kind'], number: number, last = number): AuditFlaw => ({
    kind,
    number,
    last,
  });
  const unseal =
    'DELETE FROM audit_head; INSERT INTO audit_head SELECT number, mark, zeroblob(32) FROM audit WHERE number = 3;';
  it.each<[string, string, AuditFlaw[]]>([
    ['another time', 'UPDATE audit SET at_ms = at_ms + 1 WHERE number = 2', [flaw('changed', 2)]],
    ['another doer', "UPDATE audit SET who = 'kiosk' WHERE number = 3", [flaw('changed', 3)]],
    ['another deed', "UPDATE audit SET deed = 'viewed' WHERE number = 4", [flaw('changed', 4)]],
    ['another thing', "UPDATE audit SET about = 'lock.shed' WHERE number = 3", [flaw('changed', 3)]],
    ['another person', "UPDATE audit SET person = 'ab' WHERE number = 1", [flaw('changed', 1)]],
    [
      'words moved between columns',
      "UPDATE audit SET about = '', person = about WHERE number = 2",
      [flaw('changed', 2)],
    ],
    ['a changed last entry', "UPDATE audit SET deed = 'viewed' WHERE number = 5", [flaw('changed', 5)]],
    [
      'a mark',
      'UPDATE audit SET mark = zeroblob(32) WHERE number = 2',
      [flaw('changed', 2), flaw('changed', 3)],
    ],
    ['the last mark', 'UPDATE audit SET mark = zeroblob(32) WHERE number = 5', [flaw('changed', 5)]],
    ['a deleted entry', 'DELETE FROM audit WHERE number = 3', [flaw('missing', 3)]],
    ['a deleted first entry', 'DELETE FROM audit WHERE number = 1', [flaw('missing', 1)]],
    [
      'a deleted entry whose gap was closed',
      'DELETE FROM audit WHERE number = 3; UPDATE audit SET number = 3 WHERE number = 4; UPDATE audit SET number = 4 WHERE number = 5',
      [flaw('changed', 3), flaw('changed', 4), flaw('cut_off', 5)],
    ],
    [
      'two entries that changed places',
      'UPDATE audit SET number = 99 WHERE number = 2; UPDATE audit SET number = 2 WHERE number = 3; UPDATE audit SET number = 3 WHERE number = 99',
      [flaw('changed', 2), flaw('changed', 3), flaw('changed', 4)],
    ],
    [
      'an inserted entry',
      `UPDATE audit SET number = 6 WHERE number = 5;
       INSERT INTO audit SELECT 5, at_ms, who, deed, about, person, mark FROM audit WHERE number = 4`,
      [flaw('changed', 5), flaw('changed', 6), flaw('added', 6)],
    ],
    [
      'an entry before the first',
      "INSERT INTO audit VALUES (0, 1, 'kiosk', 'viewed', '', '', zeroblob(32))",
      [flaw('changed', 0)],
    ],
    ['a cut end', 'DELETE FROM audit WHERE number > 3', [flaw('cut_off', 4, 5)]],
    ['nothing left', 'DELETE FROM audit', [flaw('cut_off', 1, 5)]],
    ['a cut end with another head', `DELETE FROM audit WHERE number > 3; ${unseal}`, [flaw('unsealed', 3)]],
    ['no head', 'DELETE FROM audit_head', [flaw('unsealed', 5)]],
    ['neither head nor entries', 'DELETE FROM audit_head; DELETE FROM audit', [flaw('unsealed', 0)]],
  ])('shows %s', (_, sql, flaws) => {
    const { store, meddle } = livedIn();
    meddle(sql);
    expect(store.audit.check().flaws).toEqual(flaws);
  });

  it.each<[string, string, AuditFlaw[]]>([
    ['a cut end', 'DELETE FROM audit WHERE number > 3', [flaw('missing', 4, 5)]],
    ['a cut end with another head', `DELETE FROM audit WHERE number > 3; ${unseal}`, [flaw('missing', 4)]],
    ['a head that is gone', 'DELETE FROM audit_head', [flaw('missing', 6)]],
    ['nothing left', 'DELETE FROM audit; DELETE FROM audit_head', [flaw('missing', 1)]],
  ])('does not hide %s by going on', (_, sql, flaws) => {
    const { store, meddle } = livedIn();
    meddle(sql);
    for (let n = 0; n < 3; n += 1) store.audit.note({ who: 'kiosk', deed: 'viewed' });
    expect(store.audit.check().flaws).toEqual(flaws);
  });

  it('follows a person’s name, and keeps the entry without it when they are erased', async () => {
    const { store, dataDirectory } = house();
    const { id } = store.people.create('Wilhelmine Quandt');
    store.audit.note({ who: 'kiosk', deed: 'enrolled', personId: id });
    store.people.rename(id, 'Wilhelmine Zwickl');
    expect(store.audit.newest(1)).toMatchObject([{ person: 'Wilhelmine Zwickl', isErased: false }]);
    await store.erasure.erase(id);
    store.erasure.scrub();
    expect(store.audit.newest(1)).toMatchObject([{ deed: 'enrolled', person: null, isErased: true }]);
    expect(store.audit.check()).toEqual({ entries: 1, flaws: [] });
    const raw = rawDatabase(dataDirectory, key);
    expect([raw.includes('Wilhelmine'), raw.includes(id)]).toEqual([false, false]);
  });
});
