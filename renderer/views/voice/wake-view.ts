import { useQuery } from '@tanstack/react-query';
import type { WakeView } from '../../../services/contract/wake.ts';
import { trpc } from '../../hub.ts';
import { sentenceOf } from '../../words/sentence.ts';

export interface KnownWake {
  /** Undefined until the hub has told. */
  readonly view: WakeView | undefined;
  readonly error: string | undefined;
}

/** The wake phrases, the household's recordings and the training that goes on; the news of live-house.ts keep it fresh. */
export function useWake(): KnownWake {
  const wake = useQuery(trpc.voice.wake.queryOptions());
  return { view: wake.data, error: wake.isError ? sentenceOf(wake.error) : undefined };
}
