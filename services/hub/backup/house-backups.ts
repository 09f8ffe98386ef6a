import type { AuditWho } from '../../contract/audit.ts';
import type { BackupSettings, BackupView, BackupWork, KeptBackup } from '../../contract/backup.ts';
import type { Log } from '../../contract/log.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { BackupSource } from '../../store/backup/backup-source.ts';
import { lastBackup, noteBackup } from '../../store/backup/backup-state.ts';
import { makeBackupInThread } from '../../store/backup/backup-thread.ts';
import { backupWays } from '../../store/backup/backup-ways.ts';
import type { Audit } from '../audit.ts';
import type { Notices } from '../notices.ts';
import { Signal } from '../signal.ts';
import { isBackupDue, nextBackupMs } from './backup-due.ts';
import { dailyBackupPath, keptBackups, removeOldBackups } from './backup-folder.ts';

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

/** Makes a backup once a day where the owner wants it, or when asked, beside everything else. What fails is told, and tried again. */
export class HouseBackups {
  readonly changed = new Signal<BackupView>();
  readonly #parts: HouseBackupsParts;
  readonly #now: () => number;
  readonly #ended = new AbortController();
  #cancelling = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #failedAtMs: number | null = null;
  #making: Promise<void> | null = null;
  #work: BackupWork = { kind: 'none' };

  constructor(parts: HouseBackupsParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
  }

  get view(): BackupView {
    const { settings, source } = this.#parts;
    const { enabled, folder, hour } = settings();
    const last = lastBackup(source.dataDirectory);
    const clock = { nowMs: this.#now(), hour, lastMs: last?.atMs ?? null };
    return { last, nextMs: enabled && folder !== '' ? nextBackupMs(clock) : null, work: this.#work };
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), everyMs);
  }

  /** Other settings are tried within a minute, whatever failed before. */
  settingsChanged(): void {
    this.#failedAtMs = null;
    if (!this.#parts.settings().enabled) this.#parts.notices.clear('backup');
    this.changed.send(this.view);
  }

  /** The backups in the folder of the settings, the newest first. Throws Trouble `unavailable`. */
  async list(): Promise<readonly KeptBackup[]> {
    return keptBackups(this.#parts.settings().folder);
  }

  /** Makes the backup when it is time; resolves when that is done. */
  async look(): Promise<void> {
    if (this.#making !== null || this.#ended.signal.aborted || !this.#isDue())
      return this.#making ?? undefined;
    return this.#begin('lares');
  }

  /** Begins one now, unless one is under way. Throws Trouble `bad_input` where no folder is chosen. */
  make(who: AuditWho): BackupView {
    if (this.#parts.settings().folder === '')
      throw new Trouble('bad_input', {
        what: 'No folder is chosen for backups.',
        advice: 'Choose one on another disk, and save it.',
      });
    if (this.#making === null && !this.#ended.signal.aborted) void this.#begin(who);
    return this.view;
  }

  /** Ends the backup that is under way; nothing is left of it. */
  async cancel(): Promise<BackupView> {
    this.#cancelling.abort();
    await this.#making;
    return this.view;
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

  #begin(who: AuditWho): Promise<void> {
    this.#cancelling = new AbortController();
    this.#tellWork({ kind: 'making', done: 0, total: 0 });
    this.#making = this.#make(who).finally(() => {
      this.#making = null;
    });
    return this.#making;
  }

  async #make(who: AuditWho): Promise<void> {
    const { settings, source, configDirectory, lares, audit, notices, log } = this.#parts;
    const { folder, clips, keep } = settings();
    const nowMs = this.#now();
    const to = dailyBackupPath(folder, nowMs);
    const progress = (done: number, total: number): void => {
      this.#tellWork({ kind: 'making', done, total });
    };
    const signal = AbortSignal.any([this.#ended.signal, this.#cancelling.signal]);
    try {
      const ways = [...backupWays(configDirectory)];
      const made = await makeBackupInThread({ source, ways, to, clips, lares, nowMs, progress }, signal);
      noteBackup(source.dataDirectory, { path: to, atMs: nowMs });
      await removeOldBackups(folder, keep);
      audit.note({ who, deed: 'backed_up' });
      notices.clear('backup');
      log.info('The backup of today is made.');
      this.#failedAtMs = null;
      this.#tellWork({ kind: 'made', atMs: nowMs, ...made });
    } catch (error) {
      if (this.#ended.signal.aborted) return;
      this.#failedAtMs = nowMs;
      if (signal.aborted) this.#tellWork({ kind: 'cancelled' });
      else this.#tellOf(error);
    }
  }

  #tellOf(error: unknown): void {
    const { notices, log } = this.#parts;
    const why = error instanceof Trouble ? error.message : 'Lares made a mistake of its own.';
    const advice = error instanceof Trouble ? error.advice : 'Its log says more.';
    if (!(error instanceof Trouble)) log.error(`The backup failed: ${String(error)}`);
    const what = `The backup of today could not be made. ${why}`;
    notices.raise({ id: 'backup', severity: 'warning', what, advice });
    this.#tellWork({ kind: 'failed', atMs: this.#now(), what: why, advice });
  }

  #tellWork(work: BackupWork): void {
    this.#work = work;
    this.changed.send(this.view);
  }
}
