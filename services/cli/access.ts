import { Command } from 'commander';
import { type Member, Pin } from '../contract/access.ts';
import { Trouble } from '../contract/trouble.ts';
import { type HubClient, withHub } from './hub-client.ts';
import { type Ask, askers } from './key/ask.ts';
import { table } from './table.ts';

/** `lares access`: who may do what. Whoever may read the house's files is its owner, and needs no PIN here. */
export function accessCommand(): Command {
  const access = new Command('access').description('who has a PIN, and a new one for who forgot theirs');
  access
    .command('list')
    .description('who has a PIN, and as what')
    .action(async () => {
      const members = await withHub((hub) => hub.access.members.query());
      console.log(accessText(members));
    });
  access
    .command('pin')
    .description('give somebody a new PIN')
    .argument('<name>', 'as it is listed')
    .option('--stdin', 'read the PIN from standard input')
    .action(async (name: string, options: { stdin?: true }) => {
      const pin = await newPin(await askers(options.stdin === true), options.stdin === true);
      await withHub((hub) => giveNewPin(hub, { name, pin }));
      console.log(`${name} has a new PIN.`);
    });
  return access;
}

/** A table for a terminal. */
export function accessText(members: readonly Member[]): string {
  if (members.length === 0) return 'Nobody has a PIN: whoever is at the kiosk may do everything.';
  return table([['name', 'role'], ...members.map(({ name, role }) => [name, role])]);
}

async function giveNewPin(hub: HubClient, { name, pin }: { name: string; pin: string }): Promise<void> {
  const members = await hub.access.members.query();
  const member = members.find((each) => each.name === name && each.leavesAtMs === null);
  if (member === undefined)
    throw new Trouble('not_found', {
      what: `Nobody called ${name} has a PIN.`,
      advice: 'npx lares access list says who has one.',
    });
  const { id: memberId, role, personId } = member;
  await hub.access.save.mutate({ memberId, name, role, personId, pin });
}

/** Asked twice, where somebody types it. Throws Trouble `bad_input`. */
async function newPin(ask: Ask, onlyOnce: boolean): Promise<string> {
  const pin = await ask('New PIN: ');
  if (!Pin.safeParse(pin).success)
    throw new Trouble('bad_input', { what: 'This is no PIN.', advice: 'It has 4 to 12 digits.' });
  if (onlyOnce || pin === (await ask('Once more: '))) return pin;
  throw new Trouble('bad_input', {
    what: 'The two PINs differ.',
    advice: 'Nothing was changed; try again.',
  });
}
