import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathsFrom } from '../../services/contract/paths.ts';
import { printTable } from '../../services/evaluate/table.ts';
import { shippedWakePhrases } from '../../services/voice/wake/shipped-phrases.ts';
import { alwaysOn } from './voice/always-on.ts';
import { openBenchEars } from './voice/bench-ears.ts';
import { latencies } from './voice/latency.ts';
import { costsOfStages } from './voice/stages.ts';

// What the ear costs, stage by stage, against the voice activity in the same run; what it costs all day long in a quiet room and
// where people talk without end; and how long it takes from the last syllable to the light and to the action. Speech is espeak-ng's.
// Ratios travel to other machines, times don't. A number: how many commands.
const COMMANDS = Number(process.argv[2] ?? 100);

if (!existsSync('/usr/bin/espeak-ng') || (await shippedWakePhrases()).length === 0) {
  console.error('espeak-ng is not installed, or no wake phrase is in resources/wake.');
  process.exitCode = 1;
} else {
  const models = pathsFrom(process.env).models;
  const phrases = join(import.meta.dirname, 'voice');
  const ears = await openBenchEars({ models, phrases });
  printTable('Voice: cost of each stage, one thread', await costsOfStages(ears));
  printTable('Voice: always on', await alwaysOn(ears));
  printTable(`Voice: from the last syllable on, ${COMMANDS} commands`, await latencies(ears, COMMANDS));
  await ears.hearing.close();
}
