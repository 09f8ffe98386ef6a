import { Command } from 'commander';

export function startCommand(): Command {
  return new Command('start')
    .description('run the hub in this terminal, until Ctrl-C')
    .option('--settings <file>', 'take over these settings first (JSON or YAML)')
    .action(async (options: { settings?: string }) => {
      const { runHub } = await import('../hub/run.ts');
      await runHub(options.settings);
    });
}
