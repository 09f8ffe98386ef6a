import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { BackupSettings } from '../../../../services/contract/backup.ts';
import { Audit } from '../../../../services/hub/audit.ts';
import { isBackupDue } from '../../../../services/hub/backup/backup-due.ts';
import { HouseBackups } from '../../../../services/hub/backup/house-backups.ts';
import { Notices } from '../../../../services/hub/notices.ts';
import { lastBackup } from '../../../../services/store/backup/backup-state.ts';
import { restoreBackup } from '../../../../services/store/backup/restore-backup.ts';
import { openStore } from '../../../../services/store/store.ts';
import { silentLog } from '../../../fixtures/silent-log.ts';
import { backedUpHouse } from '../../store/backup/backed-up-house.ts';
import { scratchFolder } from '../../store/scratch.ts';

const hourMs = 3_600_000;

test('it is time when the hour came since the last backup, also after a clock that was wrong', () => {
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 30).getTime();
  const due = (nowMs: number, lastMs: number | null) => isBackupDue({ nowMs, lastMs, hour: 3 });
  expect([due(at(23, 2), null), due(at(23, 2), at(22, 4)), due(at(23, 3), at(22, 4))]).toEqual([
    true,
    false,
    true,
  ]);
  expect([due(at(23, 5), at(23, 3)), due(at(23, 5), at(23, 2)), due(at(22, 5), at(23, 4))]).toEqual([
    false,
    true,
    true,
  ]);
});

test('backups are made daily, the newest are kept, what fails is told, and each can be restored', async () => {
  const house = await backedUpHouse();
  const store = openStore(house);
  const folder = join(scratchFolder(), 'backups');
  const notices = new Notices();
  const clock = { ms: new Date(2026, 10, 20, 12).getTime() };
  let settings = BackupSettings.parse({ enabled: true, folder, keep: 2 });
  const backups = new HouseBackups({
    ...{
      source: store.backup,
      configDirectory: house.configDirectory,
      lares: '1.2.3',
      notices,
      log: silentLog,
    },
    settings: () => settings,
    audit: new Audit({ table: store.audit, log: silentLog }),
    now: () => clock.ms,
  });
  onTestFinished(async () => {
    await backups.stop();
    store.close();
  });
  for (const hours of [0, 1, 24, 24]) {
    clock.ms += hours * hourMs;
    await backups.look();
  }
  const made = readdirSync(folder).toSorted();
  expect(made).toHaveLength(2);
  const path = join(folder, made[1] ?? '');
  expect(lastBackup(house.dataDirectory)).toEqual({ path, atMs: clock.ms });
  expect(store.audit.newest(10).filter(({ deed }) => deed === 'backed_up')).toHaveLength(3);
  mkdirSync(join(folder, 'other'));
  writeFileSync(join(folder, 'file'), '');
  settings = { ...settings, folder: join(folder, 'file', 'below') };
  clock.ms += 24 * hourMs;
  await backups.look();
  expect(notices.list()).toMatchObject([{ id: 'backup', severity: 'warning' }]);
  settings = { ...settings, folder };
  backups.settingsChanged();
  await backups.look();
  expect(notices.list()).toEqual([]);
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['other', 'file']));
  const there = {
    configDirectory: join(scratchFolder(), 'config'),
    dataDirectory: join(scratchFolder(), 'data'),
  };
  const restored = await restoreBackup({ from: path, ...there, secret: () => Promise.resolve(house.code) });
  expect(restored.files).toBe(3);
});
