import type { OfflineRecognizer, OfflineTts, OnlineRecognizer, Sherpa } from 'sherpa-onnx-node';
import { Trouble } from '../contract/trouble.ts';

/** The files of a network that sherpa-onnx runs, as whole paths. */
export interface VoiceFiles {
  readonly kind: 'piper';
  readonly model: string;
  readonly tokens: string;
  /** The folder `espeak-ng-data`, which says how words are pronounced. */
  readonly pronunciation: string;
}
export interface TransducerFiles {
  readonly kind: 'zipformer';
  readonly encoder: string;
  readonly decoder: string;
  readonly joiner: string;
  readonly tokens: string;
}
export interface WhisperFiles {
  readonly kind: 'whisper';
  readonly encoder: string;
  readonly decoder: string;
  readonly tokens: string;
  /** ISO 639-1; a model that knows one language only does not ask. */
  readonly language: string;
}
export type SherpaFiles = VoiceFiles | TransducerFiles | WhisperFiles;

/** One thread, quiet: what the library says of its own would go to the log. */
const quietly = { numThreads: 1, debug: 0, provider: 'cpu' } as const;
const featConfig = { sampleRate: 16_000, featureDim: 80 } as const;
const maxActivePaths = 8;

/**
 * The network that was opened last, until its memory is needed: a new name in the house opens the same one again, and a large one
 * takes seconds to read.
 */
class LastOpened<T extends object> {
  #files = '';
  #opened: WeakRef<T> | undefined;

  get(files: SherpaFiles): T | undefined {
    return JSON.stringify(files) === this.#files ? this.#opened?.deref() : undefined;
  }

  keep(files: SherpaFiles, opened: T): void {
    this.#files = JSON.stringify(files);
    this.#opened = new WeakRef(opened);
  }
}

const transducers = new LastOpened<OnlineRecognizer>();
const whispers = new LastOpened<OfflineRecognizer>();

/**
 * The only door to sherpa-onnx, which is loaded when it is first needed: it is an optional dependency, and most houses do
 * without. It ends the whole process when a file is not what it expects; `SherpaTrial` finds that out in another process.
 * @throws {Trouble} 'missing_program'
 */
async function sherpa(): Promise<Sherpa> {
  try {
    return (await import('sherpa-onnx-node')).default;
  } catch (cause) {
    throw new Trouble('missing_program', {
      what: 'The package sherpa-onnx-node, which runs the speech model that you installed, is not there.',
      advice: 'Install it with "npm install sherpa-onnx-node" in the folder of Lares.',
      cause,
    });
  }
}

/** Throws Trouble 'missing_program' when the package is not there. */
export async function requireSherpa(): Promise<void> {
  await sherpa();
}

/**
 * A voice that speaks. Its work is done in threads of the library's, not in the caller's. The library reads pronunciations from
 * the folder of the first voice of a process, whatever voices follow: they are the same for all languages.
 */
export async function openVoice({ model, tokens, pronunciation }: VoiceFiles): Promise<OfflineTts> {
  const { OfflineTts } = await sherpa();
  const vits = { model, tokens, dataDir: pronunciation };
  return OfflineTts.createAsync({ model: { vits, ...quietly }, maxNumSentences: 1 });
}

/** A recogniser that follows speech. It works in the caller's thread. */
export async function openTransducer(files: TransducerFiles): Promise<OnlineRecognizer> {
  const { OnlineRecognizer } = await sherpa();
  const known = transducers.get(files);
  if (known !== undefined) return known;
  const { encoder, decoder, joiner, tokens } = files;
  const opened = new OnlineRecognizer({
    featConfig,
    modelConfig: { transducer: { encoder, decoder, joiner }, tokens, ...quietly },
    decodingMethod: 'modified_beam_search',
    maxActivePaths,
    enableEndpoint: 0,
  });
  transducers.keep(files, opened);
  return opened;
}

/** A recogniser of whole utterances of up to 30 s. It works in the caller's thread. */
export async function openWhisper(files: WhisperFiles): Promise<OfflineRecognizer> {
  const { OfflineRecognizer } = await sherpa();
  const known = whispers.get(files);
  if (known !== undefined) return known;
  const { encoder, decoder, tokens, language } = files;
  const opened = await OfflineRecognizer.createAsync({
    featConfig,
    modelConfig: {
      whisper: { encoder, decoder, language, task: 'transcribe', tailPaddings: -1 },
      tokens,
      ...quietly,
    },
    decodingMethod: 'greedy_search',
  });
  whispers.keep(files, opened);
  return opened;
}

/** Opens a network and has it work once on a sound or a word that says nothing. What is wrong with its files ends the process. */
export async function tryOut(files: SherpaFiles): Promise<void> {
  const wave = { samples: new Float32Array(featConfig.sampleRate), sampleRate: featConfig.sampleRate };
  if (files.kind === 'piper') {
    const voice = await openVoice(files);
    await voice.generateAsync({ text: 'one', sid: 0, speed: 1, enableExternalBuffer: false });
  } else if (files.kind === 'zipformer') {
    const recogniser = await openTransducer(files);
    const stream = recogniser.createStream();
    stream.acceptWaveform(wave);
    while (recogniser.isReady(stream)) recogniser.decode(stream);
  } else {
    const recogniser = await openWhisper(files);
    const stream = recogniser.createStream();
    stream.acceptWaveform(wave);
    recogniser.decode(stream);
  }
}
