import type { FastifyInstance, FastifyReply } from 'fastify';
import { EventId, FaceId, GroupId } from '../contract/identifiers.ts';
import { Trouble } from '../contract/trouble.ts';
import type { Door } from './door.ts';

const faceSuffix = '-face';
const recordings = { config: { needs: 'view_recordings' } } as const;
const people = { config: { needs: 'view_people' } } as const;

/** The pictures of events and of people, decrypted on their way out and stored nowhere. */
export function servePictures(server: FastifyInstance, door: Door): void {
  server.get<{ Params: { file: string } }>('/snapshots/:file', recordings, async (request, reply) => {
    const name = pictureName(request.params.file);
    const ofFace = name.endsWith(faceSuffix);
    const id = EventId.safeParse(ofFace ? name.slice(0, -faceSuffix.length) : name);
    return answerPicture(reply, async () => {
      await door.settled;
      const { events } = door.hub.house;
      if (!id.success) return null;
      return ofFace ? ((await events.face(id.data))?.crop ?? null) : events.snapshot(id.data);
    });
  });
  server.get<{ Params: { file: string } }>('/faces/:file', people, async (request, reply) => {
    const id = FaceId.safeParse(pictureName(request.params.file));
    return answerPicture(reply, async () => {
      await door.settled;
      const { people } = door.hub.house;
      return id.success ? people.face(id.data) : null;
    });
  });
  server.get<{ Params: { file: string } }>('/groups/:file', people, async (request, reply) => {
    const id = GroupId.safeParse(pictureName(request.params.file));
    return answerPicture(reply, async () => {
      await door.settled;
      const { unknownPeople } = door.hub.house;
      return id.success ? unknownPeople.face(id.data) : null;
    });
  });
}

/** `abc.jpg` → `abc`; '' for anything else, which is nobody's name. */
function pictureName(file: string): string {
  return /^([a-z0-9_-]+)\.jpg$/.exec(file)?.[1] ?? '';
}

async function answerPicture(
  reply: FastifyReply,
  read: () => Promise<Uint8Array | null>,
): Promise<FastifyReply> {
  void reply.header('Cache-Control', 'no-store');
  try {
    const picture = await read();
    if (picture === null) return await reply.code(404).type('text/plain').send('This picture is not there.');
    return await reply.type('image/jpeg').send(Buffer.from(picture));
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return reply
      .code(error.code === 'locked' ? 401 : 503)
      .type('text/plain')
      .send(error.sentences);
  }
}
