import { compileBuiltinPack } from '../models/packs.ts';
import { pathsFrom } from '../services/contract/paths.ts';
import { Trouble } from '../services/contract/trouble.ts';

// Makes the built-in networks that are missing; set-up runs it before every start, so it is quick when all is there.
try {
  await compileBuiltinPack({
    models: pathsFrom(process.env).models,
    onProgress: (number, total, name) => {
      console.log(`networks ${number} of ${total}: ${name}`);
    },
  });
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  console.error(error.sentences);
  process.exitCode = 1;
}
