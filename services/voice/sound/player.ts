import { spawn } from 'node:child_process';
import { wavOf, type Sound } from './wav.ts';

/** Players of a wav on standard input, tried in this order. */
const programs: readonly (readonly [string, ...string[]])[] = [
  ['aplay', '-q', '-'],
  ['play', '-q', '-t', 'wav', '-'],
];
/** A player that takes this much longer than its sound has no sound card that moves. */
const graceMs = 2_000;

/**
 * Plays a sound on the sound card of the machine; resolves when it is over, at once when there is no sound card or no player.
 * The signal ends it in mid-sound.
 */
export async function play(sound: Sound, signal: AbortSignal): Promise<void> {
  const wav = wavOf(sound);
  const longestMs = Math.ceil((sound.samples.length / sound.sampleRateHz) * 1000) + graceMs;
  for (const program of programs) {
    if (signal.aborted) return;
    if (await run(program, wav, AbortSignal.any([signal, AbortSignal.timeout(longestMs)]))) return;
  }
}

/** False when another player should be tried: this one is not there, or has no sound card. */
function run(
  [program, ...options]: readonly [string, ...string[]],
  wav: Buffer,
  over: AbortSignal,
): Promise<boolean> {
  const child = spawn(program, options, { stdio: ['pipe', 'ignore', 'ignore'] });
  const stop = (): void => void child.kill('SIGKILL');
  over.addEventListener('abort', stop, { once: true });
  // A player may end before it has read everything.
  child.stdin.on('error', () => undefined);
  child.stdin.end(wav);
  return new Promise((resolve) => {
    const end = (played: boolean): void => {
      over.removeEventListener('abort', stop);
      resolve(played || over.aborted);
    };
    child.on('error', () => {
      end(false);
    });
    child.on('exit', (code) => {
      end(code === 0);
    });
  });
}
