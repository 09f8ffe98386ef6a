import type { SpeechEmbedding } from '../../../models/speech-embedding.ts';
import type { WakeHeads } from '../../../models/wake-heads.ts';
import { voiceFrameSamples, voiceSampleRateHz } from '../../../models/voice-activity.ts';
import type { WakeReport } from '../../contract/wake.ts';
import { CallSpotter, type Candidate } from './call-spotter.ts';
import { EmbeddingStream, windowStepSamples, type Windows } from './embedding-stream.ts';
import { leastLookedAt, lookedAtSamples, mostLift, usualLift, type SecondLook } from './second-look.ts';
import { SoundRing } from './sound-ring.ts';
import { thresholdAt } from './wake-threshold.ts';

/** A phrase that can be heard. What `stops` Lares is only listened for while it speaks. */
export interface KnownPhrase {
  readonly phrase: string;
  readonly stops: boolean;
  readonly heads: WakeHeads;
  /** Looks at what the heads find; null where there is none, and their score alone decides. */
  readonly secondLook: Pick<SecondLook, 'lift' | 'close'> | null;
  readonly report: WakeReport;
}

/**
 * A phrase that was heard. `sound` goes from its beginning, with some margin, to now; the phrase ended about `endedSamplesAgo`
 * samples before now. When it is not `sure`, it counts only together with a command that is well understood in the same
 * breath.
 */
export interface Wake {
  readonly phrase: string;
  readonly stops: boolean;
  readonly sure: boolean;
  readonly score: number;
  readonly sound: Float32Array;
  readonly endedSamplesAgo: number;
}

/** A window and three steps: what was soft before speech was noticed is heard once more. */
const rememberedMs = 2_240;
/** Speech as likely as this opens the ear; Silero is sure of it a little later, and never of some in noise. */
const opensFrom = 0.2;
/** It stays open for this long after the last of it: the score of a word is highest shortly after its end. */
const staysOpenFrames = Math.round((0.8 * voiceSampleRateHz) / voiceFrameSamples);
/** A call that is likely only reaches what a keener sensitivity would ask for. */
const likelyKeenness = 0.3;
/** A look hears this much before what is the phrase. */
const lookMarginMs = 500;

interface Ear {
  readonly known: KnownPhrase;
  readonly spotter: CallSpotter;
  readonly thresholds: CallThresholds;
}

/** What is the matter while a frame is heard. */
export interface HearingNow {
  /** What Lares itself says: no phrase is listened for that it says itself. */
  readonly saying?: string | null;
  /** Told, and awaited, before a look at what is a call most likely: the look takes a quarter of a second, a light must not. */
  readonly noticed?: () => Promise<void>;
}

/** What a score has to reach. `likely` ≤ `sure`. */
interface CallThresholds {
  readonly sure: number;
  readonly likely: number;
}

export interface WakeWordOptions {
  readonly embedding: SpeechEmbedding;
  readonly phrases: readonly KnownPhrase[];
  /** 0 fewest false alarms … 1 fewest misses. */
  readonly sensitivity: number;
  /** For measurements every candidate of the keenest ears is told. */
  readonly reports?: 'every candidate';
}

/**
 * Listens for phrases in one stream of sound: while there may be speech, log-mel, speech embedding and, every 80 ms, the heads
 * of each phrase. It must not be closed; the networks are its owner's.
 */
export class WakeWord {
  readonly #stream: EmbeddingStream;
  readonly #ring = new SoundRing(rememberedMs);
  readonly #ears: readonly Ear[];
  #openFrames = 0;

