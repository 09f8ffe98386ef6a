// Calibrates when a spoken sentence is done, asked or refused. Speaks sentences of the grammar (quietly and in noise), sentences
// that are nearly of it, and foreign talk by the synthesisers espeak-ng and flite, lets the recogniser hear them, prints how the
// measures are distributed, and writes the constants to services/voice/recogniser/rejection.ts. Of recorded foreign speech every
// second file is calibrated on, and the others only show whether it holds. Run it after a change of the grammar, the beams or
// the acoustic model: node scripts/calibrate-rejection.ts [folder with recorded foreign speech …]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Intent } from '../services/contract/intent.ts';
import { findClips } from '../services/evaluate/clips.ts';
import { mixWithNoise } from '../services/evaluate/mix.ts';
import { buildGrammar, loadPhrases } from '../services/voice/phrases/intents.ts';
import { PocketSphinxEngine } from '../services/voice/recogniser/pocketsphinx-engine.ts';
import { inQuietRoom } from '../services/voice/sound/quiet-room.ts';
import { framesOf, readSound } from '../services/voice/sound/sound.ts';
import { home, sentences } from './rejection-sentences.ts';

const constants = join(import.meta.dirname, '../services/voice/recogniser/rejection.ts');
const noiseSnrDb = 10;
/** What is done stays so much below the ratio of anything foreign. */
const margin = 0.01;
const longestForeignSeconds = 4;
/** Recordings beyond this many are left out, evenly: so it takes minutes, not an hour. */
const mostRecordings = 96;

/** What was heard of something spoken: the ratio, and the worst word's excess. */
interface Heard {
  readonly ratio: number;
  readonly worst: number;
}

/** Of sentences, those in which words were found at all. */
interface Measured {
  readonly heard: readonly Heard[];
  readonly spoken: number;
}

const folder = mkdtempSync(join(tmpdir(), 'lares-calibration-'));
const engine = await PocketSphinxEngine.open<Intent>(buildGrammar(loadPhrases('en', folder), home), '');
const voices = ['slt', 'rms', 'awb', 'en-us', 'en-gb+f3'];

/** The next voice in turn speaks the text. */
async function speak(text: string, turn: number): Promise<Float32Array> {
  const voice = voices[turn % voices.length] ?? 'slt';
  const path = join(folder, 'spoken.wav');
  if (voice.startsWith('en-')) execFileSync('espeak-ng', ['-v', voice, '-s', '150', '-w', path, text]);
  else execFileSync('flite', ['-voice', voice, '-t', text, '-o', path]);
  return readSound(path);
}

/** Noise that falls by 3 dB an octave, as that of rooms roughly does (Kellet's filter), ten seconds of it. */
function pinkNoise(): Float32Array {
  let [a, b, c, seed] = [0, 0, 0, 1];
  return Float32Array.from({ length: 160_000 }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    const white = seed / 1_073_741_824 - 1;
    a = 0.99765 * a + white * 0.099046;
    b = 0.963 * b + white * 0.2965164;
    c = 0.57 * c + white * 1.0526913;
    return (a + b + c + white * 0.1848) * 0.1;
  });
}

function hear(what: string, sound: Float32Array): readonly Heard[] {
  engine.begin('anyhow');
  for (const frame of framesOf(inQuietRoom(sound).subarray(0, -16_000))) engine.hear(frame);
  engine.end();
  const { evidence } = engine;
  if (evidence === null) return [];
  const { text, ratio, fits } = evidence;
  const worst = Math.max(0, ...fits.map(({ excess }) => excess));
  process.stderr.write(`${what}: ${text} (${ratio.toFixed(2)}, ${worst.toFixed(0)})\n`);
  return [{ ratio, worst }];
}

async function measure(texts: readonly string[], change = (sound: Float32Array) => sound): Promise<Measured> {
  const heard: Heard[] = [];
  for (const [turn, text] of texts.entries()) heard.push(...hear(text, change(await speak(text, turn))));
  return { heard, spoken: texts.length };
}

