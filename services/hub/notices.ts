import type { Notice } from '../contract/health.ts';
import { Signal } from './signal.ts';

/** The troubles that the owner should know of now, one per id. */
export class Notices {
  readonly changed = new Signal<readonly Notice[]>();
  readonly #notices = new Map<string, Notice>();
  readonly #now: () => number;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** In the order in which they arose. */
  list(): readonly Notice[] {
    return [...this.#notices.values()];
  }

  /** A notice of the same id and wording keeps its time; new wording counts as a new trouble. */
  raise(notice: Omit<Notice, 'sinceMs'>): void {
    const old = this.#notices.get(notice.id);
    if (old?.what === notice.what && old.advice === notice.advice && old.severity === notice.severity) return;
    this.#notices.set(notice.id, { ...notice, sinceMs: this.#now() });
    this.changed.send(this.list());
  }

  clear(id: string): void {
    if (this.#notices.delete(id)) this.changed.send(this.list());
  }

  /** Clears all notices of one source, whose ids begin alike. */
  clearAll(prefix: string): void {
    for (const { id } of this.list()) if (id.startsWith(prefix)) this.clear(id);
  }
}
