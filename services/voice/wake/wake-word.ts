import type { SpeechEmbedding } from '../../../models/speech-embedding.ts';
import type { WakeHeads } from '../../../models/wake-heads.ts';
import { voiceFrameSamples, voiceSampleRateHz } from '../../../models/voice-activity.ts';
import type { WakeReport } from '../../contract/wake.ts';
import { CallSpotter, type Call, type CallThresholds } from './call-spotter.ts';
import { EmbeddingStream, windowStepSamples, type Windows } from './embedding-stream.ts';
import { SoundRing } from './sound-ring.ts';
import { thresholdAt } from './wake-threshold.ts';

/** A phrase that can be heard. What `stops` Lares is only listened for while it speaks. */
export interface KnownPhrase {
  readonly phrase: string;
  readonly stops: boolean;
  readonly heads: WakeHeads;
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
/** How long a phrase may take to say. */
const mostMsPerLetter = 80;
const marginMs = 250;

export interface WakeWordOptions {
  readonly embedding: SpeechEmbedding;
  readonly phrases: readonly KnownPhrase[];
  /** 0 fewest false alarms … 1 fewest misses. */
  readonly sensitivity: number;
  /** For measurements every score is told. */
  readonly reports?: 'every score';
}

/**
 * Listens for phrases in one stream of sound: while there may be speech, log-mel, speech embedding and, every 80 ms, the heads
 * of each phrase. It must not be closed; the networks are its owner's.
 */
export class WakeWord {
  readonly #stream: EmbeddingStream;
  readonly #ring = new SoundRing(rememberedMs);
  readonly #ears: readonly { readonly known: KnownPhrase; readonly spotter: CallSpotter; sure: number }[];
  #openFrames = 0;

  constructor({ embedding, phrases, sensitivity, reports }: WakeWordOptions) {
    this.#stream = new EmbeddingStream(embedding);
    this.#ears = phrases.map((known) => {
      const thresholds = thresholdsOf(known.report, sensitivity);
      return { known, spotter: new CallSpotter(thresholds, reports), sure: thresholds.sure };
    });
  }

  /**
   * Takes the next 512 samples at 16 kHz, -1..1, how likely they are speech, 0..1, and what Lares itself is `saying` now: no
   * phrase is listened for that it says itself. The surest of what was called, null where nothing was.
   */
  async hear(frame: Float32Array, speech: number, saying: string | null = null): Promise<Wake | null> {
    this.#ring.push(frame);
    const wasOpen = this.#openFrames > 0;
    this.#openFrames = speech >= opensFrom ? staysOpenFrames : Math.max(0, this.#openFrames - 1);
    if (this.#openFrames === 0) return null;
    if (!wasOpen) this.#interrupt();
    const windows = await this.#stream.hear(wasOpen ? frame : this.#ring.all());
    if (windows.count === 0) return null;
    let best: Wake | null = null;
    for (const { known, spotter } of this.#ears) {
      if (!isListenedFor(known, saying)) continue;
      const call = spotter.follow(await known.heads.score(windows.values));
      if (call !== null && (best === null || call.sure || !best.sure))
        best = this.#wake(known, call, windows);
    }
    return best;
  }

  /** How much the newest sound is like the first phrase, 0..1; 0.5 is just enough to call. */
  get likeness(): number {
    const [ear] = this.#ears;
    return ear === undefined || this.#openFrames === 0 ? 0 : 1 / (1 + Math.exp(ear.sure - ear.spotter.score));
  }

  /** Forgets what was heard, as after a time with shut ears. */
  reset(): void {
    this.#interrupt();
    this.#openFrames = 0;
    this.#ring.reset();
    for (const { spotter } of this.#ears) spotter.reset();
  }

  #wake({ phrase, stops }: KnownPhrase, { sure, score, newerWindows }: Call, windows: Windows): Wake {
    const endedSamplesAgo = newerWindows * windowStepSamples + windows.newerSamples;
    const sound = this.#ring.all().slice(-(endedSamplesAgo + longestSamples(phrase)));
    return { phrase, stops, sure, score, sound, endedSamplesAgo };
  }

  #interrupt(): void {
    this.#stream.reset();
    for (const { spotter } of this.#ears) spotter.interrupt();
  }
}

function thresholdsOf(report: WakeReport, sensitivity: number): CallThresholds {
  const sure = thresholdAt(sensitivity, report);
  return { sure, likely: Math.min(sure, thresholdAt(Math.min(1, sensitivity + likelyKeenness), report)) };
}

function isListenedFor({ phrase, stops }: KnownPhrase, saying: string | null): boolean {
  return saying === null ? !stops : !saying.toLowerCase().includes(phrase);
}

function longestSamples(phrase: string): number {
  return ((phrase.length * mostMsPerLetter + marginMs) / 1000) * voiceSampleRateHz;
}
