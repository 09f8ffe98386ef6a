import { floatsOf, int16Of } from './sound.ts';

/** Mono sound, samples -1..1. */
export interface Sound {
  readonly samples: Float32Array;
  readonly sampleRateHz: number;
}

const headerBytes = 44;
const bytesPerSample = 2;
/** The one format that is read and written here, by its number in the header: integer samples. */
const PCM = 1;

/**
 * The sound as a wav file of 16-bit samples (RIFF, http://soundfile.sapp.org/doc/WaveFormat/). What is louder than 1 is clipped.
 */
export function wavOf({ samples, sampleRateHz }: Sound): Buffer {
  const integers = int16Of(samples);
  const wav = Buffer.alloc(headerBytes + integers.length * bytesPerSample);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(PCM, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(sampleRateHz, 24);
  wav.writeUInt32LE(sampleRateHz * bytesPerSample, 28);
  wav.writeUInt16LE(bytesPerSample, 32);
  wav.writeUInt16LE(8 * bytesPerSample, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(wav.length - headerBytes, 40);
  for (const [at, sample] of integers.entries()) wav.writeInt16LE(sample, headerBytes + at * bytesPerSample);
  return wav;
}

/**
 * Reads a wav file of 16-bit mono samples, also one by a program that did not know the length when it began. Null when it is
 * something else.
 */
export function soundOfWav(wav: Buffer): Sound | null {
  if (wav.length < headerBytes || wav.toString('latin1', 0, 4) !== 'RIFF') return null;
  const isMono16 =
    wav.readUInt16LE(20) === PCM && wav.readUInt16LE(22) === 1 && wav.readUInt16LE(34) === 8 * bytesPerSample;
  if (!isMono16 || wav.toString('latin1', 36, 40) !== 'data') return null;
  const bytes = wav.readUInt32LE(40);
  const samples = floatsOf(wav.subarray(headerBytes, Math.min(wav.length, headerBytes + bytes)));
  return { samples, sampleRateHz: wav.readUInt32LE(24) };
}
