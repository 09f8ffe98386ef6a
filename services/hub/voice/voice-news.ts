import type { VoiceNews } from '../../contract/voice-process.ts';
import type { House } from '../house.ts';
import { loggedOfVoice } from '../logged-trouble.ts';

/** What was said: voice act → permission → action → reply; and what the ear asks, learns and tells. */
export function voiceNews(house: House): VoiceNews {
  const { actions, mishearings, notices, transcript, voiceMeter, wakePhrases } = house;
  return {
    act: (order) => actions.hear(order),
    wakeModel: (phrase, embedding) => wakePhrases.model(phrase, embedding),
    trainingChanged: (training) => {
      wakePhrases.trainingChanged(training);
    },
    trained: (model) => {
      wakePhrases.trained(model).catch((error: unknown) => {
        house.log.error(`A wake phrase that was learnt could not be kept: ${String(error)}`);
      });
    },
    metered: (reading) => {
      voiceMeter.metered(reading);
    },
    stateChanged: (state) => {
      transcript.stateChanged(state);
    },
    exchanged: (entry) => {
      transcript.exchanged(entry);
      mishearings.tidy();
    },
    troubled: ({ id, what, advice }) => {
      if (what === '') notices.clear(`voice:${id}`);
      else {
        const inLog = loggedOfVoice(id, what);
        notices.raise({ id: `voice:${id}`, severity: 'warning', what, advice, inLog });
      }
    },
  };
}
