import { spawn } from 'node:child_process';
import { Trouble } from '../../contract/trouble.ts';

/**
 * Runs espeak-ng on a text and gives what it writes on standard output. The text goes in by standard input, since the
 * arguments of a process can be read by every user of the machine; each line is read by itself, or all of it as one text with
 * the option `--stdin`.
 * @throws {Trouble} 'missing_program'
 */
export function espeak(options: readonly string[], text: string): Promise<Buffer> {
  const child = spawn('espeak-ng', [...options]);
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
      resolve(Buffer.concat(chunks));
    });
  });
}
