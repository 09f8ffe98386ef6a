// Compiles the motion detector's kernels into resources/motion.wasm. The file is kept beside the sources, so that nothing
// but an editor of these needs the compiler; a test proves that it is what they compile to.
//
//     node scripts/compile-kernels.ts
import { renameSync, writeFileSync } from 'node:fs';
import { KERNELS_FILE } from '../services/vision/motion-kernels.ts';
import { compiledKernels } from './compiled-kernels.ts';

const bytes = await compiledKernels();
writeFileSync(`${KERNELS_FILE}.new`, bytes);
renameSync(`${KERNELS_FILE}.new`, KERNELS_FILE);
console.log(`${KERNELS_FILE}: ${bytes.length} bytes`);
