import type { Recording } from '../../../contract/wake.ts';

const bytesPerSample = 2;
const frameSamples = 320;
/** A frame is heard when it is this much of the loudest, and this much louder than the quietest tenth. */
const heardShare = 0.06;
const aboveQuiet = 2.5;
const marginFrames = 2;

/** The words of a recording: 16-bit samples without the quiet before and after them. */
export function wordsOf({ pcm }: Pick<Recording, 'pcm'>): Int16Array<ArrayBuffer> {
  const bytes = Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  const samples = Int16Array.from({ length: Math.floor(bytes.length / bytesPerSample) }, (_, i) =>
    bytes.readInt16LE(i * bytesPerSample),
  );
  const loudness = Float32Array.from({ length: Math.floor(samples.length / frameSamples) }, (_, frame) => {
    const part = samples.subarray(frame * frameSamples, (frame + 1) * frameSamples);
    return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / frameSamples);
  });
  const loudest = loudness.reduce((most, value) => Math.max(most, value), 0);
  const quiet = loudness.toSorted()[Math.floor(loudness.length / 10)] ?? 0;
  // Where it is never quiet, the quietest tenth is speech itself.
  const needed = Math.min(Math.max(loudest * heardShare, quiet * aboveQuiet), loudest * 0.3);
  const first = loudness.findIndex((value) => value >= needed);
  const last = loudness.findLastIndex((value) => value >= needed);
  if (first < 0) return samples;
  return samples.slice(
    Math.max(0, first - marginFrames) * frameSamples,
    (last + 1 + marginFrames) * frameSamples,
  );
}
