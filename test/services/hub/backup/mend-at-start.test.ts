import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { noticeOf } from '../../../../services/hub/backup/mend-at-start.ts';
import { startHouse } from '../../../fixtures/house.ts';

test('a house whose database was damaged starts, and tells what was lost', async () => {
  const first = await startHouse();
  await first.stop();
  const path = join(first.folder, 'data/lares.db');
  writeFileSync(path, readFileSync(path).fill(1));
  const { api } = await startHouse(first.folder);
  const { notices } = await api.house.health.query();
  const notice = notices.find(({ id }) => id === 'database-mended');
  expect(notice?.what).toBe(
    'The database was damaged. There was no backup to take its place: people, events and settings are lost, and an empty house begins.',
  );
  expect(notice?.advice).toMatch(/^The damaged one is kept in the data folder as lares\.db\.damaged-/);
});

test('it says what came back, and what did not', () => {
  const mended = { setAside: 'lares.db.damaged-1', backupAtMs: 0, clips: 2, strays: 1 };
  expect(noticeOf(mended).what).toContain(
    "2 newer recordings are listed again. 1 recordings can't be read any more; they stay on the disk.",
  );
});
