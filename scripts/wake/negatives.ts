// Computes resources/wake/negatives-*.bin: what the speech embedding hears in freely licensed recordings that hold no wake phrase.
//
//   node scripts/wake/negatives.ts DATA [OUT] [EMBEDDING]
//
// DATA has the folders voice/speech/librispeech-clean, voice/commands/speech and voice/noise/esc10. Every fifth … of the recordings
// (always the same) is for judging and is never learnt from. To be run again whenever the speech embedding changes.
import { spawn } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SpeechEmbedding } from '../../models/speech-embedding.ts';
import { floatsOf, int16Of } from '../../services/voice/sound/sound.ts';
import { heardAsIs } from '../../services/voice/wake/training/augmentation.ts';
import { embeddingsOf } from '../../services/voice/wake/training/embedded-clips.ts';
import { encodeNegatives } from '../../services/voice/wake/training/negatives.ts';
import { SeededRandom } from '../../services/voice/wake/training/seeded-random.ts';
import { isJudgedBy, learntFolders } from './recordings.ts';

const [data = '', out = join(import.meta.dirname, '../../resources/wake'), embeddingFile] =
  process.argv.slice(2);
/** Recordings are heard after each other, as in a stream. */
const streamSeconds = 30;
/** How many pieces are heard once only; the others a second time, by another voice and microphone, in another room. */
const onceOnly = { learning: 0.25, judging: 0 } as const;
const samplesPerSecond = 16_000;

type Use = 'learning' | 'judging';

async function main(): Promise<void> {
  const network = await SpeechEmbedding.open(embeddingFile);
  const random = new SeededRandom(5);
  const streams: Record<Use, Float32Array[]> = { learning: [], judging: [] };
  for (const source of learntFolders) {
    const files = (await readdir(join(data, source.folder))).filter((name) => name.endsWith('.flac')).sort();
    const taken = files
      .filter((_, index) => source.takes(index))
      .map((name) => join(data, source.folder, name));
    for (const use of ['learning', 'judging'] as const) {
      const sound = await joinedSound(taken.filter((_, place) => isJudgedBy(place) === (use === 'judging')));
      for (const stream of piecesOf(sound, streamSeconds * samplesPerSecond)) {
        streams[use].push(await embeddingsOf(stream, network));
        if (random.chance(onceOnly[use])) continue;
        const again = heardAsIs(int16Of(stream), {
          others: [],
          random,
          before: 0,
          after: 0,
          changesVoice: true,
        });
        streams[use].push(await embeddingsOf(again, network));
      }
    }
  }
  await mkdir(out, { recursive: true });
  for (const use of ['learning', 'judging'] as const) {
    const bytes = encodeNegatives({ embedding: network.id, streams: streams[use] });
    await writeFile(join(out, `negatives-${use}.bin`), bytes);
    const hours = (streams[use].reduce((sum, stream) => sum + stream.length / 96, 0) * 0.08) / 3600;
    console.log(`${use}: ${hours.toFixed(3)} hours, ${(bytes.length / 1e6).toFixed(2)} MB`);
  }
}

/** Recordings of one format after each other, mono at 16 kHz. */
async function joinedSound(files: readonly string[]): Promise<Float32Array> {
  const output = ['-t', 'raw', '-r', String(samplesPerSecond), '-c', '1', '-b', '16', '-e', 'signed', '-'];
  const child = spawn('sox', [...files, ...output], { stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) if (chunk instanceof Buffer) chunks.push(chunk);
  return floatsOf(Buffer.concat(chunks));
}

function piecesOf(sound: Float32Array, length: number): readonly Float32Array[] {
  return Array.from({ length: Math.ceil(sound.length / length) }, (_, i) =>
    sound.subarray(i * length, (i + 1) * length),
  );
}

await main();
