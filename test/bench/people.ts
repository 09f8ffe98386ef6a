import { printTable } from '../../services/evaluate/table.ts';
import { modelFolders } from './people/model-folders.ts';
import { RecordedRuns } from './people/recorded-runs.ts';
import { peopleFrame } from './people/scene.ts';
import { type Stage, stagesOf } from './people/stages.ts';

// What each stage of finding and recognising people costs, against the bare networks in the same run: those that the stage
// ran, on the same tensors, made before. Both take turns, so that what else the machine does disturbs them alike; the
// processor's time counts, and the median of the rounds. Ratios travel to other machines, times don't.
// A number: how many rounds.
const ROUNDS = Number(process.argv[2] ?? 40);
/** Rounds in which the programs are still being compiled. */
const WARM_UP = 30;

interface Contest {
  readonly stage: Stage;
  readonly bare: RecordedRuns;
  readonly whole: number[];
  readonly networks: number[];
}

/** Milliseconds of processor time (of all threads). */
async function cost(work: () => unknown, times: number): Promise<number> {
  const start = process.cpuUsage();
  for (let i = 0; i < times; i += 1) await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / times;
}

function median(values: readonly number[]): number {
  return values.slice(WARM_UP).toSorted((a, b) => a - b)[(values.length - WARM_UP) >> 1] ?? Number.NaN;
}

async function race(stages: readonly Stage[]): Promise<readonly Contest[]> {
  const contests: Contest[] = [];
  for (const stage of stages) {
    contests.push({ stage, bare: await RecordedRuns.of(stage.work), whole: [], networks: [] });
  }
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const { stage, bare, whole, networks } of contests) {
      whole.push(await cost(stage.work, stage.times ?? 1));
      networks.push(await cost(() => bare.again(), stage.times ?? 1));
    }
  }
  return contests;
}

const frame = await peopleFrame();
if (frame === null) {
  console.error('There is no photo of people: npm did not install @vladmandic/face-api, which carries one.');
  process.exitCode = 1;
} else {
  for (const { pack, models } of await modelFolders()) {
    const contests = await race(await stagesOf(models, frame));
    printTable(
      `People, ${pack}, one thread, medians of ${ROUNDS}`,
      contests.map(({ stage, bare, whole, networks }) => {
        const ratios = whole.map((value, round) => value / (networks[round] ?? Number.NaN));
        const runs = bare.count > 0;
        return {
          stage: stage.what,
          milliseconds: median(whole),
          'networks run': bare.count,
          'their milliseconds': runs ? median(networks) : null,
          ratio: runs ? median(ratios) : null,
          'beside them, %': runs ? Math.max(0, 100 * (1 - 1 / median(ratios))) : null,
        };
      }),
    );
  }
}
