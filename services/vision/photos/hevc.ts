import { spawn } from 'node:child_process';
import { Trouble } from '../../contract/trouble.ts';
import { ByteReader } from './byte-reader.ts';
import type { HeifTile } from './heif-file.ts';

const startCode = Uint8Array.of(0, 0, 0, 1);
/** A photo takes less than a second; a file made to keep ffmpeg busy must not. */
const longestMs = 20_000;
/** A tile has a few; a file of zeros would be read as millions of empty ones. */
const mostUnits = 1000;

/**
 * Coded pictures as a HEVC byte stream (ITU-T H.265, annex B): the units of each, every one after a start code instead
 * of after its length.
 */
export function toByteStream(tiles: readonly HeifTile[]): Uint8Array {
  return Buffer.concat(
    tiles.flatMap(({ configuration, data }) => {
      const { lengthSize, units } = readConfiguration(configuration);
      const reader = new ByteReader(data);
      const own: Uint8Array[] = [];
      while (reader.left > 0 && own.length < mostUnits) own.push(reader.bytes(reader.number(lengthSize)));
      if (reader.left > 0) throw new RangeError('A picture has too many units.');
      return [...units, ...own].flatMap((unit) => [startCode, unit]);
    }),
  );
}

/** The parameter sets, and how many bytes the length before each unit has (ISO/IEC 14496-15, 8.3.3.1). */
function readConfiguration(configuration: Uint8Array): { lengthSize: number; units: readonly Uint8Array[] } {
  const reader = new ByteReader(configuration);
  reader.bytes(21);
  const lengthSize = (reader.number(1) & 3) + 1;
  const units: Uint8Array[] = [];
  for (let arrays = reader.number(1); arrays > 0; arrays -= 1) {
    reader.number(1);
    for (let count = reader.number(2); count > 0; count -= 1) units.push(reader.bytes(reader.number(2)));
  }
  return { lengthSize, units };
}

/**
 * Decodes the pictures of a byte stream to RGB, one after the other, by ffmpeg through pipes: nothing of a photo ever
 * lies on the disk. Throws Trouble 'missing_program' without ffmpeg, and when not exactly `expectedBytes` come out.
 */
export async function decodeHevc(stream: Uint8Array, expectedBytes: number): Promise<Uint8Array> {
  const options = ['-v', 'error', '-f', 'hevc', '-i', 'pipe:0', '-vsync', 'passthrough'];
  const output = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', 'pipe:1'];
  const ffmpeg = spawn('ffmpeg', [...options, ...output], {
    stdio: ['pipe', 'pipe', 'ignore'],
    signal: AbortSignal.timeout(longestMs),
    killSignal: 'SIGKILL',
  });
  // ffmpeg may end before it has read everything; its exit tells the same.
  ffmpeg.stdin.on('error', () => undefined);
  const failed = new Promise<never>((_, reject) => ffmpeg.once('error', reject));
  ffmpeg.stdin.end(stream);
  const parts: Uint8Array[] = [];
  let length = 0;
  const read = async (): Promise<void> => {
    for await (const part of ffmpeg.stdout.iterator()) {
      if (!(part instanceof Uint8Array)) continue;
      length += part.length;
      if (length > expectedBytes) break;
      parts.push(part);
    }
  };
  try {
    await Promise.race([read(), failed]);
  } catch (cause) {
    throw missing(cause) ?? cause;
  } finally {
    ffmpeg.kill('SIGKILL');
  }
  if (length !== expectedBytes)
    throw new Error(`The pictures have ${length} bytes instead of ${expectedBytes}.`);
  return Buffer.concat(parts);
}

function missing(cause: unknown): Trouble | null {
  if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) return null;
  return new Trouble('missing_program', {
    what: 'A HEIC photo needs ffmpeg, which is not installed.',
    advice: 'Install it with `apt-get install ffmpeg`, or choose a JPEG.',
    cause,
  });
}
