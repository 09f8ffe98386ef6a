import type { VoiceState } from '../../../services/contract/voice.ts';
import { said } from '../../words/said.ts';
import { words } from '../../words/words.ts';

interface VoiceSentence {
  readonly title: string;
  readonly detail: string;
}

/** What the ear is doing, in plain words. */
export function voiceSentence(state: VoiceState): VoiceSentence {
  switch (state.kind) {
    case 'off':
      return { title: words.voice.off, detail: said(state.why) };
    case 'waiting':
      return state.source === 'none'
        ? { title: words.voice.noMicrophone, detail: words.voice.noMicrophoneDetail }
        : { title: words.voice.waiting(state.wakePhrase), detail: words.voice.waitingDetail };
    case 'noticed':
      return { title: words.voice.noticed, detail: words.voice.noticedDetail };
    case 'listening':
      return { title: words.voice.listening, detail: words.voice.listeningDetail };
    case 'thinking':
      return { title: words.voice.thinking, detail: words.voice.thinkingDetail };
    case 'speaking':
      return { title: words.voice.speaking, detail: state.text };
  }
}
