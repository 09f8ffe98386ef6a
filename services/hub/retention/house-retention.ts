import { setImmediate } from 'node:timers/promises';
import type { Log } from '../../contract/log.ts';
import { monotonicMs } from '../../contract/monotonic-clock.ts';
import { type Forecast, reserveOf } from '../../contract/retention.ts';
import type { Settings } from '../../contract/settings.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { HeldClip, OldEvent } from '../../store/retention.ts';
import type { Store } from '../../store/store.ts';
import type { Audit } from '../audit.ts';
import type { Events } from '../events.ts';
import type { Notices } from '../notices.ts';
import type { DiskWatch } from './disk-watch.ts';
import { forecast, forecastDays } from './forecast.ts';
import { KeptDays } from './kept-days.ts';
import { MadeRoom } from './made-room.ts';
import { plan, type RetentionNeed, worthOf } from './plan.ts';
import { SteadyClock } from './steady-clock.ts';
import { videoShares } from './video-shares.ts';
import { WrittenCount } from './written-count.ts';

const everyMs = 300_000;
/** So many are read at a time: the hub answers others in between. */
const pageSize = 100;
/** So many clips tell well enough what video shows. */
const mostShown = 500;
const dayMs = 86_400_000;
const gigabyte = 1e9;
/** More room is made than is missing, so that it is not missing again with the next picture. */
const spare = 1.1;

interface Parts {
  readonly store: Pick<Store, 'clips' | 'retention'>;
  readonly events: Pick<Events, 'remove'>;
  readonly settings: () => Pick<Settings, 'retention' | 'cameras'>;
  readonly disk: Pick<DiskWatch, 'state' | 'changed' | 'look'>;
  readonly notices: Notices;
  readonly audit: Pick<Audit, 'note'>;
  readonly log: Log;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
}

