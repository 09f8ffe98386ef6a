import type { RetentionTable } from '../../store/retention.ts';
import { writtenBytes } from './written-bytes.ts';

const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** Counts what the hub, which alone writes what is kept, has had written; noted once an hour, since a note is written too. */
export class WrittenCount {
  readonly #table: Pick<RetentionTable, 'noteWritten'>;
  readonly #read: () => number | null;
  #noted: number;
  #notedAtMs: number | null = null;

  constructor(table: Pick<RetentionTable, 'noteWritten'>, read: () => number | null = writtenBytes) {
    this.#table = table;
    this.#read = read;
    this.#noted = read() ?? 0;
  }

  noteHourly(nowMs: number): void {
    this.#notedAtMs ??= nowMs;
    if (Math.abs(nowMs - this.#notedAtMs) >= hourMs) this.note(nowMs);
  }

  note(nowMs: number): void {
    const written = this.#read();
    this.#notedAtMs = nowMs;
    if (written === null || written <= this.#noted) return;
    this.#table.noteWritten(Math.floor(nowMs / dayMs), written - this.#noted);
    this.#noted = written;
  }
}
