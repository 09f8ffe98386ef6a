import type { FastifyInstance } from 'fastify';
import { PersonId } from '../../contract/identifiers.ts';
import { Trouble } from '../../contract/trouble.ts';
import { exporter } from '../access/exporter.ts';
import { attachment } from '../attachment.ts';
import type { Door } from '../door.ts';
import { exportPerson } from './person-export.ts';
import { zipStream } from './zip-stream.ts';

const missing = 'This person is not there.';

interface Wish {
  Params: { file: string };
  Querystring: { ticket?: string };
}

/**
 * `GET /people/<person>.zip`: all that is kept of a person, made while it is fetched and stored nowhere. `Lares-Expected-Bytes`
 * tells about how long it will be.
 */
export function serveArchives(server: FastifyInstance, door: Door): void {
  const options = { config: { needs: 'export' } } as const;
  server.get<Wish>('/people/:file', options, async (request, reply) => {
    void reply.header('Cache-Control', 'no-store');
    try {
      await door.settled;
      const { house } = door.hub;
      const id = PersonId.safeParse(/^([a-z0-9_-]+)\.zip$/.exec(request.params.file)?.[1]);
      if (!id.success) return await reply.code(404).type('text/plain').send(missing);
      const { name, expectedBytes, entries } = await exportPerson(house, id.data);
      const who = exporter(house.access, request);
      house.audit.note({ who, deed: 'exported', personId: id.data });
      return await reply
        .type('application/zip')
        .header('Lares-Expected-Bytes', expectedBytes)
        .header('Content-Disposition', attachment('person.zip', `${name}.zip`))
        .send(zipStream(entries()));
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      return reply.code(statusOf(error)).type('text/plain').send(error.sentences);
    }
  });
}

function statusOf({ code }: Trouble): number {
  if (code === 'locked' || code === 'pin_needed') return 401;
  return code === 'not_found' ? 404 : 503;
}
