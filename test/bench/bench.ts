import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

// npm run bench -- [name…] [number…]: runs the benchmarks of this folder by name, one after the other; without a name all of
// them. What numbers mean, a benchmark says itself.
const folder = import.meta.dirname;
const known = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && file !== 'bench.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();
const isNumber = (word: string): boolean => /^\d+$/.test(word);
const asked = process.argv.slice(2).filter((word) => !isNumber(word));
const numbers = process.argv.slice(2).filter(isNumber);
const unknown = asked.filter((name) => !known.includes(name));

if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}. Ask for some of: ${known.join(', ')}.`);
  process.exitCode = 2;
} else {
  for (const name of asked.length > 0 ? asked : known) {
    const { status } = spawnSync(process.execPath, [join(folder, `${name}.ts`), ...numbers], {
      stdio: 'inherit',
    });
    if (status !== 0) process.exitCode = 1;
  }
}
