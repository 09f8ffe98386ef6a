import { SampleId } from '../../services/contract/identifiers.ts';
import type {
  WakeAdvice,
  WakePoint,
  WakeReport,
  WakeSample,
  WakeView,
} from '../../services/contract/wake.ts';

const minuteMs = 60_000;

/** From the calmest to the keenest: false alarms double with each step, misses fall. */
export function curveOf(falseAlarmsPerHour: number, missRate: number): readonly WakePoint[] {
  return [0, 0.25, 0.5, 0.75, 1].map((sensitivity) => ({
    sensitivity,
    threshold: 0.9 - 0.6 * sensitivity,
    falseAlarmsPerHour: falseAlarmsPerHour * 2 ** ((sensitivity - 0.5) * 8),
    missRate: Math.min(1, missRate * 2 ** ((0.5 - sensitivity) * 3)),
  }));
}

export function wakeReport(phrase: string, more: Partial<WakeReport> = {}): WakeReport {
  return {
    phrase,
    origin: 'shipped',
    trainedAtMs: Date.now() - 60 * 24 * 60 * minuteMs,
    recordings: 0,
    heldOut: null,
    hoursOfNegatives: 61,
    curve: curveOf(0.12, 0.036),
    ...more,
  };
}

export function wakeSample(number: number, more: Partial<WakeSample> = {}): WakeSample {
  return {
    id: SampleId.parse(`sample-${number}`),
    phrase: 'hey lares',
    kind: 'call',
    atMs: Date.now() - (20 - number) * minuteMs,
    durationMs: 780 + ((number * 137) % 400),
    peak: 0.3 + ((number * 7) % 5) / 12,
    ...more,
  };
}

/** The phrases that come with Lares, as on the first day. */
export function someWake(): WakeView {
  return {
    training: { kind: 'idle' },
    phrases: [wakeReport('computer'), wakeReport('jarvis', { curve: curveOf(0.021, 0.06) })],
    samples: [],
  };
}

/** A house that taught Lares a phrase of its own, and has recorded some calls since. */
export function taughtWake(): WakeView {
  return {
    training: { kind: 'idle' },
    phrases: [
      ...someWake().phrases,
      wakeReport('hey lares', {
        origin: 'trained',
        trainedAtMs: Date.now() - 14.5 * minuteMs,
        recordings: 5,
        heldOut: { recordings: 5, heard: 4 },
        curve: curveOf(0.3, 0.05),
      }),
    ],
    samples: [
      wakeSample(8, { peak: 1, durationMs: 1240 }),
      wakeSample(7, { kind: 'not_call', durationMs: 1900 }),
      wakeSample(6, { peak: 0.02 }),
      ...[5, 4, 3, 2, 1].map((number) => wakeSample(number)),
    ],
  };
}

/** A realistic judge of phrases: how long, and how common. */
export function adviceOn(phrase: string): WakeAdvice {
  const letters = phrase.replaceAll(/[^\p{L}]/gu, '').length;
  if (letters < 5)
    return {
      verdict: 'bad',
      advice: ['It is too short: half of what is said sounds like it.', 'Take two words, or a longer one.'],
    };
  if (['hello', 'good morning', 'okay'].includes(phrase))
    return {
      verdict: 'weak',
      advice: ['People say this to each other all day, so that Lares would wake often.'],
    };
  return { verdict: 'good', advice: [] };
}
