import { resolve } from 'node:path';
import { Command } from 'commander';
import { printExchanges } from './exchanges.ts';
import { withHub } from './hub-client.ts';

export function listenCommand(): Command {
  return new Command('listen')
    .description('let Lares hear a sound file as if it came from the microphone')
    .argument('<file>', 'wav, flac or another sound file')
    .action(async (file: string) => {
      printExchanges(await withHub((hub) => hub.voice.listenTo.mutate({ path: resolve(file) })));
    });
}
