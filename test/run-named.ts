import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs the programs of a folder that the command line names, one after the other; without a name all of them. Numbers are handed on.
 * `entry`: the file that is no such program. Ends with 2 for a name that is not there, with 1 when a program did not end well.
 */
export function runNamed(folder: string, entry: string, unknownOne: (names: string) => string): void {
  const known = readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && file !== entry)
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  const isNumber = (word: string): boolean => /^\d+$/.test(word);
  const asked = process.argv.slice(2).filter((word) => !isNumber(word));
  const numbers = process.argv.slice(2).filter(isNumber);
  const unknown = asked.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`${unknownOne(unknown.join(', '))} Ask for some of: ${known.join(', ')}.\n`);
    process.exitCode = 2;
    return;
  }
  for (const name of asked.length > 0 ? asked : known) {
    const program = [join(folder, `${name}.ts`), ...numbers];
    const { status } = spawnSync(process.execPath, program, { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
