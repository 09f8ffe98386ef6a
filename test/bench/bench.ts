import { runNamed } from '../run-named.ts';

// npm run bench -- [name…] [number…]: runs the benchmarks of this folder by name, one after the other; without a name all of
// them. What numbers mean, a benchmark says itself.
runNamed(import.meta.dirname, 'bench.ts', (names) => `There is no benchmark ${names}.`);
