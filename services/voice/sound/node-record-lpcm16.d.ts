declare module 'node-record-lpcm16' {
  import type { ChildProcess } from 'node:child_process';
  import type { Readable } from 'node:stream';

  interface Recording {
    readonly process: ChildProcess;
    stream(): Readable;
    stop(): void;
  }

  interface RecordingOptions {
    readonly sampleRate: number;
    readonly channels: number;
    readonly audioType: 'raw' | 'wav';
    readonly recorder: 'sox' | 'arecord' | 'rec';
  }

  const recorder: { record(options: RecordingOptions): Recording };
  export default recorder;
}