  constructor({ embedding, phrases, sensitivity, reports }: WakeWordOptions) {
    this.#stream = new EmbeddingStream(embedding);
    this.#ears = phrases.map((known) => {
      const thresholds = thresholdsOf(known.report, reports === undefined ? sensitivity : 'any');
      const lowest = reports === undefined ? thresholds.likely : thresholdAt(1, known.report);
      const gate = known.secondLook === null ? lowest : Math.max(leastLookedAt, lowest - mostLift);
      return { known, thresholds, spotter: new CallSpotter(gate) };
    });
  }

  /**
   * Takes the next 512 samples at 16 kHz, -1..1, and how likely they are speech, 0..1. The surest of what was called, null where
   * nothing was.
   */
  async hear(frame: Float32Array, speech: number, now: HearingNow = {}): Promise<Wake | null> {
    this.#ring.push(frame);
    const wasOpen = this.#openFrames > 0;
    this.#openFrames = speech >= opensFrom ? staysOpenFrames : Math.max(0, this.#openFrames - 1);
    if (this.#openFrames === 0) return null;
    if (!wasOpen) this.#interrupt();
    const windows = await this.#stream.hear(wasOpen ? frame : this.#ring.all());
    if (windows.count === 0) return null;
    let best: Wake | null = null;
    for (const ear of this.#ears) {
      if (!isListenedFor(ear.known, now.saying ?? null)) continue;
      const candidate = ear.spotter.follow(await ear.known.heads.score(windows.values));
      if (candidate === null) continue;
      if (isProbable(ear, candidate)) await now.noticed?.();
      const wake = this.#judge(ear, candidate, windows);
      if (wake !== null && (best === null || wake.sure || !best.sure)) best = wake;
    }
    return best;
  }

  /** How much the newest sound is like the first phrase, 0..1; 0.5 is about enough to call. */
  get likeness(): number {
    const [ear] = this.#ears;
    if (ear === undefined || this.#openFrames === 0) return 0;
    const { known, spotter, thresholds } = ear;
    const lift = known.secondLook === null ? 0 : usualLift;
    return 1 / (1 + Math.exp(thresholds.sure - spotter.score - lift));
  }

  /** Forgets what was heard, as after a time with shut ears. */
  reset(): void {
    this.#interrupt();
    this.#openFrames = 0;
    this.#ring.reset();
    for (const { spotter } of this.#ears) spotter.reset();
  }

  /** Two models decide together: the heads, and the second look at the same sound. */
  #judge({ known, spotter, thresholds }: Ear, candidate: Candidate, windows: Windows): Wake | null {
    const { phrase, stops, secondLook } = known;
    const endedSamplesAgo = candidate.newerWindows * windowStepSamples + windows.newerSamples;
    const newest = (samples: number): Float32Array => this.#ring.all().slice(-(endedSamplesAgo + samples));
    const lookedAt = lookedAtSamples(phrase);
    const score = candidate.score + (secondLook?.lift(newest(lookedAt)) ?? 0);
    if (score < thresholds.likely) return null;
    const sure = score >= thresholds.sure;
    if (sure && thresholds.sure > -Infinity) spotter.rest();
    return { phrase, stops, sure, score, sound: newest(lookedAt - samplesIn(lookMarginMs)), endedSamplesAgo };
  }

  #interrupt(): void {
    this.#stream.reset();
    for (const { spotter } of this.#ears) spotter.interrupt();
  }
}

function thresholdsOf(report: WakeReport, sensitivity: number | 'any'): CallThresholds {
  if (sensitivity === 'any') return { sure: -Infinity, likely: -Infinity };
  const sure = thresholdAt(sensitivity, report);
  return { sure, likely: Math.min(sure, thresholdAt(Math.min(1, sensitivity + likelyKeenness), report)) };
}

/** Whether a look will most likely find that it is a call. Where there is no look, nobody waits for one. */
function isProbable({ known, thresholds }: Ear, { score }: Candidate): boolean {
  return known.secondLook !== null && !known.stops && score + usualLift >= thresholds.sure;
}

function isListenedFor({ phrase, stops }: KnownPhrase, saying: string | null): boolean {
  return saying === null ? !stops : !saying.toLowerCase().includes(phrase);
}

function samplesIn(ms: number): number {
  return (ms / 1000) * voiceSampleRateHz;
}
