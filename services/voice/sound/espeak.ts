import { spawn } from 'node:child_process';
import type { VoiceSettings } from '../../contract/settings.ts';
import { Trouble } from '../../contract/trouble.ts';
import { soundOfWav, type Sound } from './wav.ts';

/** Words a minute; espeak-ng's own 175 is hard to follow, and harder to recognise. */
const wordsPerMinute = '150';
/** Of 0 to 200; above 125 it distorts. */
const amplitude = '125';
const voices = { en: 'en-us', de: 'de' } as const;
/** It makes an hour of speech in less; a text that takes it longer is none. */
const longestMs = 20_000;

/**
 * Runs espeak-ng on a text and gives what it writes on standard output. The text goes in by standard input, since the
 * arguments of a process can be read by every user of the machine; each line is read by itself, or all of it as one text with
 * the option `--stdin`. The signal ends it; what it gave until then is the result.
 * @throws {Trouble} 'missing_program'
 */
export function espeak(options: readonly string[], text: string, signal?: AbortSignal): Promise<Buffer> {
  const child = spawn('espeak-ng', [...options]);
  const over = AbortSignal.any([AbortSignal.timeout(longestMs), ...(signal === undefined ? [] : [signal])]);
  const stop = (): void => void child.kill('SIGKILL');
  over.addEventListener('abort', stop, { once: true });
  if (over.aborted) stop();
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.resume();
  child.stdin.on('error', () => undefined);
  child.stdin.end(`${text}\n`);
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => {
      reject(
        new Trouble('missing_program', {
          what: 'The voice espeak-ng is not installed, so Lares can not speak.',
          advice: 'Install it with: sudo apt-get install espeak-ng',
          cause,
        }),
      );
    });
    child.on('close', () => {
      over.removeEventListener('abort', stop);
      resolve(Buffer.concat(chunks));
    });
  });
}

/** A text spoken by espeak-ng in the voice of a language, as loud as it can be without distortion; nothing once the signal aborts. */
export async function espeakSound(
  text: string,
  language: VoiceSettings['language'],
  signal?: AbortSignal,
): Promise<Sound> {
  const options = [
    '--stdin',
    '--stdout',
    '-b',
    '1',
    '-v',
    voices[language],
    '-s',
    wordsPerMinute,
    '-a',
    amplitude,
  ];
  const wav = await espeak(options, text, signal);
  return soundOfWav(wav) ?? { samples: new Float32Array(0), sampleRateHz: 22_050 };
}
