import type { HomeNames } from '../../contract/entity.ts';
import type { VoiceSettings } from '../../contract/settings.ts';
import type { VoiceConfiguration } from '../../contract/voice-process.ts';

/** Devices announce themselves in a burst; a grammar is built once when they are all there. */
const quietMs = 200;

/** What the voice process has to know, sent again only when it says something new: each time costs a new grammar. */
export class VoiceOrders {
  readonly #parts: VoiceOrdersParts;
  #sent = '';
  #timer: NodeJS.Timeout | undefined;
  #over = false;

  constructor(parts: VoiceOrdersParts) {
    this.#parts = parts;
  }

  /** What to tell a voice process that knows nothing yet. */
  all(): VoiceConfiguration {
    const voice = this.#parts.voice();
    const wakeModelId = this.#parts.wakeModelId?.(voice.wakePhrase) ?? null;
    const orders = { voice, home: this.#parts.home(), wakeModelId };
    this.#sent = JSON.stringify(orders);
    return orders;
  }

  /** Something changed that the voice may have to know. */
  touch(): void {
    if (this.#over) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      const before = this.#sent;
      const orders = this.all();
      if (this.#sent !== before) this.#parts.send(orders);
    }, quietMs);
  }

  /** Nothing is asked or told from now on, whatever changes while the house closes. */
  stop(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }
}

export interface VoiceOrdersParts {
  readonly voice: () => VoiceSettings;
  readonly home: () => HomeNames;
  /** Of the phrase's model that was trained here; nothing is where it is left out. */
  readonly wakeModelId?: (phrase: string) => string | null;
  readonly send: (configuration: VoiceConfiguration) => void;
}
