import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pathsFrom } from '../contract/paths.ts';

// The hub's process: `node services/hub/process.ts [--settings FILE]`, or a utility process of Electron.

// Compiled code is kept beside the networks, for the children too: it halves the processor time of a start.
process.env['NODE_COMPILE_CACHE'] ??= join(pathsFrom(process.env).models, '../compiled');
enableCompileCache(process.env['NODE_COMPILE_CACHE']);

const { runHub } = await import('./run.ts');
const settings = settingsArgument();
if (settings !== null) await runHub(settings);

/** The settings file, if one is given; null when the arguments are not understood. The window's own mean nothing here. */
function settingsArgument(): string | undefined | null {
  const flag = { type: 'boolean' } as const;
  try {
    const options = { settings: { type: 'string' }, windowed: flag, 'start-at-login': flag } as const;
    return parseArgs({ options, allowNegative: true }).values.settings;
  } catch {
    process.stderr.write(
      'Lares does not know these arguments. It takes --settings FILE; npx lares --help says more.\n',
    );
    process.exitCode = 2;
    return null;
  }
}
