import { existsSync } from 'node:fs';
import { Command } from 'commander';

const names = ['faces', 'identify', 'faceboxes', 'motion', 'events', 'wake', 'commands', 'intents'] as const;

/** Everything that `lares eval` measures, with the product's own functions and default settings. */
export async function evalCommand(): Promise<Command> {
  const command = new Command('eval').description('measure, on public data, what Lares promises');
  for (const name of names) {
    const file = new URL(`../evaluate/${name}.ts`, import.meta.url);
    if (!existsSync(file)) continue;
    const loaded: unknown = await import(file.href);
    const make: unknown = Reflect.get(Object(loaded), `${name}Command`);
    const made: unknown = typeof make === 'function' ? Reflect.apply(make, undefined, []) : undefined;
    if (made instanceof Command) command.addCommand(made);
  }
  return command;
}
