import { setTimeout } from 'node:timers/promises';
import type { DiskState } from '../../contract/disk.ts';
import type { DiskProbe } from '../../store/disk-probe.ts';
import type { Notices } from '../notices.ts';
import { Signal } from '../signal.ts';
import { diskState, diskTrouble } from './disk-state.ts';

/** A disk that is well is only read: a memory card has so many writes in it. */
const everyMs = 15_000;
const answersWithinMs = 10_000;

interface Parts {
  readonly probe: Pick<DiskProbe, 'read' | 'write'>;
  /** Of a disk of this size, in bytes. */
  readonly reserveOf: (totalBytes: number) => number;
  readonly notices: Notices;
}

/** Knows how the disk of the recordings is. One that is not well is tried until it takes something again. */
export class DiskWatch {
  readonly changed = new Signal<DiskState>();
  readonly #parts: Parts;
  readonly #ended = new AbortController();
  #state: DiskState | null = null;
  #timer: NodeJS.Timeout | undefined;
  #isSuspect = false;
  /** One question at a time: a disk that hangs is not asked again and again. */
  #asking: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Null before it was looked at. */
  get state(): DiskState | null {
    return this.#state;
  }

  /** Whether video may be written. One that was not looked at yet is given a try. */
  get isWell(): boolean {
    return this.#state === null || this.#state.kind === 'well';
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), everyMs);
    void this.look();
  }

  /** May be called again. */
  stop(): void {
    clearInterval(this.#timer);
    this.#ended.abort();
  }

  /** A recording could not be written: whether that is the disk's fault is tried at once. */
  suspect(): void {
    this.#isSuspect = true;
    void this.look();
  }

  /** Resolves when the state is that of now, or after ten seconds without an answer. */
  async look(): Promise<void> {
    this.#asking ??= this.#look().finally(() => {
      this.#asking = null;
    });
    const { signal } = this.#ended;
    const inTime = this.#asking.then(() => true);
    const isInTime = await Promise.race([
      inTime,
      setTimeout(answersWithinMs, false, { signal, ref: false }).catch(() => true),
    ]);
    if (!isInTime)
      this.#become(
        diskState({ before: this.#state, reading: null, trial: null, reserveOf: this.#parts.reserveOf }),
      );
  }

  async #look(): Promise<void> {
    const { probe, reserveOf } = this.#parts;
    const isTried = this.#isSuspect || !this.isWell;
    this.#isSuspect = false;
    const reading = await probe.read();
    const trial = isTried && reading.kind === 'there' ? await probe.write() : null;
    this.#become(diskState({ before: this.#state, reading, trial, reserveOf }));
  }

  #become(state: DiskState): void {
    if (this.#ended.signal.aborted) return;
    this.#state = state;
    const { notices } = this.#parts;
    if (state.kind === 'well') notices.clear('disk');
    else notices.raise({ id: 'disk', severity: 'error', ...diskTrouble(state.kind) });
    this.changed.send(state);
  }
}
