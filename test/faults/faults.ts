import { runNamed } from '../run-named.ts';

// npm run faults -- [name…] [number…]: breaks what the files of this folder break, by name, one after the other; without a name
// all of them. What numbers mean, each says itself. Ends with 1 when something did not hold.
runNamed(import.meta.dirname, 'faults.ts', (names) => `Nothing breaks ${names}.`);
