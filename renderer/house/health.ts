import { useQuery } from '@tanstack/react-query';
import type { Health } from '../../services/contract/health.ts';
import { trpc } from '../hub.ts';

/** The health of the house; undefined until the hub has answered for the first time. */
export function useHealth(): Health | undefined {
  return useQuery(trpc.house.health.queryOptions()).data;
}
