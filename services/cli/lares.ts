import { Command, CommanderError } from 'commander';
import { accessCommand } from './access.ts';
import { auditCommand } from './audit.ts';
import { backupCommand } from './backup.ts';
import { camerasCommand } from './cameras.ts';
import { doctorCommand } from './doctor.ts';
import { evalCommand } from './eval.ts';
import { caseCommand } from './case.ts';
import { complain } from './complain.ts';
import { keyCommand } from './key.ts';
import { listenCommand } from './listen.ts';
import { lockCommand } from './lock.ts';
import { memoryCommand } from './memory.ts';
import { modelsCommand } from './models.ts';
import { ownVersion } from './own-version.ts';
import { peopleCommand } from './people.ts';
import { restoreCommand } from './restore.ts';
import { sayCommand } from './say.ts';
import { searchCommand } from './search.ts';
import { settingsCommand } from './settings.ts';
import { startCommand } from './start.ts';
import { statusCommand } from './status.ts';
import { wakeCommand } from './wake.ts';

const usageExitCode = 2;

const program = new Command('lares')
  .description('The guardian of your house, on your own machine.')
  .version(ownVersion())
  .showHelpAfterError('(--help says more)')
  .addHelpText(
    'after',
    '\nExit codes: 0 done, 1 trouble, 2 not understood. LARES_DEBUG=1 shows where trouble arose.',
  );

for (const command of [
  startCommand(),
  doctorCommand(),
  statusCommand(),
  sayCommand(),
  listenCommand(),
  modelsCommand(),
  keyCommand(),
  settingsCommand(),
  camerasCommand(),
  peopleCommand(),
  accessCommand(),
  searchCommand(),
  auditCommand(),
  backupCommand(),
  restoreCommand(),
  lockCommand(),
  memoryCommand(),
  caseCommand(),
  evalCommand(),
  wakeCommand(),
])
  program.addCommand(command);

/** Commander ends the process by itself otherwise, with 1 for a usage that it did not understand. */
function leaveExitToUs(command: Command): void {
  command.exitOverride();
  for (const sub of command.commands) leaveExitToUs(sub);
}

leaveExitToUs(program);
try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : usageExitCode;
  else complain(error);
}
