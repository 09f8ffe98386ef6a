import type { HomeNames } from './entity.ts';
import type { Intent, Reply } from './intent.ts';
import type { VoiceSettings } from './settings.ts';
import type { Answer } from './trouble.ts';
import type { TranscriptEntry, VoiceState } from './voice.ts';

export interface VoiceConfiguration {
  readonly voice: VoiceSettings;
  readonly home: HomeNames;
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
  stop(): Promise<void>;
}

/** News and questions from the voice process to the hub. */
export interface VoiceNews {
  /** A command was understood: the hub checks permission, acts, and answers what to say. */
  act(intent: Intent): Promise<Reply>;
  stateChanged(state: VoiceState): void;
  exchanged(entry: TranscriptEntry): void;
  /** Trouble of the ear (no microphone, no recogniser), by its id; `what` empty when it is over. */
  troubled(notice: { id: string; what: string; advice: string }): void;
}
