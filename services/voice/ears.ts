import { VoiceActivity } from '../../models/voice-activity.ts';
import type { VoiceSettings } from '../contract/settings.ts';
import { WakeWord } from './wake/wake-word.ts';

/** What one stream of sound needs for itself, since it remembers what it heard. */
export interface Ears {
  readonly voiceActivity: VoiceActivity;
  readonly wakeWord: WakeWord;
}

/** Throws Trouble 'missing_model', 'missing_program' or 'bad_settings'. `models` is the folder of the networks. */
export async function openEars(models: string, voice: VoiceSettings): Promise<Ears> {
  const voiceActivity = await VoiceActivity.open(models);
  const wakeWord = await WakeWord.open({ phrase: voice.wakePhrase, sensitivity: voice.wakeSensitivity });
  return { voiceActivity, wakeWord };
}
