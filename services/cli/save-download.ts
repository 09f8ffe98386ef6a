import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Trouble } from '../contract/trouble.ts';
import type { ProgressBar } from './progress-bar.ts';

/**
 * Saves what the hub sends as a file that this user alone may read; gives its size in bytes. What breaks off leaves no file, and none is
 * replaced. `bar`: where it tells how far it is, if anywhere.
 */
export async function saveDownload(url: string, file: string, bar: ProgressBar | null): Promise<number> {
  if (existsSync(file)) throw isThere(file);
  const answer = await fetch(url);
  if (!answer.ok || answer.body === null)
    throw new Trouble('unavailable', { what: await answer.text(), advice: '' });
  const expected = Number(answer.headers.get('lares-expected-bytes') ?? 0);
  let bytes = 0;
  const counted = new Transform({
    transform: (chunk: Uint8Array, _encoding, done) => {
      bytes += chunk.length;
      // It is told about how long it will be, and no more.
      bar?.show(Math.min(bytes, Math.floor(expected * 0.99)), expected);
      done(null, chunk);
    },
  });
  // A name that nobody can have taken before: in a shared folder it might lead elsewhere, or be open to others.
  const unfinished = `${file}.${randomUUID()}.part`;
  try {
    const target = createWriteStream(unfinished, { mode: 0o600, flags: 'wx' });
    await pipeline(Readable.from(answer.body), counted, target);
    await rename(unfinished, file);
    bar?.show(1, 1);
    return bytes;
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw new Trouble('unavailable', {
      what: `The file ${file} can't be written, or Lares broke off.`,
      advice:
        'Check that its folder is there and belongs to you, and that the disk has space; then try again.',
      cause,
    });
  }
}

function isThere(file: string): Trouble {
  return new Trouble('bad_input', {
    what: `There is already a file ${file}.`,
    advice: 'Name another one, or move that away: it may be what is kept of somebody else.',
  });
}
