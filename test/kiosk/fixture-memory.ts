import { initTRPC } from '@trpc/server';
import { type AuditCheck, type AuditEntry, NewestAudit } from '../../services/contract/audit.ts';
import type { BackupView, KeptBackup } from '../../services/contract/backup.ts';
import { CameraId } from '../../services/contract/identifiers.ts';
import {
  type CaseTicket,
  CaseWish,
  EraseSpan,
  type MemoryCounts,
  MemorySpan,
  type MemoryWork,
} from '../../services/contract/memory.ts';
import type { Forecast } from '../../services/contract/retention.ts';
import { newsOf } from '../../services/hub/news.ts';
import { Signal } from '../../services/hub/signal.ts';
import type { FixtureHouse } from './fixture-house.ts';
import { refuse } from './fixture-people.ts';

const hourMs = 3_600_000;
const cameraBytes = { front_door: 1.9e9, garden: 0.8e9, drive: 3.4e9, hall: 0.2e9 };

/** What the house keeps, as far as the page asks: the disk, backups, who did what, and a stretch of time. */
export class FixtureMemory {
  readonly backupChanged = new Signal<BackupView>();
  readonly workChanged = new Signal<MemoryWork>();
  forecast: Forecast = {
    heldBytes: 41e9,
    roomBytes: 160e9,
    disk: { freeBytes: 190e9, totalBytes: 500e9, reserveBytes: 25e9 },
    bytesPerDay: 6.3e9,
    writtenPerDay: 7.1e9,
    days: 32,
    cameras: Object.entries(cameraBytes).map(([id, bytesPerDay]) => ({
      cameraId: CameraId.parse(id),
      bytesPerDay,
      shares: { named: 0.3, person: 0.3, vehicle: 0.2, animal: 0.2, empty: 0 },
    })),
  };
  backup: BackupView = { last: null, nextMs: null, work: { kind: 'none' } };
  kept: readonly KeptBackup[] = [];
  /** How a backup goes on that is asked for, step by step. */
  backupTakes: readonly BackupView['work'][] = [];
  audit: readonly AuditEntry[] = someAudit();
  check: AuditCheck = { entries: 120, flaws: [] };
  goes: MemoryCounts = { events: 12, pictures: 12, faces: 7, clips: 9, clipBytes: 1.4e9, exchanges: 3 };
  keptCounts: MemoryCounts = { events: 1, pictures: 1, faces: 0, clips: 1, clipBytes: 2.1e8, exchanges: 0 };
  work: MemoryWork = { kind: 'none' };

  setBackup(change: Partial<BackupView>): void {
    this.backup = { ...this.backup, ...change };
    this.backupChanged.send(this.backup);
  }

  setWork(work: MemoryWork): void {
    this.work = work;
    this.workChanged.send(work);
  }
}

function someAudit(): readonly AuditEntry[] {
  const line = (number: number, entry: Partial<AuditEntry>): AuditEntry => ({
    ...{ number, atMs: Date.now() - (121 - number) * hourMs, who: 'kiosk', deed: 'viewed', about: '' },
    ...{ person: null, isErased: false },
    ...entry,
  });
  const newest = [
    line(120, { who: 'kiosk owner 5f0c2a', deed: 'changed_settings', about: 'vision' }),
    line(119, { deed: 'wrong_pin' }),
    line(118, { deed: 'enrolled', person: 'Anna' }),
    line(117, { deed: 'erased', isErased: true }),
    line(116, { who: 'voice', deed: 'unlocked', about: 'lock.front_door' }),
    line(115, { who: 'command line', deed: 'exported', about: 'settings' }),
    line(114, { who: 'lares', deed: 'backed_up' }),
  ];
  const older = Array.from({ length: 113 }, (_, index) =>
    line(113 - index, { about: `clip-${113 - index}` }),
  );
  return [...newest, ...older];
}

const t = initTRPC.context<{ readonly house: FixtureHouse }>().create();
const inside = t.procedure.use(({ ctx, path, getRawInput, next, type }) => {
  if (ctx.house.health.key.kind === 'locked') refuse('The house is locked. Give its passphrase first.');
  return next({ ctx: { ...ctx, memory: ctx.house.memory } }).then(async (result) => {
    if (type === 'mutation')
      ctx.house.asked.push(`${path} ${JSON.stringify(await getRawInput())}`.slice(0, 300));
    return result;
  });
});

export const fixtureRetention = t.router({ forecast: inside.query(({ ctx }) => ctx.memory.forecast) });

export const fixtureBackup = t.router({
  view: inside.query(({ ctx }) => ctx.memory.backup),
  watch: inside.subscription(({ ctx, signal }) =>
    newsOf(ctx.memory.backupChanged, { signal, keep: 9, first: () => ctx.memory.backup }),
  ),
  list: inside.query(({ ctx }) => ctx.memory.kept),
  make: inside.mutation(({ ctx }) => {
    for (const work of ctx.memory.backupTakes) ctx.memory.setBackup({ work });
    return ctx.memory.backup;
  }),
  cancel: inside.mutation(({ ctx }) => {
    ctx.memory.setBackup({ work: { kind: 'cancelled' } });
    return ctx.memory.backup;
  }),
});

export const fixtureAudit = t.router({
  newest: inside.input(NewestAudit.prefault({})).query(({ ctx, input }) =>
    ctx.memory.audit
      .filter(({ number }) => number < (input.before ?? Infinity))
      .filter(({ deed }) => input.deeds?.includes(deed) ?? true)
      .slice(0, input.limit),
  ),
  check: inside.query(({ ctx }) => ctx.memory.check),
});

export const fixtureMemory = t.router({
  previewSpan: inside
    .input(MemorySpan)
    .query(({ ctx }) => ({ goes: ctx.memory.goes, kept: ctx.memory.keptCounts })),
  eraseSpan: inside.input(EraseSpan).mutation(({ ctx, input }) => {
    const { undoSeconds, kept: _, ...span } = input;
    ctx.memory.setWork({ kind: 'waiting', span, startsAtMs: Date.now() + undoSeconds * 1000 });
    return ctx.memory.work;
  }),
  work: inside.query(({ ctx }) => ctx.memory.work),
  watchWork: inside.subscription(({ ctx, signal }) =>
    newsOf(ctx.memory.workChanged, { signal, keep: 1, first: () => ctx.memory.work }),
  ),
  cancel: inside.mutation(({ ctx }) => {
    ctx.memory.setWork({ kind: 'none' });
    return ctx.memory.work;
  }),
  caseFile: inside.input(CaseWish).mutation(({ ctx }): CaseTicket => ({
    ...{ path: '/cases/ticket', name: 'case.lares', expectedBytes: 1.4e9, counts: ctx.memory.goes },
  })),
});
