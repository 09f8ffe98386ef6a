import type { AuditCheck, AuditEntry, AuditFilter, AuditWho } from '../contract/audit.ts';
import type { Entity } from '../contract/entity.ts';
import type { EntityId } from '../contract/identifiers.ts';
import type { Log } from '../contract/log.ts';
import type { AuditNote } from '../store/audit.ts';
import type { Store } from '../store/store.ts';
import type { ServiceCall } from './devices/device-provider.ts';
import { letsIn } from './intents/permissions.ts';

/** A player asks for a clip many times; within this time it is one look at it. */
const oneLookMs = 10 * 60_000;
/** So many clips are told apart. */
const mostLooks = 100;

export interface AuditParts {
  readonly table: Store['audit'];
  readonly log: Log;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
}

/** The one door to who did what. What can't be noted is told in the log, and done all the same: a full disk locks nobody in or out. */
export class Audit {
  readonly #table: Store['audit'];
  readonly #log: Log;
  readonly #now: () => number;
  /** When a clip was last asked for, the newest last. */
  readonly #looks = new Map<string, number>();

  constructor({ table, log, now = Date.now }: AuditParts) {
    this.#table = table;
    this.#log = log;
    this.#now = now;
  }

  note(note: AuditNote): void {
    try {
      this.#table.note(note);
    } catch (error) {
      this.#log.error(`The audit could not be kept (${note.deed}): ${String(error)}`);
    }
  }

  /** One line for each time that somebody looks at a clip, however often a player asks. */
  viewed(who: AuditWho, clipId: string): void {
    const look = `${who} ${clipId}`;
    const lastMs = this.#looks.get(look) ?? Number.NEGATIVE_INFINITY;
    this.#looks.delete(look);
    this.#looks.set(look, this.#now());
    const [oldest] = this.#looks.keys();
    if (this.#looks.size > mostLooks && oldest !== undefined) this.#looks.delete(oldest);
    if (this.#now() - lastMs > oneLookMs) this.note({ who, deed: 'viewed', about: clipId });
  }

  /** Devices through which every call that lets somebody in leaves a line, once it is obeyed. */
  watching(devices: AuditedDevices, who: AuditWho): AuditedDevices {
    return {
      list: () => devices.list(),
      call: async (entityId, call) => {
        const entity = devices.list().find((each) => each.entityId === entityId);
        await devices.call(entityId, call);
        if (entity !== undefined && letsIn(entity, call))
          this.note({ who, deed: 'unlocked', about: entityId });
      },
    };
  }

  /** Newest first. */
  newest(limit: number, before?: number, filter: AuditFilter = {}): readonly AuditEntry[] {
    return this.#table.newest(limit, before, filter);
  }

  check(): AuditCheck {
    return this.#table.check();
  }
}

export interface AuditedDevices {
  list(): readonly Entity[];
  call(entityId: EntityId, call: ServiceCall): Promise<void>;
}
