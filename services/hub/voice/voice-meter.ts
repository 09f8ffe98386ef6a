import type { VoiceReading } from '../../contract/wake.ts';
import { newsOf } from '../news.ts';
import { Signal } from '../signal.ts';

/** What the microphone gives, told only while somebody watches. */
export class VoiceMeter {
  /** Somebody began to watch, or nobody does any more. */
  readonly wished = new Signal<boolean>();
  readonly #readings = new Signal<VoiceReading>();
  #watchers = 0;

  get isWatched(): boolean {
    return this.#watchers > 0;
  }

  metered(reading: VoiceReading): void {
    this.#readings.send(reading);
  }

  /** The newest readings, until the signal; a page that is slow misses some. */
  async *watch(signal: AbortSignal | undefined): AsyncGenerator<VoiceReading, void> {
    this.#watchers += 1;
    if (this.#watchers === 1) this.wished.send(true);
    try {
      yield* newsOf(this.#readings, { signal, keep: 1 });
    } finally {
      this.#watchers -= 1;
      if (this.#watchers === 0) this.wished.send(false);
    }
  }
}
