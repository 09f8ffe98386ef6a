import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mp4Fragment, mp4Start } from '../../../services/contract/fragmented-mp4.ts';
import type { VideoConfig } from '../../../services/contract/video.ts';
import { type CodedPicture, codedVideo, makeClip } from '../../fixtures/coded-video.ts';

const size = { width: 640, height: 360 } as const;
export const FRAMES_PER_SECOND = 10;

/** What both cameras see, over and over: a real H.264 film, and a real JPEG of it. */
export interface Film {
  readonly config: VideoConfig;
  readonly pictures: readonly CodedPicture[];
  readonly jpeg: Uint8Array;
}

/** Needs ffmpeg. */
export function makeFilm(folder: string): void {
  const [stream, jpeg] = pathsIn(folder);
  makeClip(stream, { size: `${size.width}x${size.height}`, framesPerSecond: FRAMES_PER_SECOND, seconds: 4 });
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', stream, '-frames:v', '1', jpeg]);
}

export function filmIn(folder: string): Film {
  const [stream, jpeg] = pathsIn(folder);
  return { ...codedVideo(readFileSync(stream), size), jpeg: readFileSync(jpeg) };
}

/** The film as a plain MP4, as a clip would be without its seal. */
export function plainMovie({ config, pictures }: Film): Buffer {
  const shown = pictures.map((picture) => ({ ...picture, durationUs: 1e6 / FRAMES_PER_SECOND }));
  return Buffer.concat([mp4Start(config), mp4Fragment({ number: 1, timeUs: 0, pictures: shown })]);
}

/**
 * How many pictures of the film an MP4 shows: from a key frame on, each as it was coded, in their order, around the film's end.
 * Null when it is anything else, or does not end with a whole fragment.
 */
export function picturesIn(movie: Buffer, film: Film): number | null {
  const coded = codedIn(movie);
  if (coded === null) return null;
  let next = film.pictures.findIndex(({ key, data }) => key && startsWith(coded, 0, data));
  let [at, count] = [0, 0];
  while (at < coded.length) {
    const picture = film.pictures[next];
    if (picture === undefined || !startsWith(coded, at, picture.data)) return null;
    at += picture.data.length;
    count += 1;
    next = (next + 1) % film.pictures.length;
  }
  return count;
}

/** What lies in the fragments of `ftyp moov (moof mdat)*`; null when the boxes are not these, or the last one is not whole. */
function codedIn(movie: Buffer): Buffer | null {
  const data: Buffer[] = [];
  const names: string[] = [];
  for (let at = 0; at < movie.length;) {
    if (at + 8 > movie.length) return null;
    const length = movie.readUInt32BE(at);
    const name = movie.toString('latin1', at + 4, at + 8);
    if (length < 8 || at + length > movie.length) return null;
    names.push(name);
    if (name === 'mdat') data.push(movie.subarray(at + 8, at + length));
    at += length;
  }
  return /^(ftyp moov( moof mdat)*)?$/.test(names.join(' ')) ? Buffer.concat(data) : null;
}

function startsWith(bytes: Buffer, at: number, part: Uint8Array): boolean {
  return bytes.subarray(at, at + part.length).equals(part);
}

function pathsIn(folder: string): readonly [string, string] {
  return [join(folder, 'film.h264'), join(folder, 'film.jpg')];
}
