import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Trouble } from '../../contract/trouble.ts';
import { attachment } from '../attachment.ts';
import type { Door } from '../door.ts';

const missing = 'This case file is not there any more: it was fetched already, or a minute is over.';

/**
 * `GET /cases/<ticket>`: the case file that `memory.caseFile` promised, once. Who has the ticket was allowed to ask for it.
 * `Lares-Expected-Bytes` tells about how long it will be.
 */
export function serveCases(server: FastifyInstance, door: Door): void {
  const options = { config: { needs: 'nothing' } } as const;
  server.get<{ Params: { ticket: string } }>('/cases/:ticket', options, async (request, reply) => {
    void reply.header('Cache-Control', 'no-store');
    try {
      await door.settled;
      const order = door.hub.house.memory.cases.take(request.params.ticket);
      if (order === null) return await reply.code(404).type('text/plain').send(missing);
      return await reply
        .type('application/octet-stream')
        .header('Lares-Expected-Bytes', order.expectedBytes)
        .header('Content-Disposition', attachment('lares.case', order.name))
        .send(Readable.from(order.bytes(), { objectMode: false }));
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      return reply
        .code(error.code === 'locked' ? 401 : 503)
        .type('text/plain')
        .send(error.sentences);
    }
  });
}
