import { embeddingLength } from '../../../../models/speech-embedding.ts';
import { wakeWindowEmbeddings } from '../../../../models/wake-heads.ts';

/** Where the windows of a stream begin, counted in embeddings; `at` and `length` are places of values. */
export function windowStarts(at: number, length: number): Int32Array {
  const count = Math.max(0, length / embeddingLength - wakeWindowEmbeddings + 1);
  return Int32Array.from({ length: count }, (_, i) => at / embeddingLength + i);
}
