import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clip, ClipReader } from '../../contract/clip.ts';
import { ClipId } from '../../contract/identifiers.ts';
import { Trouble } from '../../contract/trouble.ts';
import { exporter } from '../access/exporter.ts';
import { callerOf } from '../access/caller.ts';
import type { Access } from '../access/access.ts';
import { attachment } from '../attachment.ts';
import type { Audit } from '../audit.ts';
import type { Door } from '../door.ts';
import { byteRange } from './byte-range.ts';
import { type ClipIndex, indexOf } from './clip-index.ts';
import { MovieFile } from './movie-file.ts';

const missing = 'This recording is not there.';
/** A player asks for a clip several times; those that were asked for last are not looked through again. */
const MOST_INDEXES = 8;

interface Wish {
  Params: { file: string };
  Querystring: { to?: string; export?: string; ticket?: string };
}

/**
 * `GET /clips/<clip>.mp4`, with byte ranges: a clip as a plain MP4, decrypted on its way out and stored nowhere. `?to=<bytes>`:
 * no more than this many bytes of a clip that is still being written, so that the file stays the same for a player that asks
 * again; without it, the answer leads there. `?export`: to be saved.
 */
export function serveClips(server: FastifyInstance, door: Door): void {
  const indexes = new Map<string, ClipIndex>();
  server.get<Wish>('/clips/:file', { config: { needs: 'view_recordings' } }, async (request, reply) => {
    void reply.header('Cache-Control', 'no-store');
    try {
      await door.settled;
      const { access, audit, store } = door.hub.house;
      const id = ClipId.safeParse(/^([a-z0-9_-]+)\.mp4$/.exec(request.params.file)?.[1]);
      const reader = id.success ? await store.clips.openRead(id.data) : null;
      if (reader === null) return await reply.code(404).type('text/plain').send(missing);
      return await answer(reader, { request, reply, indexes, access, audit });
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      return reply.code(statusOf(error)).type('text/plain').send(error.sentences);
    }
  });
}

interface Exchange {
  readonly request: FastifyRequest<Wish>;
  readonly reply: FastifyReply;
  readonly indexes: Map<string, ClipIndex>;
  readonly access: Access;
  readonly audit: Audit;
}

/** Closes the reader when all is sent, when nobody reads any more, and when nothing is to be sent. */
async function answer(reader: ClipReader, exchange: Exchange): Promise<FastifyReply> {
  const { request, reply, indexes } = exchange;
  const { clip } = reader;
  const { to } = request.query;
  let isSending = false;
  try {
    if (clip.state === 'recording' && to === undefined)
      return await reply.redirect(`/clips/${clip.id}.mp4?to=${reader.size}${exportPart(request)}`);
    const limit = /^\d{1,15}$/.test(to ?? '') ? Math.min(Number(to), reader.size) : reader.size;
    const index = await remembered(indexes, `${clip.id}/${limit}`, () => indexOf(reader, limit));
    if (index.fragments.length === 0) return await reply.code(404).type('text/plain').send(missing);
    const movie = new MovieFile(reader, index);
    const range = byteRange(request.headers.range, movie.size);
    void reply.header('Accept-Ranges', 'bytes');
    if (range.kind === 'unsatisfiable')
      return await reply.code(416).header('Content-Range', `bytes */${movie.size}`).send();
    const { start, end } = range.kind === 'whole' ? { start: 0, end: movie.size } : range;
    if (range.kind === 'part')
      void reply.code(206).header('Content-Range', `bytes ${start}-${end - 1}/${movie.size}`);
    void reply.type('video/mp4').header('Content-Length', end - start);
    if (request.method === 'HEAD') return await reply.send();
    note(clip, exchange);
    isSending = true;
    return await reply.send(streamOf(reader, movie.read(start, end)));
  } finally {
    if (!isSending) await reader.close();
  }
}

/** What leaves the house, and what is looked at, is in the audit. */
function note(clip: Clip, { request, reply, access, audit }: Exchange): void {
  if (!isExport(request)) {
    audit.viewed(access.whoOf(callerOf(request.raw)), clip.id);
    return;
  }
  const who = exporter(access, request);
  void reply.header('Content-Disposition', attachment('clip.mp4', fileName(clip)));
  audit.note({ who, deed: 'exported', about: clip.id });
}

/** The reader is closed with the stream, however that ends. */
function streamOf(reader: ClipReader, bytes: AsyncIterable<Uint8Array>): Readable {
  const stream = Readable.from(bytes);
  stream.once('close', () => void reader.close());
  return stream;
}

async function remembered(
  indexes: Map<string, ClipIndex>,
  key: string,
  read: () => Promise<ClipIndex>,
): Promise<ClipIndex> {
  const index = indexes.get(key) ?? (await read());
  // The one that was asked for last stands last.
  indexes.delete(key);
  indexes.set(key, index);
  const [oldest] = indexes.keys();
  if (indexes.size > MOST_INDEXES && oldest !== undefined) indexes.delete(oldest);
  return index;
}

/** The ticket goes on to where the answer leads. */
function exportPart(request: FastifyRequest<Wish>): string {
  if (!isExport(request)) return '';
  const { ticket } = request.query;
  return ticket === undefined ? '&export' : `&export&ticket=${encodeURIComponent(ticket)}`;
}

function isExport(request: FastifyRequest<Wish>): boolean {
  return request.query.export !== undefined;
}

/** `front_door 2026-11-22 17.04.05.mp4`, in local time. */
function fileName({ cameraId, startedAtMs }: Clip): string {
  const at = new Date(startedAtMs);
  const local = new Date(startedAtMs - at.getTimezoneOffset() * 60_000).toISOString();
  return `${cameraId} ${local.slice(0, 19).replace('T', ' ').replaceAll(':', '.')}.mp4`;
}

function statusOf({ code }: Trouble): number {
  if (code === 'locked' || code === 'pin_needed') return 401;
  if (code === 'not_found') return 404;
  return code === 'damaged' ? 500 : 503;
}
