// Computes resources/wake/negatives-*.bin: what the speech embedding hears in freely licensed recordings that hold no wake phrase.
//
//   node scripts/wake/negatives.ts DATA [OUT] [EMBEDDING]
//
// DATA has the folders voice/speech/librispeech-clean, voice/commands/speech and voice/noise/esc10. Every fifth … of the recordings
// (always the same) is for judging and is never learnt from. To be run again whenever the speech embedding changes.
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SpeechEmbedding } from '../../models/speech-embedding.ts';
import { int16Of, readSound } from '../../services/voice/sound/sound.ts';
import { heardAsIs } from '../../services/voice/wake/training/augmentation.ts';
import { embeddingsOf } from '../../services/voice/wake/training/embedded-clips.ts';
import { encodeNegatives } from '../../services/voice/wake/training/negatives.ts';
import { SeededRandom } from '../../services/voice/wake/training/seeded-random.ts';

const [data = '', out = join(import.meta.dirname, '../../resources/wake'), embeddingFile] =
  process.argv.slice(2);
/** Of five recordings these are judged by. */
const judged = new Set([1, 3]);
/** Recordings are heard after each other, as in a stream. */
const streamSeconds = 120;
const samplesPerSecond = 16_000;
const filesAtOnce = 10;

interface Source {
  readonly folder: string;
  /** Which of its files, by their place in the list. */
  readonly takes: (index: number) => boolean;
}

const sources: readonly Source[] = [
  { folder: 'voice/speech/librispeech-clean', takes: () => true },
  { folder: 'voice/commands/speech', takes: () => true },
  // The other half of the noises is for tests.
  { folder: 'voice/noise/esc10', takes: (index) => index % 2 === 0 },
];

type Use = 'learning' | 'judging';

async function main(): Promise<void> {
  const network = await SpeechEmbedding.open(embeddingFile);
  const random = new SeededRandom(5);
  const streams: Record<Use, Float32Array[]> = { learning: [], judging: [] };
  for (const source of sources) {
    const uses: Record<Use, Float32Array[]> = { learning: [], judging: [] };
    const files = (await readdir(join(data, source.folder))).filter((name) => name.endsWith('.flac')).sort();
    const taken = files
      .filter((_, index) => source.takes(index))
      .map((name) => join(data, source.folder, name));
    for (let at = 0; at < taken.length; at += filesAtOnce) {
      const sounds = await Promise.all(taken.slice(at, at + filesAtOnce).map((path) => readSound(path)));
      for (const [index, sound] of sounds.entries())
        uses[judged.has((at + index) % 5) ? 'judging' : 'learning'].push(sound);
    }
    for (const use of ['learning', 'judging'] as const) {
      for (const stream of joinedTo(uses[use], streamSeconds * samplesPerSecond)) {
        streams[use].push(await embeddingsOf(stream, network));
        if (use === 'judging') continue;
        // The second time by another microphone, in another room.
        const again = heardAsIs(int16Of(stream), {
          others: [],
          random,
          before: 0,
          after: 0,
          changesVoice: true,
        });
        if (random.chance(0.4)) streams[use].push(await embeddingsOf(again, network));
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

function joinedTo(sounds: readonly Float32Array[], longest: number): readonly Float32Array[] {
  const streams: Float32Array[] = [];
  let parts: Float32Array[] = [];
  let length = 0;
  const finish = (): void => {
    const stream = new Float32Array(length);
    let at = 0;
    for (const part of parts) {
      stream.set(part, at);
      at += part.length;
    }
    if (length > 0) streams.push(stream);
    parts = [];
    length = 0;
  };
  for (const sound of sounds) {
    parts.push(sound);
    length += sound.length;
    if (length >= longest) finish();
  }
  finish();
  return streams;
}

await main();