/** Keeps what was seen for as long as the owner wants, and the disk from filling. */
export class HouseRetention {
  readonly #parts: Parts;
  readonly #now: () => number;
  readonly #clock = new SteadyClock();
  readonly #madeRoom: MadeRoom;
  readonly #count: WrittenCount;
  readonly #deaf: (() => void)[] = [];
  #timer: NodeJS.Timeout | undefined;
  #isStopped = false;
  /** Room is missing, and the last round found nothing that may go: the next one is not hurried. */
  #isFutile = false;
  #round: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
    this.#madeRoom = new MadeRoom(parts);
    this.#count = new WrittenCount(parts.store.retention);
  }

  start(): void {
    this.#timer = setInterval(() => void this.tidy(), everyMs);
    this.#deaf.push(
      this.#parts.disk.changed.listen(() => {
        if (this.#missingBytes() > 0 && !this.#isFutile) void this.tidy();
      }),
    );
  }

  /** May be called again. */
  async stop(): Promise<void> {
    if (this.#isStopped) return;
    this.#isStopped = true;
    clearInterval(this.#timer);
    for (const end of this.#deaf) end();
    await this.#round;
    this.#madeRoom.note(this.#now());
    this.#unlessTrouble(() => {
      this.#count.note(this.#now());
    });
  }

  /** One round: what is to go goes, one after the other. Resolves when it is gone; never rejects. */
  tidy(): Promise<void> {
    this.#round ??= this.#tidy()
      .catch((error: unknown) => {
        this.#parts.log.error(`What is too old could not be deleted: ${String(error)}`);
      })
      .finally(() => {
        this.#round = null;
      });
    return this.#round;
  }

  forecast(): Forecast {
    const { disk, settings, store } = this.#parts;
    const { mostGigabytes, reserveGigabytes } = settings().retention;
    const nowMs = this.#now();
    const state = disk.state;
    const isKnown = state?.kind === 'well' || state?.kind === 'full';
    const reserveBytes = isKnown ? reserveOf(state.totalBytes, reserveGigabytes) : 0;
    const known = forecast({
      nowMs,
      written: store.retention.written(Math.floor(nowMs / dayMs) - forecastDays),
      heldBytes: store.retention.clipBytes(),
      freeBytes: isKnown ? state.freeBytes - reserveBytes : null,
      mostBytes: mostGigabytes === null ? null : mostGigabytes * gigabyte,
    });
    const { freeBytes, totalBytes } = isKnown ? state : { freeBytes: 0, totalBytes: 0 };
    const after = { id: '', startedAtMs: nowMs - forecastDays * dayMs };
    const shares = videoShares(store.retention.clips({ beforeMs: nowMs, after, limit: mostShown }));
    const cameras = known.cameras.map((camera) => {
      const ofCamera = shares.get(camera.cameraId);
      return ofCamera === undefined ? camera : { ...camera, shares: ofCamera };
    });
    return { ...known, cameras, disk: isKnown ? { freeBytes, totalBytes, reserveBytes } : null };
  }

  async #tidy(): Promise<void> {
    const nowMs = this.#now();
    const isSteady = this.#clock.isSteady(nowMs, monotonicMs());
    const need = this.#need(isSteady ? nowMs : -Infinity);
    let tookAny = false;
    for (const { clip, reason } of plan(await this.#held(need), need)) {
      if (this.#isStopped) return;
      if (!(await this.#parts.store.clips.remove(clip.id))) continue;
      tookAny = true;
      if (reason === 'space') this.#madeRoom.took(clip, nowMs);
      await setImmediate();
    }
    if (isSteady) await this.#forgetEvents(nowMs);
    this.#madeRoom.tell(nowMs);
    this.#count.noteHourly(nowMs);
    this.#isFutile = need.missingBytes > 0 && !tookAny;
    if (tookAny && need.missingBytes > 0) void this.#parts.disk.look();
  }

  #need(nowMs: number): RetentionNeed {
    const { retention, cameras } = this.#parts.settings();
    const most = retention.mostGigabytes === null ? Infinity : retention.mostGigabytes * gigabyte;
    const overLimitBytes =
      most === Infinity ? 0 : Math.max(0, this.#parts.store.retention.clipBytes() - most);
    const days = new KeptDays(retention, cameras);
    return { nowMs, days, overLimitBytes, missingBytes: this.#missingBytes() };
  }

  #missingBytes(): number {
    const { disk, settings } = this.#parts;
    const state = disk.state;
    if (state?.kind !== 'well' && state?.kind !== 'full') return 0;
    const reserve = reserveOf(state.totalBytes, settings().retention.reserveGigabytes);
    return state.freeBytes < reserve ? Math.min(reserve * spare, state.totalBytes / 2) - state.freeBytes : 0;
  }

  /** All that may have to go, page by page from the oldest on, and no more. */
  async #held({ nowMs, days, overLimitBytes, missingBytes }: RetentionNeed): Promise<HeldClip[]> {
    const neededBytes = Math.max(overLimitBytes, missingBytes);
    const agedBeforeMs = nowMs - days.fewest * dayMs;
    const beforeMs = neededBytes > 0 ? Number.MAX_VALUE : Math.max(agedBeforeMs, -Number.MAX_VALUE);
    const held: HeldClip[] = [];
    let leastWorthBytes = 0;
    for (;;) {
      const after = held.at(-1) ?? null;
      const page = this.#parts.store.retention.clips({ beforeMs, after, limit: pageSize });
      held.push(...page);
      for (const clip of page) if (!clip.isKept && worthOf(clip) === 0) leastWorthBytes += clip.bytes;
      // Nothing behind these is of less worth or older.
      const isEnough = leastWorthBytes >= neededBytes && (held.at(-1)?.startedAtMs ?? 0) >= agedBeforeMs;
      if (page.length < pageSize || isEnough || this.#isStopped) return held;
      await setImmediate();
    }
  }

  async #forgetEvents(nowMs: number): Promise<void> {
    const { events, store, settings } = this.#parts;
    const beforeMs = nowMs - settings().retention.eventDays * dayMs;
    for (let after: OldEvent | null = null; ;) {
      const page = store.retention.oldEvents({ beforeMs, after, limit: pageSize });
      for (const { id, mayGo } of page) {
        if (this.#isStopped) return;
        if (mayGo) await events.remove(id).catch(unlessGone);
      }
      after = page.at(-1) ?? null;
      if (page.length < pageSize || this.#isStopped) return;
      await setImmediate();
    }
  }

  #unlessTrouble(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      this.#parts.log.warn(error.sentences);
    }
  }
}

/** Its owner was faster. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Trouble && error.code === 'not_found')) throw error;
}
