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

/** Hears sound piece by piece. Throws the signal's reason when aborted. */
export async function* heardNegatives(
  sound: Float32Array,
  { network, signal }: { readonly network: SpeechEmbedding; readonly signal: AbortSignal },
): AsyncGenerator<HeardNegative> {
  for (let start = 0; start < sound.length; start += pieceSamples) {
    const piece = sound.subarray(start, start + pieceSamples);
    await turnOfOthers();
    signal.throwIfAborted();
    yield { sound: int16Of(piece), embeddings: await embeddingsOf(piece, network) };
  }
}

/**
 * Sound as other people by another microphone, in another room with noise, for learning. It is not for judging: phones are told
 * apart less well in it, and a threshold for five false alarms an hour of it had none in an hour of recordings.
 */
export function heardOtherwise(sound: Float32Array, random: SeededRandom): Float32Array {
  const manner = { others: [], random, before: 0, after: 0, changesVoice: true };
  const heard = new Float32Array(sound.length);
  for (let start = 0; start < sound.length; start += pieceSamples) {
    const piece = heardAsIs(int16Of(sound.subarray(start, start + pieceSamples)), manner);
    heard.set(piece.subarray(0, sound.length - start), start);
  }
  return heard;
}
