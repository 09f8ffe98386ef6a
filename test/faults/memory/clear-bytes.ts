import { filesIn } from '../../services/store/scratch.ts';
import { type Film, plainMovie } from './film.ts';

/** A name that stands in every event, and nowhere else. */
export const MARKER = 'Marianne Kellergarten';

/** Bytes that must never lie on the disk. Each is so long that no cipher gives it by chance. */
export function secretsOf(film: Film, key: Uint8Array): ReadonlyMap<string, Buffer> {
  const coded = film.pictures.filter((_, at) => at % 3 === 0).map(({ data }) => middleOf(data));
  const secrets = new Map([
    ['MP4 type', Buffer.from('ftypiso6')],
    ['MP4 fragment', Buffer.from('moof\x00\x00\x00\x10mfhd', 'latin1')],
    ['parameter sets', Buffer.from(film.config.description.subarray(0, 16))],
    ['JPEG header', Buffer.from('\xff\xd8\xff\xe0\x00\x10JFIF', 'latin1')],
    ['JPEG', middleOf(film.jpeg)],
    ['name', Buffer.from(MARKER)],
    ['key', Buffer.from(key)],
    ...coded.map((bytes, at) => [`picture ${3 * at}`, bytes] as const),
  ]);
  // A search that would find nothing anyway proves nothing.
  const plain = Buffer.concat([plainMovie(film), film.jpeg, Buffer.from(MARKER), key]);
  for (const [name, secret] of secrets)
    if (!plain.includes(secret)) throw new Error(`the search for ${name} finds nothing in clear either`);
  return secrets;
}

/** What is found below these folders, with the files that it is found in. */
export function clearBytesIn(folders: readonly string[], secrets: ReadonlyMap<string, Buffer>): string[] {
  return folders
    .flatMap(filesIn)
    .flatMap(({ path, bytes }) =>
      [...secrets].flatMap(([name, secret]) => (bytes.includes(secret) ? [`${name} in ${path}`] : [])),
    );
}

function middleOf(bytes: Uint8Array): Buffer {
  const from = bytes.length >> 1;
  return Buffer.from(bytes.subarray(from, from + 16));
}
