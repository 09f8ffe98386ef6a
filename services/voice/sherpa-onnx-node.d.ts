declare module 'sherpa-onnx-node' {
  /** Samples -1..1. */
  export interface Waveform {
    readonly samples: Float32Array;
    readonly sampleRate: number;
  }

  export interface ModelOptions {
    readonly tokens: string;
    readonly numThreads: number;
    readonly debug: number;
    readonly provider: 'cpu';
  }

  export interface FeatureOptions {
    readonly sampleRate: number;
    readonly featureDim: number;
  }

  export interface OnlineStream {
    acceptWaveform(wave: Waveform): void;
    inputFinished(): void;
  }

  export interface OnlineRecognizer {
    createStream(): OnlineStream;
    isReady(stream: OnlineStream): boolean;
    decode(stream: OnlineStream): void;
    getResult(stream: OnlineStream): { readonly text: string; readonly ys_probs: readonly number[] };
  }

  export interface OnlineRecognizerOptions {
    readonly featConfig: FeatureOptions;
    readonly modelConfig: ModelOptions & {
      readonly transducer: { readonly encoder: string; readonly decoder: string; readonly joiner: string };
    };
    readonly decodingMethod: 'greedy_search' | 'modified_beam_search';
    readonly maxActivePaths: number;
    readonly enableEndpoint: number;
  }

  export interface OfflineStream {
    acceptWaveform(wave: Waveform): void;
  }

  export interface OfflineRecognizer {
    createStream(): OfflineStream;
    decode(stream: OfflineStream): void;
    getResult(stream: OfflineStream): { readonly text: string; readonly ys_log_probs: readonly number[] };
  }

  export interface OfflineRecognizerOptions {
    readonly featConfig: FeatureOptions;
    readonly modelConfig: ModelOptions & {
      readonly whisper: {
        readonly encoder: string;
        readonly decoder: string;
        readonly language: string;
        readonly task: 'transcribe';
        readonly tailPaddings: number;
      };
    };
    readonly decodingMethod: 'greedy_search';
  }

  export interface OfflineTts {
    readonly sampleRate: number;
    generateAsync(request: {
      readonly text: string;
      readonly sid: number;
      readonly speed: number;
      readonly enableExternalBuffer: boolean;
    }): Promise<Waveform>;
  }

  export interface OfflineTtsOptions {
    readonly model: {
      readonly vits: { readonly model: string; readonly tokens: string; readonly dataDir: string };
      readonly numThreads: number;
      readonly debug: number;
      readonly provider: 'cpu';
    };
    readonly maxNumSentences: number;
  }

  /** What Lares uses of the package. */
  export interface Sherpa {
    readonly OnlineRecognizer: new (options: OnlineRecognizerOptions) => OnlineRecognizer;
    readonly OfflineRecognizer: {
      createAsync(options: OfflineRecognizerOptions): Promise<OfflineRecognizer>;
    };
    readonly OfflineTts: { createAsync(options: OfflineTtsOptions): Promise<OfflineTts> };
  }
  const sherpa: Sherpa;
  export default sherpa;
}
