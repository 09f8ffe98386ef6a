import type { Log } from '../../contract/log.ts';
import type { EraseSpan, MemorySpan, MemoryWork, SpanContents } from '../../contract/memory.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { SpanErasure } from '../../store/span-erasures.ts';
import type { Store } from '../../store/store.ts';
import type { Audit } from '../audit.ts';
import type { People } from '../people/people.ts';
import type { Cameras } from '../cameras.ts';
import { Scrubber } from '../scrubber.ts';
import { Signal } from '../signal.ts';
import { CaseDesk } from './case-desk.ts';
import { eraseSpan, type SpanErasing } from './erase-span.ts';

/** After an erasure that failed. */
const againMs = 60_000;

export interface HouseMemoryParts extends Pick<SpanErasing, 'events' | 'recorder'> {
  readonly store: Store;
  readonly people: Pick<People, 'touch'>;
  readonly cameras: Pick<Cameras, 'list'>;
  /** The version of this Lares. */
  readonly lares: string;
  readonly audit: Pick<Audit, 'note'>;
  readonly log: Log;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
}

/**
 * Erases spans of time, one at a time. Until it begins an order can be taken back; then it is carried out to its end, over
 * restarts, and what fails is tried again.
 */
export class HouseMemory {
  readonly changed = new Signal<MemoryWork>();
  readonly cases: CaseDesk;
  readonly #parts: HouseMemoryParts;
  readonly #now: () => number;
  readonly #ended = new AbortController();
  readonly #scrubber: Scrubber;
  #work: MemoryWork = { kind: 'none' };
  #timer: NodeJS.Timeout | undefined;
  #erasing: Promise<void> = Promise.resolve();

  constructor(parts: HouseMemoryParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
    this.#scrubber = new Scrubber(parts.store.erasure);
    this.cases = new CaseDesk({ ...parts, now: this.#now });
  }

  get work(): MemoryWork {
    return this.#work;
  }

  /** What an earlier run left undone is done when its time comes, or at once. */
  start(): void {
    this.#wait();
  }

  /** May be called again. An erasure that goes on ends after the thing that it is at, and goes on at the next start. */
  async stop(): Promise<void> {
    this.#ended.abort();
    clearTimeout(this.#timer);
    this.#scrubber.stop();
    this.cases.stop();
    await this.#erasing;
  }

  preview(span: MemorySpan): SpanContents {
    return this.#parts.store.spans.contents(this.#untilNow(span));
  }

  /** Throws Trouble: `refused` while another erasure is under way, `bad_input` for a time that has not come. */
  erase({ kept, undoSeconds, ...wanted }: EraseSpan): MemoryWork {
    const { erasures } = this.#parts.store.spans;
    if (erasures.first() !== null) throw busy();
    const span = this.#untilNow(wanted);
    erasures.put({ span, kept, startsAtMs: this.#now() + undoSeconds * 1000 });
    this.#wait();
    return this.#work;
  }

  /** Throws Trouble `refused` when it is too late, or there is nothing to take back. */
  cancel(): MemorySpan {
    const { erasures } = this.#parts.store.spans;
    const order = erasures.first();
    if (order === null || this.#work.kind !== 'waiting') throw tooLate();
    clearTimeout(this.#timer);
    erasures.remove(order.number);
    this.#become({ kind: 'none' });
    return order.span;
  }

  /** Resolves when no erasure is under way. */
  async settled(): Promise<void> {
    await this.#erasing;
  }

  #wait(): void {
    const order = this.#parts.store.spans.erasures.first();
    if (order === null) return;
    const { span, startsAtMs } = order;
    this.#become({ kind: 'waiting', span, startsAtMs });
    // A clock that was set back may not keep anything longer than promised.
    const pauseMs = Math.min(Math.max(startsAtMs - this.#now(), 0), againMs);
    this.#timer = setTimeout(() => {
      this.#erasing = this.#erase(order);
    }, pauseMs);
  }

  async #erase(order: SpanErasure): Promise<void> {
    const { store, people, audit, log } = this.#parts;
    const { span } = order;
    this.#become({ kind: 'erasing', span, done: 0, total: 0 });
    try {
      const gone = await eraseSpan({
        ...this.#parts,
        ...order,
        signal: this.#ended.signal,
        progress: (done, total) => {
          this.#become({ kind: 'erasing', span, done, total });
        },
      });
      if (gone === null) return;
      store.spans.erasures.remove(order.number);
      audit.note({ who: 'lares', deed: 'erased', about: `${spanText(span)}: done` });
      people.touch();
      this.#scrubber.scrub();
      this.#become({ kind: 'erased', span, gone, atMs: this.#now() });
    } catch (error) {
      log.error(`A span of time could not be erased, which is tried again: ${String(error)}`);
      const { message, advice } = error instanceof Trouble ? error : ownFault;
      this.#become({ kind: 'failed', span, why: message, advice });
      if (!this.#ended.signal.aborted)
        this.#timer = setTimeout(() => {
          this.#wait();
        }, againMs);
    }
  }

  /** What comes while it is erased belongs to nobody's order. */
  #untilNow(span: MemorySpan): MemorySpan {
    const nowMs = this.#now();
    if (span.fromMs >= nowMs)
      throw new Trouble('bad_input', {
        what: 'This time has not come yet, so that there is nothing to look at or to erase.',
        advice: 'Choose a span of time that has begun.',
      });
    return { ...span, toMs: Math.min(span.toMs, nowMs) };
  }

  #become(work: MemoryWork): void {
    this.#work = work;
    this.changed.send(work);
  }
}

/** As the audit calls it: from when to when, in UTC, and of which camera. */
export function spanText({ fromMs, toMs, cameraId }: MemorySpan): string {
  const [from, to] = [fromMs, toMs].map((ms) => new Date(ms).toISOString());
  return `${from} to ${to}${cameraId === undefined ? '' : ` of ${cameraId}`}`;
}

const ownFault = {
  message: 'Lares made a mistake of its own.',
  advice: 'Its log says more; it is tried again.',
};

function busy(): Trouble {
  return new Trouble('refused', {
    what: 'Another span of time is being erased.',
    advice: 'Wait until that is done, or take it back, and try again.',
  });
}

function tooLate(): Trouble {
  return new Trouble('refused', {
    what: 'There is no erasure that could still be taken back.',
    advice: 'Once it has begun it goes to its end.',
  });
}
