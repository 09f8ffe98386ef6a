import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTRPCClient, createWSClient, TRPCClientError, type TRPCClient, wsLink } from '@trpc/client';
import { z } from 'zod';
import { hubTokenFileName, tokenParameter } from '../contract/access.ts';
import { pathsFrom } from '../contract/paths.ts';
import { Trouble } from '../contract/trouble.ts';
import type { Api } from '../hub/api.ts';
import { servesLares } from '../hub/serving.ts';

export type HubClient = TRPCClient<Api>;

/** Where the hub is on this machine. */
export function hubAddress(): string {
  return `http://127.0.0.1:${process.env['LARES_PORT'] ?? '7766'}/`;
}

/** Proves to the hub that this is who may read the house's files, as a part of an address; empty where there is nothing to read. */
export function asOwner(): string {
  try {
    const token = readFileSync(join(pathsFrom(process.env).config, hubTokenFileName), 'utf8').trim();
    return `${tokenParameter}=${token}`;
  } catch {
    return '';
  }
}

/** Whether it runs. */
export function hubRuns(): Promise<boolean> {
  return servesLares(hubAddress());
}

/** Does the work with the running hub. Throws Trouble: `unavailable` when none runs, else what the hub says. */
export async function withHub<T>(work: (hub: HubClient) => Promise<T>): Promise<T> {
  if (!(await hubRuns()))
    throw new Trouble('unavailable', {
      what: 'Lares is not running.',
      advice: 'Start it with npm start.',
    });
  const socket = createWSClient({ url: `${hubAddress().replace(/^http/, 'ws')}api?${asOwner()}` });
  try {
    return await work(createTRPCClient<Api>({ links: [wsLink({ client: socket })] }));
  } catch (error) {
    throw troubleOf(error);
  } finally {
    await socket.close();
  }
}

const CarriedTrouble = z.object({ trouble: z.object({ what: z.string(), advice: z.string() }) });

function troubleOf(error: unknown): unknown {
  if (!(error instanceof TRPCClientError)) return error;
  const carried = CarriedTrouble.safeParse(error.data);
  if (carried.success) return new Trouble('refused', { ...carried.data.trouble, cause: error });
  return new Trouble('unavailable', {
    what: 'Lares did not answer.',
    advice: 'See what its log says, or start it again.',
    cause: error,
  });
}
