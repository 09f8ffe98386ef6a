import type { VoiceCalls, VoiceConfiguration } from '../../contract/voice-process.ts';
import type { House } from '../house.ts';

/** What the voice process can be told of the house, beside its orders. */
type Told = Pick<VoiceCalls, 'configure' | 'meter' | 'speak'>;

/** Everything that a voice process has to know when it begins; and it says what it can be called by. */
export async function greetVoice(house: House, voice: Told, orders: VoiceConfiguration): Promise<void> {
  // An ear that can't say it may hear all the same.
  await house.wakePhrases.earCame().catch((error: unknown) => {
    house.log.error(`The ear does not say what it can be called by: ${String(error)}`);
  });
  await voice.configure(orders);
  if (house.voiceMeter.isWatched) await voice.meter(true);
  // Only an ear that is there can say what rang while nobody was.
  for (const text of house.actions.missed()) voice.speak(text).catch(() => undefined);
}

/** Tells it what changes from then on. */
export function keepVoiceTold(house: House, tell: (work: (voice: Told) => Promise<void>) => void): void {
  house.actions.spoken.listen((text) => {
    tell((voice) => voice.speak(text));
  });
  house.voiceMeter.wished.listen((on) => {
    tell((voice) => voice.meter(on));
  });
}
