import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { byteRange } from '../../services/hub/playback/byte-range.ts';

export const fixtureClipSeconds = 20;
export const fixtureClipFramesPerSecond = 10;

let made: Uint8Array | null = null;

/** A short film with its table in front, as the hub gives one; drawn by ffmpeg when it is first needed. */
function fixtureClip(): Uint8Array {
  if (made !== null) return made;
  const folder = mkdtempSync(join(tmpdir(), 'lares-film-'));
  const file = join(folder, 'film.mp4');
  const input = `testsrc=size=640x360:rate=${fixtureClipFramesPerSecond}:duration=${fixtureClipSeconds}`;
  try {
    const coder = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '20', '-pix_fmt', 'yuv420p'];
    execFileSync('ffmpeg', [
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      input,
      ...coder,
      '-movflags',
      '+faststart',
      file,
    ]);
    made = new Uint8Array(readFileSync(file));
    return made;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Answers with the film, or the part of it that is asked for. */
export function serveFixtureClip(request: IncomingMessage, response: ServerResponse): void {
  const film = fixtureClip();
  const range = byteRange(request.headers.range, film.length);
  if (range.kind === 'unsatisfiable') {
    response.writeHead(416).end();
    return;
  }
  const { start, end } = range.kind === 'whole' ? { start: 0, end: film.length } : range;
  response.writeHead(range.kind === 'part' ? 206 : 200, {
    'Content-Type': 'video/mp4',
    'Content-Length': end - start,
    'Accept-Ranges': 'bytes',
    ...(range.kind === 'part' ? { 'Content-Range': `bytes ${start}-${end - 1}/${film.length}` } : {}),
    ...(request.url?.includes('export') === true
      ? {
          'Content-Disposition': `attachment; filename="clip.mp4"; filename*=UTF-8''film%20of%20a%20visit.mp4`,
        }
      : {}),
  });
  response.end(film.subarray(start, end));
}
