/** Mono sound, -1..1. */
export interface Sound {
  readonly rateHz: number;
  readonly samples: Float32Array;
}

const headerBytes = 12;
const chunkHeaderBytes = 8;

/**
 * The sounds of one or more wav files after each other, 16-bit mono, as speech synthesisers write them. One that writes to a
 * pipe does not know its length when it begins; then the sound goes on to the end. What is no wav ends the list.
 */
export function soundsOfWavs(bytes: Buffer): readonly Sound[] {
  const sounds: Sound[] = [];
  for (let at = 0; at + headerBytes <= bytes.length;) {
    if (bytes.toString('latin1', at, at + 4) !== 'RIFF') break;
    const read = wavAt(bytes, at + headerBytes);
    if (read === null) break;
    sounds.push(read.sound);
    at = read.end;
  }
  return sounds;
}

function wavAt(bytes: Buffer, start: number): { sound: Sound; end: number } | null {
  let rateHz = 16_000;
  for (let at = start; at + chunkHeaderBytes <= bytes.length;) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const body = at + chunkHeaderBytes;
    if (name === 'fmt ' && body + 8 <= bytes.length) rateHz = bytes.readUInt32LE(body + 4);
    if (name === 'data') {
      const end = Math.min(bytes.length, body + length);
      return { sound: { rateHz, samples: samplesOf(bytes.subarray(body, end)) }, end };
    }
    at = body + length;
  }
  return null;
}

function samplesOf(bytes: Buffer): Float32Array {
  const samples = new Float32Array(Math.floor(bytes.length / 2));
  for (let i = 0; i < samples.length; i++) samples[i] = bytes.readInt16LE(2 * i) / 32_768;
  return samples;
}
