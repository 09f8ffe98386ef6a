import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { TranscriptEntry } from '../../../services/contract/voice.ts';
import { Database } from '../../../services/store/database.ts';
import { migrate } from '../../../services/store/migrate.ts';
import { newestSql, TranscriptTable } from '../../../services/store/transcript.ts';
import { scratchFolder } from './scratch.ts';

function table() {
  const database = Database.open(join(scratchFolder(), 'a.db'), new Uint8Array(32));
  migrate(database);
  return { database, transcript: new TranscriptTable(database) };
}

const entry: TranscriptEntry = {
  id: 't1',
  atMs: 1,
  heard: 'turn on the kitchen light',
  intent: { name: 'HassTurnOn', slots: { name: 'kitchen light', brightness: 40 } },
  outcome: 'done',
  reply: 'Done.',
};

test('exchanges come back newest first, as they were', () => {
  const { transcript } = table();
  const second: TranscriptEntry = { ...entry, id: 't2', atMs: 2, intent: null, outcome: 'not_understood' };
  transcript.add(second);
  transcript.add(entry);
  expect(transcript.newest(10)).toEqual([second, entry]);
  expect(transcript.newest(1)).toEqual([second]);
});

test('only the newest 500 are kept', () => {
  const { transcript } = table();
  for (let n = 1; n <= 510; n += 1) transcript.add({ ...entry, id: `t${n}`, atMs: n });
  const kept = transcript.newest(1000);
  expect([kept.length, kept[0]?.id, kept.at(-1)?.id]).toEqual([500, 't510', 't11']);
});

test('the newest are found by an index, without sorting', () => {
  const { database } = table();
  const plan = database.all(z.object({ detail: z.string() }), `EXPLAIN QUERY PLAN ${newestSql}`, {
    limit: 1,
  });
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SCAN transcript USING INDEX transcript_by_time',
    'CORRELATED SCALAR SUBQUERY 1',
    'SEARCH recordings USING COVERING INDEX sqlite_autoindex_recordings_1 (entry_id=?)',
  ]);
});

test('an intent of a newer version is shown as none', () => {
  const { database, transcript } = table();
  transcript.add(entry);
  database.run(`UPDATE transcript SET intent_json = '{"name":"LaresFly","slots":{}}'`);
  expect(transcript.newest(1)).toEqual([{ ...entry, intent: null }]);
});

test('a name is forgotten also as whose something is, and not within another word', () => {
  const { database, transcript } = table();
  const heard = (name: string, text: string): string | undefined => {
    transcript.add({ ...entry, intent: null, heard: text });
    database.transaction(() => {
      transcript.forget(name);
    });
    return transcript.newest(1)[0]?.heard;
  };
  expect(heard('Anna', "Annas Lampe an, Anna's too, ANNA")).toBe(
    "somebodys Lampe an, somebody's too, somebody",
  );
  expect(heard('Anna', 'Annabel and Hanna')).toBe('Annabel and Hanna');
  expect(heard('Al', 'Als Al kam')).toBe('Als somebody kam');
});
