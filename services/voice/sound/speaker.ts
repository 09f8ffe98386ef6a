import { spawn } from 'node:child_process';
import type { VoiceSettings } from '../../contract/settings.ts';
import { espeak } from './espeak.ts';
import { decodeSound } from './sound.ts';

/** Words a minute; espeak-ng's own 175 is hard to follow, and harder to recognise. */
const wordsPerMinute = '150';
const voices = { en: 'en-us', de: 'de' } as const;
type Language = VoiceSettings['language'];
/** Players of a wav on standard input, tried in this order. */
const players: readonly (readonly [string, ...string[]])[] = [
  ['aplay', '-q', '-'],
  ['play', '-q', '-t', 'wav', '-'],
];

/** Speaks a text into samples -1..1 at 16 kHz. Throws Trouble 'missing_program'. */
export async function synthesise(text: string, language: Language = 'en'): Promise<Float32Array> {
  return decodeSound(await wav(text, 100, language));
}

/** Says sentences aloud, one after the other, on the sound card of the machine; without one it is silent. */
export class Speaker {
  readonly #changed: (text: string | null) => void;
  readonly #signal: AbortSignal;
  #turn: Promise<void> = Promise.resolve();
  #text: string | null = null;

  /** `changed` is told what is being said, null when it is over. The signal ends all speaking at once. */
  constructor(changed: (text: string | null) => void, signal: AbortSignal) {
    this.#changed = changed;
    this.#signal = signal;
  }

  get isSpeaking(): boolean {
    return this.#text !== null;
  }

  /** Resolves when it was said, or could not be said. `replyVolume` is in percent. */
  say(text: string, how: Pick<VoiceSettings, 'replyVolume' | 'language'>): Promise<void> {
    this.#turn = this.#turn.then(() => this.#say(text, how));
    return this.#turn;
  }

  async #say(
    text: string,
    { replyVolume: volume, language }: Pick<VoiceSettings, 'replyVolume' | 'language'>,
  ): Promise<void> {
    if (this.#signal.aborted || volume === 0) return;
    this.#become(text);
    try {
      const sound = await wav(text, volume, language);
      for (const player of players) if (await this.#play(player, sound)) return;
    } catch {
      // Without espeak-ng the page still shows the reply; the doctor tells that it is missing.
    } finally {
      this.#become(null);
    }
  }

  #play([program, ...options]: readonly [string, ...string[]], sound: Buffer): Promise<boolean> {
    const child = spawn(program, options, { stdio: ['pipe', 'ignore', 'ignore'] });
    const stop = (): void => void child.kill('SIGKILL');
    this.#signal.addEventListener('abort', stop, { once: true });
    child.stdin.on('error', () => undefined);
    child.stdin.end(sound);
    return new Promise((resolve) => {
      const over = (played: boolean): void => {
        this.#signal.removeEventListener('abort', stop);
        resolve(played || this.#signal.aborted);
      };
      child.on('error', () => {
        over(false);
      });
      child.on('close', (code) => {
        over(code === 0);
      });
    });
  }

  #become(text: string | null): void {
    this.#text = text;
    this.#changed(text);
  }
}

/** espeak-ng's amplitude goes from 0 to 200; above 125 it distorts. */
function wav(text: string, volume: number, language: Language): Promise<Buffer> {
  const amplitude = String(Math.round(volume * 1.25));
  return espeak(['--stdin', '--stdout', '-v', voices[language], '-s', wordsPerMinute, '-a', amplitude], text);
}
