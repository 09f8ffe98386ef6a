import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../contract/log.ts';
import { Trouble, answer, type Answer } from '../contract/trouble.ts';
import type { TranscriptEntry } from '../contract/voice.ts';
import type { VoiceConfiguration, VoiceNews } from '../contract/voice-process.ts';
import { closeHearing, openHearing, type Hearing, type HearingFolders } from './hearing.ts';
import type { Ears } from './ears.ts';
import { Microphone } from './sound/microphone.ts';
import { Pipeline } from './pipeline.ts';
import { inQuietRoom } from './sound/quiet-room.ts';
import { framesOf, readSound } from './sound/sound.ts';
import { Speaker, synthesise } from './sound/speaker.ts';
import { VoiceStatus } from './voice-status.ts';

export interface VoiceParts {
  readonly folders: HearingFolders;
  readonly news: VoiceNews;
  readonly log: Log;
}

const patienceMs = 800;

/** The voice of the house: joins the microphone, what is played to it, the pipeline and the speaker. */
export class Voice {
  readonly #parts: VoiceParts;
  readonly #status: VoiceStatus;
  readonly #stopping = new AbortController();
  readonly #speaker: Speaker;
  #hearing: Hearing | null = null;
  #wish = '';
  #microphone: { readonly stop: AbortController; readonly over: Promise<void> } | null = null;
  /** One thing at a time: what is played ends before the grammar changes. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: VoiceParts) {
    this.#parts = parts;
    this.#status = new VoiceStatus(parts.news);
    this.#speaker = new Speaker((text) => {
      this.#status.speaks(text);
    }, this.#stopping.signal);
  }

  /** Takes the whole wish; what did not change is left alone. */
  configure(configuration: VoiceConfiguration): Promise<void> {
    return this.#inTurn(async () => {
      const wish = JSON.stringify(configuration);
      if (this.#hearing !== null && wish === this.#wish) return;
      this.#wish = wish;
      await this.#close();
      if (configuration.voice.enabled) await this.#open(configuration);
      else this.#status.isOff('Voice is switched off in the settings.');
    });
  }

  /** Speaks the text into the pipeline; gives what came of it, nothing when it had no wake phrase. */
  say(text: string): Promise<Answer<readonly TranscriptEntry[]>> {
    return answer(() => this.#play(() => synthesise(text, this.#hearing?.configuration.voice.language)));
  }

  /** Plays a sound file into the pipeline, likewise. */
  listenTo(path: string): Promise<Answer<readonly TranscriptEntry[]>> {
    return answer(() => this.#play(() => readSound(path)));
  }

  /** Says something aloud. */
  async speak(text: string): Promise<void> {
    const voice = this.#hearing?.configuration.voice;
    if (voice?.replyAloud === true) await this.#speaker.say(text, voice);
  }

  /** Ends the recorder, the player and all listening within a second. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#microphone?.stop.abort();
    // An order that the hub is still busy with must not hold up the end.
    await Promise.race([this.#microphone?.over, wait(patienceMs, undefined, { ref: false })]);
  }

  async #open(configuration: VoiceConfiguration): Promise<void> {
    try {
      const hearing = await openHearing(configuration, this.#parts.folders);
      this.#hearing = hearing;
      this.#status.hears(configuration.voice.wakePhrase, hearing.troubles);
      this.#listen(hearing);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      // The sentences go to the page alone: they may name a word of the home that can't be said.
      this.#parts.log.warn(`The ear could not be opened (${error.code}); the page says why.`);
      this.#status.isDeaf(error);
    }
  }

  async #close(): Promise<void> {
    this.#microphone?.stop.abort();
    await this.#microphone?.over;
    this.#microphone = null;
    if (this.#hearing !== null) closeHearing(this.#hearing);
    this.#hearing = null;
  }

  /** The microphone's pipeline; it is deaf while Lares itself speaks. */
  #listen(hearing: Hearing): void {
    const stop = new AbortController();
    this.#stopping.signal.addEventListener('abort', () => {
      stop.abort();
    });
    const microphone = new Microphone((state) => {
      this.#status.microphoneIs(state);
    });
    const listen = async (): Promise<void> => {
      const pipeline = this.#pipeline(hearing, hearing.microphone, () => this.#speaker.isSpeaking);
      for await (const entry of pipeline.hear(microphone.frames(stop.signal))) this.#tell(entry);
    };
    this.#microphone = { stop, over: listen() };
  }

  #play(sound: () => Promise<Float32Array>): Promise<readonly TranscriptEntry[]> {
    return this.#inTurn(async () => {
      const hearing = this.#hearing;
      if (hearing === null) throw this.#status.whyNot();
      const entries: TranscriptEntry[] = [];
      const pipeline = this.#pipeline(hearing, hearing.played, () => false);
      for await (const entry of pipeline.hear(framesOf(inQuietRoom(await sound())))) {
        this.#tell(entry);
        entries.push(entry);
      }
      return entries;
    });
  }

  #pipeline(hearing: Hearing, ears: Ears, areEarsShut: () => boolean): Pipeline {
    const { news } = this.#parts;
    return new Pipeline({
      ...ears,
      recogniser: hearing.recogniser,
      act: (intent) => news.act({ intent, heard: '', confidence: 1, sure: true, alternatives: [] }),
      reply: (text) => void this.speak(text),
      tell: (state) => {
        this.#status.isNow(state);
      },
      areEarsShut,
      language: hearing.configuration.voice.language,
      newId: randomUUID,
      nowMs: Date.now,
    });
  }

  #tell(entry: TranscriptEntry): void {
    this.#parts.news.exchanged(entry);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
