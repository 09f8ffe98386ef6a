import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyBeforeMigration } from '../../../../services/store/backup/copy-before-migration.ts';
import { Database } from '../../../../services/store/database.ts';
import { derivedKey } from '../../../../services/store/derived-key.ts';
import { migrate, migrations } from '../../../../services/store/migrate.ts';
import { openStore } from '../../../../services/store/store.ts';
import { visit } from '../samples.ts';
import { scratchFolder } from '../scratch.ts';

const key = new Uint8Array(32).fill(3);

test('a database of an older Lares is copied before it is changed, the last two are kept, and none outlives an erasure', () => {
  const dataDirectory = scratchFolder();
  const copies = () => readdirSync(dataDirectory).filter((name) => name.includes('.version-'));
  const open = (name: string) => Database.open(join(dataDirectory, name), derivedKey(key, 'database'));
  const old = open('lares.db');
  for (const version of [5, 6]) {
    migrate(old, migrations.slice(0, version));
    copyBeforeMigration(old, version + 1);
  }
  migrate(old, migrations.slice(0, 7));
  old.close();
  expect(copies()).toEqual(['lares.db.version-5', 'lares.db.version-6']);
  const store = openStore({ dataDirectory, key });
  expect(copies()).toEqual(['lares.db.version-6', 'lares.db.version-7']);
  const copy = open('lares.db.version-7');
  expect(copy.version).toBe(7);
  copy.close();
  store.events.put(visit('e1'));
  expect(store.erasure.scrub()).toBe(true);
  expect(copies()).toEqual([]);
  store.close();
  openStore({ dataDirectory, key }).close();
  expect(copies()).toEqual([]);
});
