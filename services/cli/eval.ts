import { Command } from 'commander';
import { commandsCommand } from '../evaluate/commands.ts';
import { eventsCommand } from '../evaluate/events.ts';
import { faceboxesCommand } from '../evaluate/faceboxes.ts';
import { facesCommand } from '../evaluate/faces.ts';
import { identifyCommand } from '../evaluate/identify.ts';
import { intentsCommand } from '../evaluate/intents.ts';
import { motionCommand } from '../evaluate/motion.ts';
import { wakeCommand } from '../evaluate/wake.ts';

/** Everything that Lares can measure of itself, with the product's own functions and default settings. */
export function evalCommand(): Command {
  const command = new Command('eval').description('measure, on public data, what Lares promises');
  for (const measure of [
    motionCommand(),
    eventsCommand(),
    facesCommand(),
    identifyCommand(),
    faceboxesCommand(),
    wakeCommand(),
    commandsCommand(),
    intentsCommand(),
  ])
    command.addCommand(measure);
  return command;
}