async function measureFiles(paths: readonly string[]): Promise<Measured> {
  const heard: Heard[] = [];
  for (const path of paths)
    heard.push(...hear(path, (await readSound(path)).subarray(0, longestForeignSeconds * 16_000)));
  return { heard, spoken: paths.length };
}

/** The value below which a share of the values lies, 0..1. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? NaN;
}

function quantiles(values: readonly number[]): string {
  return [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1]
    .map((share) => quantile(values, share).toFixed(2).padStart(7))
    .join('');
}

const noise = pinkNoise();
const near = await measure(sentences.near);
const quiet = await measure(sentences.orders);
const noisy = await measure(sentences.orders, (sound) =>
  mixWithNoise(sound, noise, { snrDb: noiseSnrDb, seed: 1 }),
);
const spokenForeign = await measure(sentences.foreign);
const folders = process.argv.slice(2);
const found = folders.length === 0 ? [] : await findClips(folders);
const every = Math.max(1, found.length / mostRecordings);
const paths = Array.from(
  { length: Math.min(found.length, mostRecordings) },
  (_, i) => found[Math.floor(i * every)] ?? '',
);
const recorded = await measureFiles(paths.filter((_, i) => i % 2 === 0));
const held = await measureFiles(paths.filter((_, i) => i % 2 === 1));
rmSync(folder, { recursive: true });
engine.close();

// Synthesisers are less like people's talk than people are: they count where there are no recordings.
const foreign = recorded.heard.length > 0 ? recorded : spokenForeign;
const foreignRatios = foreign.heard.map(({ ratio }) => ratio);
const nothingHeard = Array.from({ length: foreign.spoken - foreign.heard.length }, () => Infinity);
const words = [...quiet.heard, ...noisy.heard].map(({ worst }) => worst);
/** None of foreign talk is done. One in five may be asked: a no costs less than an order that has to be said again. */
const sureBelow = Math.min(...foreignRatios) - margin;
const strangeFrom = quantile([...foreignRatios, ...nothingHeard], 0.2);
/** Of the words of orders one in twenty seems strange. */
const strangeWordFrom = quantile(words, 0.95);

const rows = {
  'orders, quiet': quiet,
  'orders, 10 dB': noisy,
  near,
  'foreign, synthetic': spokenForeign,
  'foreign, recorded': recorded,
  'foreign, held out': held,
};
process.stdout.write(
  '                        spoken  words      min     5%    25%    50%    75%    95%    max\n',
);
for (const [what, { heard, spoken }] of Object.entries(rows)) {
  const counts = `${String(spoken).padStart(6)}${String(heard.length).padStart(7)}  `;
  process.stdout.write(`${what.padEnd(24)}${counts}${quantiles(heard.map(({ ratio }) => ratio))}   ratio\n`);
  process.stdout.write(`${''.padEnd(39)}${quantiles(heard.map(({ worst }) => worst))}   worst word\n`);
}
for (const [what, { heard, spoken }] of Object.entries(rows)) {
  const likely = heard.filter(({ ratio }) => ratio < strangeFrom);
  const done = likely.filter(({ ratio, worst }) => ratio < sureBelow && worst < strangeWordFrom);
  const asked = likely.length - done.length;
  process.stdout.write(
    `${what}: ${done.length} done, ${asked} asked, ${spoken - likely.length} refused of ${spoken}\n`,
  );
}
const written = readFileSync(constants, 'utf8')
  .replace(/sureBelow = [\d.]+/, `sureBelow = ${sureBelow.toFixed(2)}`)
  .replace(/strangeFrom = [\d.]+/, `strangeFrom = ${strangeFrom.toFixed(2)}`)
  .replace(/strangeWordFrom = [\d.]+/, `strangeWordFrom = ${strangeWordFrom.toFixed(0)}`);
writeFileSync(constants, written);
process.stdout.write(written);
