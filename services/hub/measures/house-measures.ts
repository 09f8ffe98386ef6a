import type { Health } from '../../contract/health.ts';
import type { Measures, NetworkRuns, VisionMeasures } from '../../contract/measures.ts';
import { Signal } from '../signal.ts';
import { Measuring } from './measuring.ts';

/** So often, for so long: an hour of samples. */
const everyMs = 20_000;
const most = 180;

interface Parts {
  readonly health: () => Pick<Health, 'processes' | 'cameras'>;
  /** Both reject while the process is away. */
  readonly vision: () => Promise<VisionMeasures>;
  readonly voice: () => Promise<readonly NetworkRuns[]>;
  /** Coded pictures that pages were too slow for. */
  readonly lostToPages: () => number;
}

/** Looks every twenty seconds at what the house costs, and remembers an hour of it in memory. */
export class HouseMeasures {
  readonly changed = new Signal<Measures>();
  readonly #parts: Parts;
  readonly #measuring = new Measuring({ everyMs, most });
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Null before the first look. */
  get(): Measures | null {
    return this.#measuring.get();
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.look(), everyMs);
    void this.look();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** Takes one sample now. Never throws: what does not answer is not measured. */
  async look(): Promise<void> {
    const { health, vision, voice, lostToPages } = this.#parts;
    const [seen, heard] = await Promise.all([answerOf(vision), answerOf(voice)]);
    const { processes, cameras } = health();
    this.#measuring.add({
      ...{ nowMs: Date.now(), processes, cameras },
      ...{ vision: seen, voice: heard, lostToPages: lostToPages() },
    });
    const measures = this.get();
    if (measures !== null) this.changed.send(measures);
  }
}

/** A process that starts, ends or hangs must not keep the others from being measured. */
const patienceMs = 5000;

async function answerOf<T>(ask: () => Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => {
      resolve(null);
    }, patienceMs);
  });
  const answer = Promise.try(ask).catch(() => null);
  return Promise.race([answer, late]).finally(() => {
    clearTimeout(timer);
  });
}
