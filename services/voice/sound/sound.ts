import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { voiceFrameSamples, voiceSampleRateHz } from '../../../models/voice-activity.ts';
import { Trouble } from '../../contract/trouble.ts';

/** Longer sound is not taken in: it would fill the memory. */
const longestMs = 30 * 60_000;
const bytesPerSample = 2;

/**
 * Reads a sound file (wav, flac, mp3 … whatever ffmpeg reads; any rate, any channel count) into mono samples -1..1 at
 * 16 kHz. Nothing is written to disk.
 * @throws {Trouble} 'not_found', 'bad_input' when it is no sound or is cut off, 'missing_program' without ffmpeg.
 */
export async function readSound(path: string): Promise<Float32Array> {
  const name = basename(path);
  const found = await stat(path).catch(() => null);
  if (!found?.isFile())
    throw new Trouble('not_found', {
      what: `There is no sound file ${name} at that place.`,
      advice: 'Give the whole path of a wav, flac or mp3 file that Lares may read.',
    });
  // A playlist must not make ffmpeg open an address.
  const input = [
    '-protocol_whitelist',
    'file,pipe',
    '-xerror',
    '-err_detect',
    'explode',
    '-i',
    `file:${path}`,
  ];
  const sound = await decode(input, null);
  if (sound.samples.length > 0 && !sound.broken) return sound.samples;
  throw new Trouble('bad_input', {
    what: `${name} can't be read as sound${sound.samples.length > 0 ? ' to its end: it is damaged or cut off' : ''}.`,
    advice: 'Give a whole wav, flac or mp3 file.',
  });
}

/** The same for a wav file in memory, also one from a program that did not know its length when it began. */
export async function decodeSound(wav: Uint8Array): Promise<Float32Array> {
  const { samples } = await decode(['-protocol_whitelist', 'pipe', '-f', 'wav', '-i', 'pipe:0'], wav);
  return samples;
}

/** Whole frames of 512 samples; the last is filled up with silence. */
export function* framesOf(samples: Float32Array): Generator<Float32Array> {
  for (let start = 0; start < samples.length; start += voiceFrameSamples) {
    const frame = new Float32Array(voiceFrameSamples);
    frame.set(samples.subarray(start, start + voiceFrameSamples));
    yield frame;
  }
}

interface Decoded {
  readonly samples: Float32Array;
  readonly broken: boolean;
}

function decode(input: readonly string[], stdin: Uint8Array | null): Promise<Decoded> {
  const output = ['-map', '0:a:0', '-ac', '1', '-ar', String(voiceSampleRateHz), '-f', 's16le', 'pipe:1'];
  const child = spawn('ffmpeg', ['-v', 'error', '-nostdin', ...input, '-t', `${longestMs}ms`, ...output]);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.resume();
  // ffmpeg may end before it has read everything; its exit code tells.
  child.stdin.on('error', () => undefined);
  child.stdin.end(stdin ?? undefined);
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => {
      reject(
        new Trouble('missing_program', {
          what: 'The program ffmpeg, which reads sound files, is not installed.',
          advice: 'Install it with: sudo apt-get install ffmpeg',
          cause,
        }),
      );
    });
    child.on('close', (code) => {
      resolve({ samples: floatsOf(Buffer.concat(chunks)), broken: code !== 0 });
    });
  });
}

/** 16-bit little-endian samples as -1..1. */
export function floatsOf(bytes: Buffer): Float32Array {
  const samples = new Float32Array(Math.floor(bytes.length / bytesPerSample));
  for (let i = 0; i < samples.length; i++) samples[i] = bytes.readInt16LE(i * bytesPerSample) / 32_768;
  return samples;
}

/** Samples -1..1 as 16-bit integers; what is louder is clipped. */
export function int16Of(samples: Float32Array): Int16Array {
  const integers = new Int16Array(samples.length);
  for (let i = 0; i < samples.length; i++)
    integers[i] = Math.max(-32_768, Math.min(32_767, Math.round((samples[i] ?? 0) * 32_768)));
  return integers;
}
