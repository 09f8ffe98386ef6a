import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PersonId } from '../contract/identifiers.ts';
import { Trouble } from '../contract/trouble.ts';
import { asOwner, hubAddress } from './hub-client.ts';

/**
 * Writes all that is kept of a person to a zip file that this user alone may read; how far it is goes to a terminal's
 * standard error. Returns its size in bytes. An archive that breaks off leaves no file, and
 * none is replaced.
 */
export async function saveExport(id: PersonId, file: string): Promise<number> {
  if (existsSync(file)) throw isThere(file);
  const answer = await fetch(`${hubAddress()}people/${id}.zip?${asOwner()}`);
  if (!answer.ok || answer.body === null)
    throw new Trouble('unavailable', { what: await answer.text(), advice: '' });
  const expected = Number(answer.headers.get('lares-expected-bytes') ?? 0);
  let bytes = 0;
  const counted = new Transform({
    transform: (chunk: Uint8Array, _encoding, done) => {
      bytes += chunk.length;
      tell(bytes, expected);
      done(null, chunk);
    },
  });
  // A name that nobody can have taken before: in a shared folder it might lead elsewhere, or be open to others.
  const unfinished = `${file}.${randomUUID()}.part`;
  try {
    const target = createWriteStream(unfinished, { mode: 0o600, flags: 'wx' });
    await pipeline(Readable.from(answer.body), counted, target);
    await rename(unfinished, file);
    return bytes;
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw new Trouble('unavailable', {
      what: `The file ${file} can't be written, or Lares broke off.`,
      advice:
        'Check that its folder is there and belongs to you, and that the disk has space; then try again.',
      cause,
    });
  } finally {
    if (process.stderr.isTTY) process.stderr.write('\n');
  }
}

function isThere(file: string): Trouble {
  return new Trouble('bad_input', {
    what: `There is already a file ${file}.`,
    advice: 'Name another one, or move that away: it may be what is kept of somebody else.',
  });
}

function tell(bytes: number, expected: number): void {
  if (!process.stderr.isTTY || expected === 0) return;
  process.stderr.write(`\r${Math.min(100, Math.round((100 * bytes) / expected))} %`);
}
