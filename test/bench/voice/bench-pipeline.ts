import type { SpokenOrder } from '../../../services/contract/intent.ts';
import { Pipeline } from '../../../services/voice/pipeline.ts';
import type { BenchEars } from './bench-ears.ts';

/** What is told at the moment at which it happens. */
interface Moments {
  /** An order would be done. */
  readonly acted?: (order: SpokenOrder) => void;
  /** The light shows that somebody has probably called. */
  readonly noticed?: () => void;
  /** Chime and light show that Lares listens. */
  readonly called?: () => void;
}

/** The whole real pipeline of the microphone. */
export function benchPipeline({ hearing }: BenchEars, { acted, noticed, called }: Moments = {}): Pipeline {
  return new Pipeline({
    ...hearing.microphone,
    recogniser: hearing.recogniser,
    act: (order) => {
      acted?.(order);
      return Promise.resolve({ outcome: 'done', text: '' });
    },
    reply: () => undefined,
    tell: (state) => {
      if (state === 'waiting') return;
      if (state.kind === 'noticed') noticed?.();
      if (state.kind === 'listening') called?.();
    },
    called: () => undefined,
    saying: () => null,
    hush: () => undefined,
    keep: () => undefined,
    meter: null,
    language: 'en',
    newId: () => '',
    nowMs: Date.now,
  });
}

export async function exhaust(entries: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of entries);
}
