import { Trouble } from '../contract/trouble.ts';
import type { TranscriptEntry } from '../contract/voice.ts';
import type { Recording } from '../contract/wake.ts';
import type { SpeechProbability } from './listening.ts';
import type { Pipeline } from './pipeline.ts';
import { Microphone, type MicrophoneState } from './sound/microphone.ts';
import { UtteranceRecorder } from './utterance-recorder.ts';

export interface LiveEarParts {
  readonly pipeline: Pipeline;
  readonly voiceActivity: SpeechProbability;
  readonly microphoneIs: (state: MicrophoneState) => void;
  readonly tell: (entry: TranscriptEntry) => void;
  /** How long to wait before a microphone is looked for again. */
  readonly retryMs: number | undefined;
}

/** The microphone and its pipeline. While an utterance is recorded nothing that is said is a command. */
export class LiveEar {
  readonly #parts: LiveEarParts;
  readonly #stopping = new AbortController();
  readonly #over: Promise<void>;
  #recorder: UtteranceRecorder | null = null;
  #isHearing = false;

  constructor(parts: LiveEarParts) {
    this.#parts = parts;
    this.#over = this.#listen();
  }

  /** Ends the recorder within a second; an order that the hub is busy with ends first. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#recorder?.fail(noMicrophone());
    await this.#over;
  }

  /** Waits up to 8 s for one utterance. Throws Trouble 'unavailable' without a microphone, 'bad_input' without an utterance. */
  async record(): Promise<Recording> {
    if (!this.#isHearing) throw noMicrophone();
    this.#recorder?.fail(new Trouble('unavailable', { what: 'Another recording has begun.', advice: '' }));
    this.#parts.pipeline.forget();
    this.#recorder = new UtteranceRecorder(this.#parts.voiceActivity);
    return this.#recorder.recording;
  }

  async #listen(): Promise<void> {
    const { pipeline, microphoneIs, tell, retryMs } = this.#parts;
    const changed = (state: MicrophoneState): void => {
      this.#isHearing = state === 'hearing';
      microphoneIs(state);
    };
    const microphone = new Microphone(changed, { retryMs });
    for await (const recording of microphone.recordings(this.#stopping.signal)) {
      for await (const entry of pipeline.hear(this.#meantForPipeline(recording))) tell(entry);
      this.#recorder?.fail(noMicrophone());
    }
  }

  async *#meantForPipeline(recording: AsyncIterable<Float32Array>): AsyncGenerator<Float32Array> {
    for await (const frame of recording) {
      if (this.#recorder === null) yield frame;
      else await this.#recorder.hear(frame);
      if (this.#recorder?.isOver !== true) continue;
      this.#recorder = null;
      this.#parts.pipeline.forget();
    }
  }
}

function noMicrophone(): Trouble {
  return new Trouble('unavailable', {
    what: 'Lares hears no microphone.',
    advice: 'Plug one in; it is looked for every ten seconds.',
  });
}
