import type { BackupSettings } from '../../contract/backup.ts';
import type { Log } from '../../contract/log.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { BackupSource } from '../../store/backup/backup-source.ts';
import { lastBackup, noteBackup } from '../../store/backup/backup-state.ts';
import { makeBackupInThread } from '../../store/backup/backup-thread.ts';
import { backupWays } from '../../store/backup/backup-ways.ts';
import type { Audit } from '../audit.ts';
import type { Notices } from '../notices.ts';
import { dailyBackupPath, removeOldBackups } from './backup-folder.ts';
import { isBackupDue } from './backup-due.ts';

const everyMs = 60_000;
/** After one that failed. */
const againMs = 3_600_000;

export interface HouseBackupsParts {
  readonly settings: () => BackupSettings;
  readonly source: BackupSource;
  readonly configDirectory: string;
  /** The version of this Lares. */
  readonly lares: string;
  readonly audit: Audit;
  readonly notices: Notices;
  readonly log: Log;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
}

/** Makes a backup once a day where the owner wants it, beside everything else. What fails is told, and tried again. */
export class HouseBackups {
  readonly #parts: HouseBackupsParts;
  readonly #now: () => number;
  readonly #ended = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #failedAtMs: number | null = null;
  #making: Promise<void> | null = null;

  constructor(parts: HouseBackupsParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), everyMs);
  }

  /** Other settings are tried within a minute, whatever failed before. */
  settingsChanged(): void {
    this.#failedAtMs = null;
    if (!this.#parts.settings().enabled) this.#parts.notices.clear('backup');
  }

  /** Makes the backup when it is time; resolves when that is done. */
  async look(): Promise<void> {
    if (this.#making !== null || this.#ended.signal.aborted || !this.#isDue())
      return this.#making ?? undefined;
    this.#making = this.#make().finally(() => {
      this.#making = null;
    });
    return this.#making;
  }

  /** May be called again. A backup under way is left out. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#ended.abort();
    await this.#making;
  }

  #isDue(): boolean {
    const { settings, source } = this.#parts;
    const { enabled, folder, hour } = settings();
    if (!enabled || folder === '') return false;
    const nowMs = this.#now();
    if (this.#failedAtMs !== null && Math.abs(nowMs - this.#failedAtMs) < againMs) return false;
    return isBackupDue({ nowMs, hour, lastMs: lastBackup(source.dataDirectory)?.atMs ?? null });
  }

  async #make(): Promise<void> {
    const { settings, source, configDirectory, lares, audit, notices, log } = this.#parts;
    const { folder, clips, keep } = settings();
    const nowMs = this.#now();
    const to = dailyBackupPath(folder, nowMs);
    try {
      const ways = [...backupWays(configDirectory)];
      await makeBackupInThread({ source, ways, to, clips, lares, nowMs }, this.#ended.signal);
      noteBackup(source.dataDirectory, { path: to, atMs: nowMs });
      await removeOldBackups(folder, keep);
      audit.note({ who: 'lares', deed: 'backed_up' });
      notices.clear('backup');
      log.info('The backup of today is made.');
      this.#failedAtMs = null;
    } catch (error) {
      if (this.#ended.signal.aborted) return;
      this.#failedAtMs = nowMs;
      this.#tell(error);
    }
  }

  #tell(error: unknown): void {
    const { notices, log } = this.#parts;
    const why = error instanceof Trouble ? error.message : 'Lares made a mistake of its own.';
    const advice = error instanceof Trouble ? error.advice : 'Its log says more.';
    if (!(error instanceof Trouble)) log.error(`The backup failed: ${String(error)}`);
    const what = `The backup of today could not be made. ${why}`;
    notices.raise({ id: 'backup', severity: 'warning', what, advice });
  }
}
