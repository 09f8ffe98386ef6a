import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { trpc } from '../hub.ts';
import { hrefOf } from '../route.ts';

/**
 * Opens the set-up of a new house by itself, on a page that was asked for nothing else. True until it is known whether the
 * house is new, so that Home does not flash by.
 */
export function useFirstStart(open: boolean): boolean {
  const [isPlain] = useState(() => location.hash === '');
  const asks = open && isPlain;
  const setup = useQuery({ ...trpc.setup.get.queryOptions(), enabled: asks });
  const opens = asks && setup.data?.opens === true;
  useEffect(() => {
    if (opens && location.hash === '') location.replace(hrefOf({ screen: 'setup', at: null }));
  }, [opens]);
  return asks && setup.isPending;
}
