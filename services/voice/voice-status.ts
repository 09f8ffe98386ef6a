import { Trouble } from '../contract/trouble.ts';
import type { VoiceState } from '../contract/voice.ts';
import type { VoiceNews } from '../contract/voice-process.ts';
import type { MicrophoneState } from './sound/microphone.ts';
import type { GrammarTrouble } from './phrases/phrase-file.ts';

/** What is told of the ear: its state and its troubles, each only when it changes. */
export class VoiceStatus {
  readonly #news: Pick<VoiceNews, 'stateChanged' | 'troubled'>;
  #rest: VoiceState = { kind: 'off', why: 'Voice is not set up yet.' };
  #shown = '';
  #source: 'microphone' | 'none' = 'none';
  #deafness: Trouble | null = null;
  #troubles = new Map<string, string>();

  constructor(news: Pick<VoiceNews, 'stateChanged' | 'troubled'>) {
    this.#news = news;
  }

  /** Voice is switched off: that is no trouble. */
  isOff(why: string): void {
    this.#deafness = null;
    this.#setTroubles('', []);
    this.#setTroubles(noMicrophone.id, []);
    this.#restAt({ kind: 'off', why });
  }

  /** Something that hearing needs is missing. */
  isDeaf(trouble: Trouble): void {
    this.#deafness = trouble;
    this.#setTroubles('', [{ id: 'hearing', what: trouble.message, advice: trouble.advice }]);
    this.#restAt({ kind: 'off', why: trouble.message });
  }

  /** Hearing works, perhaps not with all of the phrases. */
  hears(wakePhrase: string, troubles: readonly GrammarTrouble[]): void {
    this.#deafness = null;
    const notices = troubles.map((trouble, index) => ({ id: `grammar-${index + 1}`, ...trouble }));
    this.#setTroubles('', notices);
    this.#restAt({ kind: 'waiting', source: this.#source, wakePhrase });
  }

  microphoneIs(state: MicrophoneState): void {
    this.#source = state === 'hearing' ? 'microphone' : 'none';
    const notices = state === 'hearing' ? [] : [noMicrophone];
    this.#setTroubles(noMicrophone.id, notices);
    if (this.#rest.kind === 'waiting') this.#restAt({ ...this.#rest, source: this.#source });
  }

  isNow(state: Extract<VoiceState, { kind: 'noticed' | 'listening' | 'thinking' }> | 'waiting'): void {
    this.#show(state === 'waiting' ? this.#rest : state);
  }

  speaks(text: string | null): void {
    this.#show(text === null ? this.#rest : { kind: 'speaking', text });
  }

  /** Why nothing can be said to Lares now. */
  whyNot(): Trouble {
    return (
      this.#deafness ??
      new Trouble('unavailable', {
        what: 'Lares does not listen: voice is switched off.',
        advice: 'Switch voice on in the settings.',
      })
    );
  }

  #restAt(state: VoiceState): void {
    this.#rest = state;
    this.#show(state);
  }

  #show(state: VoiceState): void {
    const text = JSON.stringify(state);
    if (text === this.#shown) return;
    this.#shown = text;
    this.#news.stateChanged(state);
  }

  /** Tells the notices that are new or changed, and the end of those that are over. `only`: an id that alone is meant. */
  #setTroubles(only: string, notices: readonly { id: string; what: string; advice: string }[]): void {
    const now = new Map(notices.map((notice) => [notice.id, JSON.stringify(notice)]));
    const isMeant = (id: string): boolean => (only === '' ? id !== noMicrophone.id : id === only);
    for (const id of this.#troubles.keys()) {
      if (!isMeant(id) || now.has(id)) continue;
      this.#troubles.delete(id);
      this.#news.troubled({ id, what: '', advice: '' });
    }
    for (const notice of notices) {
      if (this.#troubles.get(notice.id) === now.get(notice.id)) continue;
      this.#troubles.set(notice.id, now.get(notice.id) ?? '');
      this.#news.troubled(notice);
    }
  }
}

const noMicrophone = {
  id: 'microphone',
  what: 'Lares hears no microphone.',
  advice:
    'Plug one in: it is looked for every ten seconds. Until then "npx lares say" and sound files are heard.',
};
