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
}

/** Tells it what changes from then on. */
export function keepVoiceTold(house: House, tell: (work: (voice: Told) => Promise<void>) => void): void {
  house.actions.spoken.listen((text) => {
    tell((voice) => voice.speak(text));
  });
  // What rang while nothing could be spoken is told as soon as it can.
  house.transcript.changed.listen((change) => {
    if ('state' in change && change.state.kind !== 'off')
      for (const text of house.actions.missed()) tell((voice) => voice.speak(text));
  });
  house.voiceMeter.wished.listen((on) => {
    tell((voice) => voice.meter(on));
  });
}
