import { Command } from 'commander';
import { printExchanges } from './exchanges.ts';
import { withHub } from './hub-client.ts';

export function sayCommand(): Command {
  return new Command('say')
    .description('say something to Lares: it is spoken into the pipeline that the microphone feeds')
    .argument('<text...>', 'what to say, the wake word included: computer, turn on the kitchen light')
    .action(async (words: readonly string[]) => {
      printExchanges(await withHub((hub) => hub.voice.say.mutate({ text: words.join(' ') })));
    });
}
