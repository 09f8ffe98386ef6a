import type { Notice } from '../contract/health.ts';
import type { Log } from '../contract/log.ts';
import { Signal } from './signal.ts';

export interface NewNotice extends Omit<Notice, 'sinceMs'> {
  /** What the log says in place of `what`, which may hold words of the home. */
  readonly inLog?: string;
}

/** The troubles that the owner should know of now, one per id: shown on the page, and logged when they arise. */
export class Notices {
  readonly changed = new Signal<readonly Notice[]>();
  readonly #notices = new Map<string, Notice>();
  readonly #log: Log | null;
  readonly #now: () => number;

  constructor(log: Log | null = null, now: () => number = Date.now) {
    this.#log = log;
    this.#now = now;
  }

  /** In the order in which they arose. */
  list(): readonly Notice[] {
    return [...this.#notices.values()];
  }

  /** A notice of the same id and wording keeps its time; new wording counts as a new trouble. */
  raise({ inLog, ...notice }: NewNotice): void {
    const old = this.#notices.get(notice.id);
    if (old?.what === notice.what && old.advice === notice.advice && old.severity === notice.severity) return;
    this.#notices.set(notice.id, { ...notice, sinceMs: this.#now() });
    this.#write(notice.severity, `${inLog ?? notice.what} ${notice.advice}`.trim());
    this.changed.send(this.list());
  }

  #write(severity: Notice['severity'], sentences: string): void {
    if (severity === 'info') this.#log?.info(sentences);
    else if (severity === 'warning') this.#log?.warn(sentences);
    else this.#log?.error(sentences);
  }

  clear(id: string): void {
    if (this.#notices.delete(id)) this.changed.send(this.list());
  }

  /** Clears all but this one: the others may hold words of the home. */
  keepOnly(kept: string): void {
    for (const { id } of this.list()) if (id !== kept) this.clear(id);
  }

  /** Clears all notices of one source, whose ids begin alike. */
  clearAll(prefix: string): void {
    for (const { id } of this.list()) if (id.startsWith(prefix)) this.clear(id);
  }
}
