import { join } from 'node:path';
import { setImmediate as turnOfOthers } from 'node:timers/promises';
import type { SpeechEmbedding } from '../../../../models/speech-embedding.ts';
import { voiceSampleRateHz } from '../../../../models/voice-activity.ts';
import { Trouble } from '../../../contract/trouble.ts';
import { int16Of, readSound } from '../../sound/sound.ts';
import { heardAsIs } from './augmentation.ts';
import { embeddingsOf } from './embedded-clips.ts';
import type { SeededRandom } from './seeded-random.ts';

const folder = join(import.meta.dirname, '../../../../resources/wake');

/** What negatives are for: `judging` is never learnt from. */
export type NegativesUse = 'learning' | 'judging';

/** A piece of sound in which nobody calls, 16 bits at 16 kHz, and what the speech embedding hears in it: N × 96. */
export interface HeardNegative {
  readonly sound: Int16Array;
  readonly embeddings: Float32Array;
}

/** Sound is heard in pieces, as in a stream that is interrupted now and then. */
const pieceSamples = 30 * voiceSampleRateHz;

/**
 * The shipped speech of people and noises, -1..1 at 16 kHz.
 * @throws {Trouble} 'missing_model' where it is not there; 'bad_input' or 'missing_program' as `readSound` does.
 */
export function shippedNegatives(use: NegativesUse): Promise<Float32Array> {
  return readSound(join(folder, `negatives-${use}.opus`)).catch((error: unknown) => {
    if (!(error instanceof Trouble) || error.code !== 'not_found') throw error;
    throw new Trouble('missing_model', {
      what: 'The sounds that wake phrases learn from are not there.',
      advice: 'Install Lares again: they belong to resources/wake.',
      cause: error,
    });
  });
}

/**
 * Hears sound piece by piece: each as it is, and once more by other voices and another microphone, in another room with noise.
 * Throws the signal's reason when aborted.
 */
export async function* heardNegatives(
  sound: Float32Array,
  how: {
    readonly network: SpeechEmbedding;
    readonly random: SeededRandom;
    readonly signal: AbortSignal;
  },
): AsyncGenerator<HeardNegative> {
  const manner = { others: [], random: how.random, before: 0, after: 0, changesVoice: true };
  for (let start = 0; start < sound.length; start += pieceSamples) {
    const piece = sound.subarray(start, start + pieceSamples);
    for (const heard of [piece, heardAsIs(int16Of(piece), manner)]) {
      await turnOfOthers();
      how.signal.throwIfAborted();
      yield { sound: int16Of(heard), embeddings: await embeddingsOf(heard, how.network) };
    }
  }
}
