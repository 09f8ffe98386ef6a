import { client } from '../hub.ts';

/** The address of a file of the hub that may be saved now, once. It asks for a PIN where one is needed. */
export async function ticketed(path: string): Promise<string> {
  const { ticket } = await client.access.ticket.mutate({ path });
  return `${path}?export&ticket=${ticket}`;
}
