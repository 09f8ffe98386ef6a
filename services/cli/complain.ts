import { Trouble } from '../contract/trouble.ts';

/** Ends a command that failed: the trouble's two sentences on standard error, exit code 1. */
export function complain(error: unknown): void {
  process.exitCode = 1;
  const debug = process.env['LARES_DEBUG'] !== undefined;
  if (error instanceof Trouble) console.error(error.sentences);
  else
    console.error(
      `Lares made a mistake of its own: ${error instanceof Error ? error.message : String(error)}${debug ? '' : ' LARES_DEBUG=1 shows where.'}`,
    );
  if (debug) console.error(error);
}
