import type { VoiceCalls } from '../contract/voice-process.ts';

/** What the voice process can do for the house when it is asked. */
export type Ears = Pick<
  VoiceCalls,
  | 'shippedWakePhrases'
  | 'adviseWakePhrase'
  | 'train'
  | 'cancelTraining'
  | 'record'
  | 'recordingOfFile'
  | 'recordingOf'
  | 'meter'
>;
