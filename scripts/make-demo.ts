// Makes the demo house's camera clips once, from the sample photographs of an npm package.
import { join } from 'node:path';
import { Trouble } from '../services/contract/trouble.ts';
import { pathsFrom } from '../services/contract/paths.ts';
import { makeDemoClips } from '../services/hub/demo/demo-clips.ts';

try {
  await makeDemoClips({
    directory: join(pathsFrom(process.env).models, '../demo'),
    onProgress: (done, total) => {
      console.error(`Lares: demo clips ${done} of ${total}`);
    },
  });
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  console.error(`Lares: ${error.sentences}`);
  process.exitCode = 1;
}
