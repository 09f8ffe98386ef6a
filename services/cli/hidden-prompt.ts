import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { Trouble } from '../contract/trouble.ts';

/** Asks on the terminal without showing what is typed. Throws Trouble when there is no terminal, or when Ctrl-C ends it. */
export async function askHidden(question: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new Trouble('bad_input', {
      what: 'There is no terminal to type a passphrase at.',
      advice: 'Give it line by line on standard input, with --stdin.',
    });
  process.stderr.write(question);
  const nowhere = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true, historySize: 0 });
  const ended = new AbortController();
  terminal.once('SIGINT', () => {
    ended.abort();
  });
  terminal.once('close', () => {
    ended.abort();
  });
  try {
    return await terminal.question('', { signal: ended.signal });
  } catch (cause) {
    throw new Trouble('bad_input', { what: 'Nothing was changed.', advice: '', cause });
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
