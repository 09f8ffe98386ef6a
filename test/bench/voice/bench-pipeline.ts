import type { SpokenOrder } from '../../../services/contract/intent.ts';
import { Pipeline } from '../../../services/voice/pipeline.ts';
import type { BenchEars } from './bench-ears.ts';

/** The whole real pipeline of the microphone; `acted` is told each order at the moment at which it would be done. */
export function benchPipeline({ hearing }: BenchEars, acted: (order: SpokenOrder) => void): Pipeline {
  return new Pipeline({
    ...hearing.microphone,
    recogniser: hearing.recogniser,
    act: (order) => {
      acted(order);
      return Promise.resolve({ outcome: 'done', text: '' });
    },
    reply: () => undefined,
    tell: () => undefined,
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
