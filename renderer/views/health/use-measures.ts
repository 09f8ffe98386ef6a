import { useSubscription } from '@trpc/tanstack-react-query';
import { useState } from 'react';
import type { Measures } from '../../../services/contract/measures.ts';
import { trpc } from '../../hub.ts';

/** What was measured of the last hour, kept fresh while it is looked at; null until the first sample. */
export function useMeasures(): Measures | null {
  const [measures, setMeasures] = useState<Measures | null>(null);
  useSubscription(trpc.house.watchMeasures.subscriptionOptions(undefined, { onData: setMeasures }));
  return measures;
}
