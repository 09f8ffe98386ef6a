import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { printTable } from '../../services/evaluate/table.ts';
import { secretsOf } from './memory/clear-bytes.ts';
import { filmIn, makeFilm } from './memory/film.ts';
import { newHouse } from './memory/house.ts';
import { houseKey } from './memory/recorded-house.ts';
import { type Fault, faults, fullRound, type Ground, type Round, round } from './memory/rounds.ts';
import { seeded } from './memory/seeded.ts';
import { whyNoMount } from './memory/small-disk.ts';

// Kills a house that records two cameras, at random moments, and tears what it wrote. Numbers: how many rounds, and the seed.
const ROUNDS = Number(process.argv[2] ?? 200);
const SEED = Number(process.argv[3] ?? Date.now() % 1_000_000);
/** In one house, before a new one begins. */
const LIVES = 20;
/** Of ten rounds. */
const turns: readonly Fault[] = [
  ...(['killed', 'newest clip cut', 'killed', 'log cut', 'killed'] as const),
  ...(['newest clip flipped', 'killed', 'log flipped', 'killed', 'disk full'] as const),
];

const noMount = whyNoMount();
process.stdout.write(`Seed ${SEED}.${noMount === null ? '' : ` No full disk: ${noMount}.`}\n`);
const folder = mkdtempSync(join(tmpdir(), 'lares-faults-'));
const rounds: Round[] = [];
/** Told to end, it tells what it found until then. */
const told = { toEnd: false };
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    told.toEnd = true;
  });
try {
  makeFilm(folder);
  const film = filmIn(folder);
  const secrets = secretsOf(film, houseKey());
  const ground: Ground = { folder, filmFolder: folder, film, secrets, random: seeded(SEED) };
  let house = newHouse(join(folder, 'house-0'));
  for (let n = 0; n < ROUNDS && !told.toEnd; n += 1) {
    if (n > 0 && n % LIVES === 0) {
      rmSync(join(house.dataDirectory, '..'), { recursive: true });
      house = newHouse(join(folder, `house-${n}`));
    }
    const wanted = turns[n % turns.length] ?? 'killed';
    const isFull = wanted === 'disk full' && noMount === null;
    const found = isFull ? await fullRound(ground) : await round(ground, house, wanted);
    rounds.push(found);
    for (const flaw of flawsOf(found)) process.stdout.write(`Round ${n + 1}, ${found.fault}: ${flaw}\n`);
    if ((n + 1) % 20 === 0) process.stderr.write(`${n + 1} of ${ROUNDS} rounds\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
printTable(
  `Memory: ${rounds.length} rounds of a kill while two cameras record, seed ${SEED}`,
  [...faults, 'all' as const].map((fault) =>
    rowOf(
      fault,
      rounds.filter((each) => fault === 'all' || each.fault === fault),
    ),
  ),
);
process.exitCode = rounds.some((found) => flawsOf(found).length > 0) ? 1 : 0;

function rowOf(fault: string, of: readonly Round[]) {
  const sum = (figure: (found: Round) => number): number => of.reduce((all, found) => all + figure(found), 0);
  return {
    fault,
    rounds: of.length,
    opened: of.filter(({ opening }) => opening === null).length,
    events: sum(({ events }) => events),
    'lost, older than 2 s': sum(({ lost }) => lost.length),
    'lost, younger': sum(({ young }) => young.length),
    clips: sum(({ clips }) => clips),
    'did not play': sum(({ unplayable }) => unplayable.length),
    'clear bytes': sum(({ clear }) => clear.length),
    'recorded on': of.filter(({ opening, stuck }) => opening === null && stuck === null).length,
    'worst to open, ms': of.length === 0 ? null : Math.round(Math.max(...of.map(({ openMs }) => openMs))),
  };
}

function flawsOf({ ended, opening, lost, unplayable, clear, stuck }: Round): string[] {
  const single = [ended, opening, stuck].flatMap((flaw) => flaw ?? []);
  return [...single, ...lost, ...unplayable, ...clear.map((where) => `in clear: ${where}`)];
}
