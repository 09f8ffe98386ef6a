import type { Audit } from '../audit.ts';
import type { Notices } from '../notices.ts';
import type { HeldClip } from '../../store/retention.ts';
import { worthOf } from './plan.ts';

const hourMs = 3_600_000;
/** So long after the last one nobody needs to know any more. */
const shownMs = 24 * hourMs;

interface Parts {
  readonly notices: Notices;
  readonly audit: Pick<Audit, 'note'>;
}

/**
 * Tells what had to go since the disk was about to fill: on the page at once, and in the audit at once for the first of it, then
 * once an hour, since on a disk that stays full it happens every few minutes.
 */
export class MadeRoom {
  readonly #parts: Parts;
  /** By worth: showed nobody, somebody, somebody with a name. */
  #taken: [number, number, number] = [0, 0, 0];
  #lastMs: number | null = null;
  #unnoted = 0;
  #notedAtMs: number | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  took(clip: HeldClip, nowMs: number): void {
    this.#taken[worthOf(clip)] += 1;
    this.#unnoted += 1;
    this.#lastMs = nowMs;
  }

  /** After each round. */
  tell(nowMs: number): void {
    if (this.#lastMs === null) return;
    if (nowMs - this.#lastMs > shownMs) this.#forget();
    else this.#raise();
    if (this.#notedAtMs === null || Math.abs(nowMs - this.#notedAtMs) >= hourMs) this.note(nowMs);
  }

  /** What the audit has not yet. */
  note(nowMs: number): void {
    if (this.#unnoted === 0) return;
    this.#parts.audit.note({
      who: 'lares',
      deed: 'erased',
      about: `${this.#unnoted} recordings to make room`,
    });
    this.#unnoted = 0;
    this.#notedAtMs = nowMs;
  }

  #forget(): void {
    this.#taken = [0, 0, 0];
    this.#lastMs = null;
    this.#parts.notices.clear('made-room');
  }

  #raise(): void {
    const [nobody, somebody, named] = this.#taken;
    const parts = [
      ...(nobody > 0 ? [`${nobody} that showed nobody`] : []),
      ...(somebody > 0 ? [`${somebody} of visits`] : []),
      ...(named > 0 ? [`${named} of visits with a name`] : []),
    ];
    this.#parts.notices.raise({
      id: 'made-room',
      severity: 'warning',
      what: `The disk was about to fill, so the recordings that are least worth keeping were deleted before their time: ${parts.join(', ')}.`,
      advice:
        'Keep video for fewer days, record less, or use a larger disk. What you keep on purpose is never deleted.',
    });
  }
}
