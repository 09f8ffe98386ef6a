import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// npm run faults -- [name…] [number…]: breaks what the files of this folder break, by name, one after the other; without a name
// all of them. What numbers mean, each says itself. Ends with 1 when something did not hold.
const folder = import.meta.dirname;
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'faults.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();
const isNumber = (word: string): boolean => /^\d+$/.test(word);
const asked = process.argv.slice(2).filter((word) => !isNumber(word));
const numbers = process.argv.slice(2).filter(isNumber);
const unknown = asked.filter((name) => !known.includes(name));

if (unknown.length > 0) {
  process.stderr.write(`Nothing breaks ${unknown.join(', ')}. Ask for some of: ${known.join(', ')}.\n`);
  process.exitCode = 2;
} else {
  for (const name of asked.length > 0 ? asked : known) {
    const { status } = spawnSync(process.execPath, [join(folder, `${name}.ts`), ...numbers], {
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 1;
  }
}
