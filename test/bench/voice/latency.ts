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

/**
 * The time from the last syllable of a command to the action: sound that is heard after it, in real-time order, and the time
 * that computing takes at the end, as measured.
 */
export async function latencies(
  ears: BenchEars,
  count: number,
): Promise<readonly Record<string, string | number>[]> {
  const delays: number[] = [];
  for (let i = 0; i < count; i++) {
    const delay = await latencyOf(ears, await spoken(i));
    if (delay !== null) delays.push(delay);
  }
  const sorted = delays.toSorted((a, b) => a - b);
  const share = (part: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
  return [
    {
      commands: count,
      acted: delays.length,
      'median ms': share(0.5),
      'p90 ms': share(0.9),
      'p99 ms': share(0.99),
    },
  ];
}

function spoken(index: number): Promise<Float32Array> {
  const text = `computer, ${commands[index % commands.length] ?? ''}`;
  const voice = voices[index % voices.length] ?? 'en-us';
  const speed = speeds[index % speeds.length] ?? '150';
  return espeak(['--stdin', '--stdout', '-v', voice, '-s', speed], text).then(decodeSound);
}

/** Milliseconds, null where nothing was done. */
async function latencyOf(ears: BenchEars, command: Float32Array): Promise<number | null> {
  const lastSyllable = beforeSamples + command.findLastIndex((sample) => Math.abs(sample) > audible);
  let heardSamples = 0;
  /** When the newest frame could be looked at, on the clock of the sound, and when that was on ours. */
  let startMs = 0;
  let beganMs = 0;
  let latencyMs: number | null = null;
  const nowMs = (): number => startMs + performance.now() - beganMs;
  const pipeline = benchPipeline(ears, () => {
    latencyMs = nowMs() - lastSyllable / samplesPerMs;
  });
  function* inOrder(): Generator<Float32Array> {
    for (const frame of framesOf(inQuietRoom(command))) {
      heardSamples += frame.length;
      // A frame is there when its sound is over, and waits while the one before it is looked at.
      startMs = Math.max(heardSamples / samplesPerMs, beganMs === 0 ? 0 : nowMs());
      beganMs = performance.now();
      yield frame;
    }
  }
  await exhaust(pipeline.hear(inOrder()));
  return latencyMs;
}
