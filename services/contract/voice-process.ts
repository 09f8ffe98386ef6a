import type { HomeNames } from './entity.ts';
import type { Reply, SpokenOrder } from './intent.ts';
import type { NetworkRuns } from './measures.ts';
import type { VoiceSettings } from './settings.ts';
import type { Answer } from './trouble.ts';
import type { TranscriptEntry, VoiceState } from './voice.ts';
import type { Recording, VoiceReading, WakeAdvice, WakeModel, WakeReport, WakeTraining } from './wake.ts';

export interface VoiceConfiguration {
  readonly voice: VoiceSettings;
  readonly home: HomeNames;
  /** Tells one trained model of the wake phrase from the next; null where the phrase was not trained in this house. */
  readonly wakeModelId: string | null;
}

/** What a phrase is trained with, beside what can be synthesised. */
export interface TrainingOrder {
  readonly phrase: string;
  readonly language: VoiceSettings['language'];
  readonly calls: readonly Recording[];
  readonly notCalls: readonly Recording[];
}

/** Calls from the hub to the voice process. */
export interface VoiceCalls {
  configure(configuration: VoiceConfiguration): Promise<void>;
  /** Speaks the text by espeak-ng into the very pipeline that the microphone feeds; resolves when that sound was dealt with. */
  say(text: string): Promise<Answer<readonly TranscriptEntry[]>>;
  /** Plays a sound file (wav, flac …) into the pipeline, likewise. */
  listenTo(path: string): Promise<Answer<readonly TranscriptEntry[]>>;
  /** Speaks aloud, for example when a timer ends. */
  speak(text: string): Promise<void>;
  /** The phrases that are known without training. */
  shippedWakePhrases(): Promise<readonly WakeReport[]>;
  adviseWakePhrase(order: Pick<TrainingOrder, 'phrase' | 'language'>): Promise<WakeAdvice>;
  /** Begins and returns at once; `trainingChanged` tells how far it is, `trained` gives the result. One at a time. */
  train(order: TrainingOrder): Promise<Answer<void>>;
  /** Ends the training, if any, within a second. */
  cancelTraining(): Promise<void>;
  /** Waits up to 8 s for one utterance at the microphone; meanwhile nothing that is said is a command. */
  record(): Promise<Answer<Recording>>;
  /** The one utterance of a sound file. */
  recordingOfFile(path: string): Promise<Answer<Recording>>;
  /** The sound of an exchange, from memory: only while the owner lets recordings be kept, and only of the last few. */
  recordingOf(entryId: string): Promise<Recording | null>;
  /** Whether `metered` is told what the microphone gives. */
  meter(on: boolean): Promise<void>;
  /** What its networks cost, for the Health screen. */
  measure(): Promise<readonly NetworkRuns[]>;
  stop(): Promise<void>;
}

/** News and questions from the voice process to the hub. */
export interface VoiceNews {
  /** A command was understood: the hub checks permission, acts, and answers what to say. */
  act(order: SpokenOrder): Promise<Reply>;
  /**
   * The model of a phrase that was trained in this house. `embedding`: what this ear has; the hub gives no model of another one, but
   * has the phrase learnt anew.
   */
  wakeModel(phrase: string, embedding?: string): Promise<WakeModel | null>;
  trainingChanged(training: WakeTraining): void;
  trained(model: WakeModel): void;
  metered(reading: VoiceReading): void;
  stateChanged(state: VoiceState): void;
  exchanged(entry: TranscriptEntry): void;
  /** Trouble of the ear (no microphone, no recogniser), by its id; `what` empty when it is over. */
  troubled(notice: { id: string; what: string; advice: string }): void;
}
