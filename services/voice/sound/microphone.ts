import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import recorder from 'node-record-lpcm16';
import { voiceFrameSamples, voiceSampleRateHz } from '../../../models/voice-activity.ts';
import { floatsOf } from './sound.ts';

/** What the microphone is doing: `none` when no recorder gives any sound. */
export type MicrophoneState = 'hearing' | 'none';

const frameBytes = voiceFrameSamples * 2;
/** ALSA's own recorder answers fastest; sox also knows other sound systems. */
const programs = ['arecord', 'sox'] as const;
type Program = (typeof programs)[number];
const retryMs = 10_000;
/** A recorder that gives no sound for this long is stuck. */
const stuckMs = 5_000;
/** Two seconds of frames; what comes while they wait is dropped. */
const mostWaiting = 62;
const killAfterMs = 700;

/** The microphone of the machine as frames of 512 samples, -1..1, at 16 kHz mono. Without one it looks again every 10 s. */
export class Microphone {
  readonly #changed: (state: MicrophoneState) => void;
  readonly #retryMs: number;
  #state: MicrophoneState | null = null;
  #droppedFrames = 0;

  /** `changed` is told the first state and each change. */
  constructor(
    changed: (state: MicrophoneState) => void,
    options: { readonly retryMs?: number | undefined } = {},
  ) {
    this.#changed = changed;
    this.#retryMs = options.retryMs ?? retryMs;
  }

  /** Frames that came while the listener was busy for more than two seconds. */
  get droppedFrames(): number {
    return this.#droppedFrames;
  }

  /**
   * One recording after the other, each frames without a gap until its recorder ends: the microphone was unplugged, say. Each is to
   * be heard to its end before the next is asked for. Ends, without an error, when the signal aborts; the recorder is gone within
   * a second.
   */
  async *recordings(signal: AbortSignal): AsyncGenerator<AsyncGenerator<Float32Array>> {
    while (!isAborted(signal)) {
      for (const program of programs) if (!isAborted(signal)) yield this.#record(program, signal);
      if (isAborted(signal)) return;
      this.#become('none');
      await wait(this.#retryMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async *#record(program: Program, signal: AbortSignal): AsyncGenerator<Float32Array> {
    const queue = new FrameQueue();
    const stop = startRecorder(program, queue);
    signal.addEventListener('abort', stop, { once: true });
    try {
      for await (const frame of queue.frames()) {
        this.#become('hearing');
        yield frame;
      }
    } finally {
      signal.removeEventListener('abort', stop);
      stop();
      this.#droppedFrames += queue.droppedFrames;
    }
  }

  #become(state: MicrophoneState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#changed(state);
  }
}

/** The bytes of a recorder as frames, in their order; a listener that is late by more than two seconds loses some. */
class FrameQueue {
  readonly #frames: Float32Array[] = [];
  #rest = Buffer.alloc(0);
  #isOver = false;
  #wake = (): void => undefined;
  droppedFrames = 0;

  data(chunk: Buffer): void {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (; this.#rest.length >= frameBytes; this.#rest = this.#rest.subarray(frameBytes)) {
      if (this.#frames.length < mostWaiting) this.#frames.push(floatsOf(this.#rest.subarray(0, frameBytes)));
      else this.droppedFrames += 1;
    }
    this.#wake();
  }

  /** The recorder has ended, could not start, or is stuck. May be called more than once. */
  over(): void {
    this.#isOver = true;
    this.#wake();
  }

  async *frames(): AsyncGenerator<Float32Array> {
    for (;;) {
      const frame = this.#frames.shift();
      if (frame !== undefined) yield frame;
      else if (this.#isOver) return;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** Starts a recorder; the function that it gives ends it, at most once. */
function startRecorder(program: Program, queue: FrameQueue): () => void {
  const recording = recorder.record({
    sampleRate: voiceSampleRateHz,
    channels: 1,
    audioType: 'raw',
    recorder: program,
  });
  const child = recording.process;
  const stream = recording.stream();
  const stuck = setTimeout(() => {
    stop();
  }, stuckMs);
  const stop = (): void => {
    clearTimeout(stuck);
    queue.over();
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    void once(child, 'exit').then(() => {
      clearTimeout(kill);
    });
  };
  // The package throws what it can't catch itself as events of the stream and of the child: no program, no device.
  child.on('error', stop);
  stream.on('error', stop);
  stream.on('end', stop);
  stream.on('data', (chunk: Buffer) => {
    stuck.refresh();
    queue.data(chunk);
  });
  return stop;
}
