import { basename } from 'node:path';
import { voiceSampleRateHz } from '../../models/voice-activity.ts';
import { Trouble } from '../contract/trouble.ts';
import type { Recording } from '../contract/wake.ts';
import { joined, Listening, type SpeechProbability } from './listening.ts';
import { recordingOf } from './recordings.ts';
import { inQuietRoom } from './sound/quiet-room.ts';
import { framesOf, readSound } from './sound/sound.ts';

const patienceMs = 8_000;
/** A wake phrase is shorter, with the quiet around it. */
const longestMs = 6_000;

/** Waits for one utterance. */
export class UtteranceRecorder {
  readonly #listening: Listening;
  readonly #done = Promise.withResolvers<Recording>();
  #heardSamples = 0;
  #isOver = false;

  constructor(voice: SpeechProbability) {
    this.#listening = new Listening(voice);
    this.#listening.reset();
    // Whoever asked may have gone.
    this.#done.promise.catch(() => undefined);
  }

  /** Rejects with Trouble 'bad_input' when nobody speaks for 8 s, or somebody for too long. */
  get recording(): Promise<Recording> {
    return this.#done.promise;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Takes the next 512 samples at 16 kHz, -1..1. */
  async hear(frame: Float32Array): Promise<void> {
    if (this.#isOver) return;
    this.#heardSamples += frame.length;
    const heard = await this.#listening.hear(frame);
    if (heard.kind === 'end') this.#end(heard.utterance);
    else if (heard.kind === 'silence' && this.#heardSamples > samplesIn(patienceMs)) this.fail(nobodySpoke());
  }

  fail(trouble: Trouble): void {
    this.#isOver = true;
    this.#done.reject(trouble);
  }

  #end(utterance: Float32Array): void {
    this.#isOver = true;
    if (utterance.length > samplesIn(longestMs)) this.#done.reject(tooLong('What was said'));
    else this.#done.resolve(recordingOf(utterance));
  }
}

/**
 * What is spoken in a sound file, with the short quiet around it; pauses inside belong to it.
 * @throws {Trouble} as `readSound`; 'bad_input' without speech or with too much of it.
 */
export async function recordingOfFile(path: string, voice: SpeechProbability): Promise<Recording> {
  const listening = new Listening(voice);
  listening.reset();
  const utterances: Float32Array[] = [];
  for (const frame of framesOf(inQuietRoom(await readSound(path)))) {
    const heard = await listening.hear(frame);
    if (heard.kind === 'end') utterances.push(heard.utterance);
  }
  const spoken = joined(utterances);
  const name = basename(path);
  if (spoken.length > samplesIn(longestMs)) throw tooLong(name);
  if (spoken.length > 0) return recordingOf(spoken);
  throw new Trouble('bad_input', {
    what: `Nobody speaks in ${name}.`,
    advice: 'Give a recording of one person who says the wake phrase once.',
  });
}

function samplesIn(ms: number): number {
  return (ms / 1000) * voiceSampleRateHz;
}

function nobodySpoke(): Trouble {
  return new Trouble('bad_input', {
    what: 'Lares heard nobody speak.',
    advice: 'Say the wake phrase within eight seconds, or come nearer to the microphone.',
  });
}

function tooLong(what: string): Trouble {
  return new Trouble('bad_input', {
    what: `${what} is longer than a wake phrase.`,
    advice: 'Say the wake phrase alone, once.',
  });
}
