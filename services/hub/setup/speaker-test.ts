import type { VoiceSettings } from '../../contract/settings.ts';
import { clockOf, isWithin } from '../../contract/time-of-day.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { VoiceState } from '../../contract/voice.ts';

const sentences: Readonly<Record<VoiceSettings['language'], string>> = {
  en: 'This is Lares. If you can hear me, the loudspeaker is right.',
  de: 'Hier ist Lares. Wenn du mich hörst, ist der Lautsprecher richtig.',
};

interface SpeakerTest {
  readonly voice: VoiceSettings;
  readonly state: VoiceState;
  readonly now: Date;
}

/**
 * The sentence that the loudspeaker of the house is tried with; it is said as loud as a reply is. Throws Trouble `unavailable`
 * where no reply would be heard.
 */
export function speakerSentence({ voice, state, now }: SpeakerTest): string {
  if (state.kind === 'off') throw silent(state.why, 'Switch voice on first, under Voice.');
  if (!voice.replyAloud || voice.replyVolume === 0)
    throw silent('Lares is set to answer in writing only.', 'Switch spoken replies on under Voice.');
  const { quietHours } = voice;
  if (quietHours.enabled && quietHours.volume === 0 && isWithin(quietHours, clockOf(now)))
    throw silent('These are quiet hours: Lares answers in writing only.', 'Change them under Voice.');
  return sentences[voice.language];
}

function silent(what: string, advice: string): Trouble {
  return new Trouble('unavailable', { what, advice });
}
