import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('leaves no id, no database and no log of its maker behind', () => {
  const home = mkdtempSync(join(tmpdir(), 'lares-home-'));
  const logs = () => readdirSync('/tmp').filter((name) => name.startsWith('mat-debug'));
  const before = logs();
  const script = join(import.meta.dirname, '../fixtures/children/opening-a-session.ts');
  const { ORT_DISABLE_TELEMETRY: _, XDG_CACHE_HOME: __, ...environment } = process.env;
  execFileSync(process.execPath, [script], { env: { ...environment, HOME: home } });
  expect(readdirSync(home)).toEqual([]);
  expect(logs().filter((name) => !before.includes(name))).toEqual([]);
});
