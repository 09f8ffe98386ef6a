import { Command } from 'commander';
import { withHub } from './hub-client.ts';

/** `lares lock`: closes the running house until its passphrase is given. */
export function lockCommand(): Command {
  return new Command('lock')
    .description(
      'lock the running house: nothing is seen, heard or recorded until its passphrase is given on the page',
    )
    .action(async () => {
      await withHub((hub) => hub.house.lock.mutate());
      console.log('The house is locked. Its page asks for the passphrase.');
    });
}
