import { Command } from 'commander';
import type { GalleryAdvice, Person } from '../contract/person.ts';
import { Trouble } from '../contract/trouble.ts';
import { asOwner, type HubClient, hubAddress, withHub } from './hub-client.ts';
import { ProgressBar } from './progress-bar.ts';
import { saveDownload } from './save-download.ts';
import { table } from './table.ts';

export function peopleCommand(): Command {
  const people = new Command('people').description('the people that the running house knows');
  people
    .command('list')
    .description('who is enrolled, by whose consent, and what would help to recognise them')
    .option('--json', 'as JSON')
    .action(async (options: { json?: true }) => {
      const list = await withHub((hub) => hub.people.list.query());
      console.log(options.json ? JSON.stringify(list, null, 2) : peopleText(list));
    });
  people
    .command('export')
    .description('write all that is kept of somebody to a zip file, in clear')
    .argument('<name>')
    .argument('[file]', 'where to', 'person.zip')
    .action(async (name: string, file: string) => {
      const url = `${hubAddress()}people/${await idOf(name)}.zip?${asOwner()}`;
      const bar = process.stderr.isTTY ? new ProgressBar('Export') : null;
      const bytes = await saveDownload(url, file, bar);
      console.log(`${file}: ${(bytes / 1e6).toFixed(1)} MB, not encrypted.`);
    });
  people
    .command('erase')
    .description('erase somebody: faces, pictures, and the name in every event')
    .argument('<name>')
    .action(async (name: string) => {
      await withPerson(name, ({ id }, hub) => hub.people.remove.mutate({ personId: id }));
      console.log('In ten seconds nothing of them is left. Until then: lares people keep <name>');
    });
  people
    .command('keep')
    .description('take an erasure back, within ten seconds')
    .argument('<name>')
    .action(async (name: string) => {
      await withPerson(name, ({ id }, hub) => hub.people.keep.mutate({ personId: id }));
      console.log('They stay.');
    });
  people.addCommand(consentCommand());
  return people;
}

function consentCommand(): Command {
  return new Command('consent')
    .description('note who allowed that a face is kept')
    .argument('<name>')
    .requiredOption('--given-by <name>', 'they themselves, or who decides for a child')
    .requiredOption('--recorded-by <name>', 'who notes it')
    .action(async (name: string, consent: { givenBy: string; recordedBy: string }) => {
      await withPerson(name, ({ id }, hub) => hub.people.consent.mutate({ personId: id, consent }));
      console.log('Noted.');
    });
}

/** A table for a terminal. */
export function peopleText(people: readonly Person[]): string {
  if (people.length === 0) return 'Nobody is enrolled.';
  const rows = people.map(({ name, faces, consent, advice, leavesAtMs }) => [
    name,
    `${faces.length}`,
    consent === null ? 'not recorded' : `${consent.givenBy}, ${dayOf(consent.atMs)}`,
    leavesAtMs === null ? advice.map(adviceText).join(', ') : 'is being erased',
  ]);
  return table([['name', 'faces', 'consent', 'would help'], ...rows]);
}

const kinds: Readonly<Record<GalleryAdvice['want'], string>> = {
  any: 'more',
  front: 'from the front',
  left: 'from the left',
  right: 'from the right',
  larger: 'larger',
  sharper: 'sharper',
};

function adviceText({ want, count }: GalleryAdvice): string {
  return `${count} ${kinds[want]}`;
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

async function idOf(name: string): Promise<Person['id']> {
  return withPerson(name, ({ id }) => Promise.resolve(id));
}

async function withPerson<T>(name: string, work: (person: Person, hub: HubClient) => Promise<T>): Promise<T> {
  return withHub(async (hub) => {
    const person = personNamed(await hub.people.list.query(), name);
    return work(person, hub);
  });
}

/** Capitals and the way letters are composed do not matter. Throws Trouble when there is nobody. */
export function personNamed(people: readonly Person[], name: string): Person {
  const key = (text: string): string => text.trim().normalize('NFKC').toLowerCase();
  const person = people.find((one) => key(one.name) === key(name));
  if (person === undefined)
    throw new Trouble('not_found', {
      what: 'Nobody of this name is enrolled.',
      advice: 'npx lares people list shows who is.',
    });
  return person;
}
