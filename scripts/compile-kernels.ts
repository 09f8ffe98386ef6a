// Compiles the kernels of motion detection and those in front of the networks into resources/*.wasm. The files are kept
// beside the sources, so that nothing but an editor of these needs the compiler; tests prove that they are what these
// compile to.
//
//     node scripts/compile-kernels.ts
import { renameSync, writeFileSync } from 'node:fs';
import { compiledKernels, kernels } from './compiled-kernels.ts';

for (const name of ['motion', 'image'] as const) {
  const { file } = kernels[name];
  const bytes = await compiledKernels(name);
  writeFileSync(`${file}.new`, bytes);
  renameSync(`${file}.new`, file);
  console.log(`${file}: ${bytes.length} bytes`);
}
