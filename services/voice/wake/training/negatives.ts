import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import { embeddingLength } from '../../../../models/speech-embedding.ts';
import { Trouble } from '../../../contract/trouble.ts';

const folder = join(import.meta.dirname, '../../../../resources/wake');

/** Real speech and noise as the speech embedding hears it: streams of embeddings that hold no call. */
export interface Negatives {
  /** The speech embedding that heard it. */
  readonly embedding: string;
  /** N × 96. */
  readonly streams: readonly Float32Array[];
}

const Header = z.object({
  embedding: z.string(),
  counts: z.array(z.number().int().min(0)),
  /** One level of each value. */
  steps: z.array(z.number()).length(embeddingLength),
  means: z.array(z.number()).length(embeddingLength),
});

const headerEnd = 0x0a;
const levelsPerDeviation = 5;

/** The shipped ones: `learning` for training, `judging` never trained with. Throws Trouble 'missing_model' or 'damaged'. */
export async function shippedNegatives(use: 'learning' | 'judging'): Promise<Negatives> {
  const bytes = await readFile(join(folder, `negatives-${use}.bin`)).catch((cause: unknown) => {
    throw new Trouble('missing_model', {
      what: 'The sounds that wake phrases learn from are not there.',
      advice: 'Install Lares again: they belong to resources/wake.',
      cause,
    });
  });
  return decodeNegatives(bytes);
}

/** Packs streams: a line of JSON, then each value in steps of a fifth of its deviation, compressed. */
export function encodeNegatives({ embedding, streams }: Negatives): Uint8Array {
  const { means, deviations } = momentsOf(streams);
  const steps = deviations.map((deviation) => Math.max(deviation, 1e-4) / levelsPerDeviation);
  const counts = streams.map((stream) => stream.length / embeddingLength);
  const head = Buffer.from(`${JSON.stringify({ embedding, counts, steps, means })}\n`);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const levels = new Int8Array(total * embeddingLength);
  let at = 0;
  for (const stream of streams) {
    for (let i = 0; i < stream.length; i++, at++) {
      const j = i % embeddingLength;
      const level = Math.round(((stream[i] ?? 0) - (means[j] ?? 0)) / (steps[j] ?? 1));
      // Values of one kind lie together, which compresses better.
      levels[j * total + Math.floor(at / embeddingLength)] = Math.max(-127, Math.min(127, level));
    }
  }
  return brotliCompressSync(Buffer.concat([head, Buffer.from(levels.buffer)]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
}

export function decodeNegatives(bytes: Uint8Array): Negatives {
  try {
    const whole = brotliDecompressSync(bytes);
    const end = whole.indexOf(headerEnd);
    const header = Header.parse(JSON.parse(whole.toString('utf8', 0, end)));
    const total = header.counts.reduce((sum, count) => sum + count, 0);
    const levels = new Int8Array(whole.buffer, whole.byteOffset + end + 1, total * embeddingLength);
    let at = 0;
    const streams = header.counts.map((count) => {
      const stream = new Float32Array(count * embeddingLength);
      for (let i = 0; i < stream.length; i++) {
        const j = i % embeddingLength;
        const level = levels[j * total + at + Math.floor(i / embeddingLength)] ?? 0;
        stream[i] = (header.means[j] ?? 0) + level * (header.steps[j] ?? 0);
      }
      at += count;
      return stream;
    });
    return { embedding: header.embedding, streams };
  } catch (cause) {
    throw new Trouble('damaged', {
      what: 'The sounds that wake phrases learn from are damaged.',
      advice: 'Install Lares again: they belong to resources/wake.',
      cause,
    });
  }
}

function momentsOf(streams: readonly Float32Array[]): { means: number[]; deviations: number[] } {
  const count = Math.max(1, streams.reduce((sum, stream) => sum + stream.length, 0) / embeddingLength);
  const sums = Array<number>(embeddingLength).fill(0);
  const squares = Array<number>(embeddingLength).fill(0);
  for (const stream of streams) {
    for (let i = 0; i < stream.length; i++) {
      const value = stream[i] ?? 0;
      const j = i % embeddingLength;
      sums[j] = (sums[j] ?? 0) + value;
      squares[j] = (squares[j] ?? 0) + value * value;
    }
  }
  const means = sums.map((sum) => sum / count);
  const deviations = squares.map((square, j) =>
    Math.sqrt(Math.max(0, square / count - (means[j] ?? 0) ** 2)),
  );
  return { means, deviations };
}
