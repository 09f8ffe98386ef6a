import { inQuietRoom } from '../../../services/voice/sound/quiet-room.ts';
import { decodeSound, framesOf } from '../../../services/voice/sound/sound.ts';
import { espeak } from '../../../services/voice/sound/espeak.ts';
import { benchPipeline, exhaust } from './bench-pipeline.ts';
import type { BenchEars } from './bench-ears.ts';

const voices = ['en-us', 'en-us+f2', 'en-us+m3', 'en-gb', 'en-us+f4'];
const speeds = ['140', '150', '165'];
const commands = [
  'turn on the kitchen light',
  'turn off the reading lamp',
  'lock the front door',
  'close the bedroom blind',
  'what time is it',
  'set a timer for five minutes',
  'turn on the coffee machine',
  'who is at the front door',
];
/** What a synthesiser leaves behind the last syllable is softer than this. */
const audible = 0.02;
const beforeSamples = 8_000;
const samplesPerMs = 16;

/** Between the wake phrase and the command, as in one breath. */
const breathSamples = 1_600;

/** A call and a command; where their last syllables end, in samples. */
interface Spoken {
  readonly sound: Float32Array;
  readonly callEnds: number;
  readonly commandEnds: number;
}

/** In milliseconds after the last syllable of the call and of the command; null where it did not come. */
interface Latency {
  readonly noticedMs: number | null;
  readonly calledMs: number | null;
  readonly actedMs: number | null;
}

/**
 * The time from the last syllable of the wake phrase to the light, and from that of a command to the action: sound that is heard
 * after it, in real-time order, and the time that computing takes at the end, as measured.
 */
export async function latencies(
  ears: BenchEars,
  count: number,
): Promise<readonly Record<string, string | number>[]> {
  const all: Latency[] = [];
  for (let i = 0; i < count; i++) all.push(await latencyOf(ears, await spoken(i)));
  return [
    row('from the wake phrase to the light', count, (latency) => latency.noticedMs ?? latency.calledMs, all),
    row('from the wake phrase to the chime', count, (latency) => latency.calledMs, all),
    row('from the command to the action', count, (latency) => latency.actedMs, all),
  ];
}

function row(
  what: string,
  ...[commands, of, all]: [number, (latency: Latency) => number | null, readonly Latency[]]
): Record<string, string | number> {
  const sorted = all
    .map(of)
    .filter((ms) => ms !== null)
    .toSorted((a, b) => a - b);
  const share = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
  return {
    time: what,
    commands,
    came: sorted.length,
    'median ms': share(0.5),
    'p90 ms': share(0.9),
    'p99 ms': share(0.99),
  };
}

async function spoken(index: number): Promise<Spoken> {
  const voice = voices[index % voices.length] ?? 'en-us';
  const speed = speeds[index % speeds.length] ?? '150';
  const say = async (text: string): Promise<Float32Array> => {
    const sound = await decodeSound(await espeak(['--stdin', '--stdout', '-v', voice, '-s', speed], text));
    return sound.subarray(0, 1 + sound.findLastIndex((sample) => Math.abs(sample) > audible));
  };
  const call = await say('computer');
  const command = await say(commands[index % commands.length] ?? '');
  const sound = new Float32Array(call.length + breathSamples + command.length);
  sound.set(call);
  sound.set(command, call.length + breathSamples);
  return { sound, callEnds: beforeSamples + call.length, commandEnds: beforeSamples + sound.length };
}

async function latencyOf(ears: BenchEars, { sound, callEnds, commandEnds }: Spoken): Promise<Latency> {
  let heardSamples = 0;
  /** When the newest frame could be looked at, on the clock of the sound, and when that was on ours. */
  let startMs = 0;
  let beganMs = 0;
  let noticedMs: number | null = null;
  let calledMs: number | null = null;
  let actedMs: number | null = null;
  const nowMs = (): number => startMs + performance.now() - beganMs;
  const pipeline = benchPipeline(ears, {
    noticed: () => {
      noticedMs ??= nowMs() - callEnds / samplesPerMs;
    },
    called: () => {
      calledMs ??= nowMs() - callEnds / samplesPerMs;
    },
    acted: () => {
      actedMs ??= nowMs() - commandEnds / samplesPerMs;
    },
  });
  function* inOrder(): Generator<Float32Array> {
    for (const frame of framesOf(inQuietRoom(sound))) {
      heardSamples += frame.length;
      // A frame is there when its sound is over, and waits while the one before it is looked at.
      startMs = Math.max(heardSamples / samplesPerMs, beganMs === 0 ? 0 : nowMs());
      beganMs = performance.now();
      yield frame;
    }
  }
  await exhaust(pipeline.hear(inOrder()));
  return { noticedMs, calledMs, actedMs };
}
