import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../contract/log.ts';
import { Trouble, answer, type Answer } from '../contract/trouble.ts';
import type { TranscriptEntry } from '../contract/voice.ts';
import type { VoiceConfiguration, VoiceNews } from '../contract/voice-process.ts';
import type { Recording } from '../contract/wake.ts';
import type { Ears } from './ears.ts';
import { openHearing, type Hearing, type HearingParts } from './hearing.ts';
import { LiveEar } from './live-ear.ts';
import { Meter } from './meter.ts';
import { Pipeline } from './pipeline.ts';
import { Recordings } from './recordings.ts';
import { inQuietRoom } from './sound/quiet-room.ts';
import { framesOf, readSound } from './sound/sound.ts';
import { Speaker, synthesise } from './sound/speaker.ts';
import { recordingOfFile } from './utterance-recorder.ts';
import { VoiceStatus } from './voice-status.ts';

export interface VoiceParts {
  readonly folders: Pick<HearingParts, 'models' | 'phrases'>;
  readonly news: VoiceNews;
  readonly log: Log;
  /** How long to wait before a microphone is looked for again. */
  readonly retryMs?: number;
}

const patienceMs = 800;

/** The voice of the house: joins the microphone, what is played to it, the pipeline and the speaker. */
export class Voice {
  /** Tells what the microphone gives while it is on. */
  readonly meter: Meter;
  /** The sound of the last few exchanges, while the owner lets recordings be kept. */
  readonly recordings = new Recordings();
  readonly #parts: VoiceParts;
  readonly #status: VoiceStatus;
  readonly #stopping = new AbortController();
  readonly #speaker: Speaker;
  #hearing: Hearing | null = null;
  #ear: LiveEar | null = null;
  #wish = '';
  /** One thing at a time: what is played ends before the grammar changes. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: VoiceParts) {
    this.#parts = parts;
    this.#status = new VoiceStatus(parts.news);
    this.meter = new Meter((reading) => {
      parts.news.metered(reading);
    });
    const speaks = (text: string | null): void => {
      this.#status.speaks(text);
    };
    const { folders, news } = parts;
    const troubled: VoiceNews['troubled'] = (notice) => {
      news.troubled(notice);
    };
    this.#speaker = new Speaker(speaks, this.#stopping.signal, { models: folders.models, troubled });
  }

  /** Takes the whole wish; what did not change is left alone. */
  configure(configuration: VoiceConfiguration): Promise<void> {
    return this.#inTurn(async () => {
      const wish = JSON.stringify(configuration);
      if (this.#hearing !== null && wish === this.#wish) return;
      this.#wish = wish;
      await this.#close();
      if (!configuration.voice.keepRecordings) this.recordings.forget();
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

  /** Waits up to 8 s for one utterance at the microphone; meanwhile nothing that is said is a command. */
  record(): Promise<Answer<Recording>> {
    return answer(() => {
      if (this.#ear === null) throw this.#status.whyNot();
      return this.#ear.record();
    });
  }

  /** The one utterance of a sound file. */
  recordingOfFile(path: string): Promise<Answer<Recording>> {
    return answer(() =>
      this.#inTurn(() => {
        if (this.#hearing === null) throw this.#status.whyNot();
        return recordingOfFile(path, this.#hearing.played.voiceActivity);
      }),
    );
  }

  /** Ends the recorder, the player and all listening within a second. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    // An order that the hub is still busy with must not hold up the end.
    await Promise.race([this.#ear?.stop(), wait(patienceMs, undefined, { ref: false })]);
  }

  async #open(configuration: VoiceConfiguration): Promise<void> {
    const { folders, news, log } = this.#parts;
    try {
      const hearing = await openHearing(configuration, { ...folders, news, signal: this.#stopping.signal });
      this.#hearing = hearing;
      void this.#speaker.prepare(configuration.voice.language);
      this.#status.hears(hearing.wakePhrase, hearing.troubles);
      if (!this.#stopping.signal.aborted) this.#ear = this.#listen(hearing);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      // The sentences go to the page alone: they may name a word of the home that can't be said.
      log.warn(`The ear could not be opened (${error.code}); the page says why.`);
      this.#status.isDeaf(error);
    }
  }

  async #close(): Promise<void> {
    await this.#ear?.stop();
    this.#ear = null;
    await this.#hearing?.close();
    this.#hearing = null;
  }

  #listen(hearing: Hearing): LiveEar {
    return new LiveEar({
      pipeline: this.#pipeline(hearing, hearing.microphone, 'in the room'),
      voiceActivity: hearing.microphone.voiceActivity,
      microphoneIs: (state) => {
        this.#status.microphoneIs(state);
      },
      tell: (entry) => {
        this.#parts.news.exchanged(entry);
      },
      retryMs: this.#parts.retryMs,
    });
  }

  #play(sound: () => Promise<Float32Array>): Promise<readonly TranscriptEntry[]> {
    return this.#inTurn(async () => {
      const hearing = this.#hearing;
      if (hearing === null) throw this.#status.whyNot();
      const entries: TranscriptEntry[] = [];
      const pipeline = this.#pipeline(hearing, hearing.played, 'played');
      for await (const entry of pipeline.hear(framesOf(inQuietRoom(await sound())))) {
        this.#parts.news.exchanged(entry);
        entries.push(entry);
      }
      return entries;
    });
  }

  /** Only who is in the room hears Lares, and can interrupt it. */
  #pipeline(hearing: Hearing, ears: Ears, where: 'in the room' | 'played'): Pipeline {
    const { voice } = hearing.configuration;
    const isInRoom = where === 'in the room';
    return new Pipeline({
      ...ears,
      recogniser: hearing.recogniser,
      act: (order) => this.#parts.news.act(order),
      reply: (text) => void this.speak(text),
      tell: (state) => {
        this.#status.isNow(state);
      },
      called: () => void (isInRoom && this.#speaker.chime(voice)),
      saying: () => (isInRoom ? this.#speaker.text : null),
      hush: () => {
        this.#speaker.stop();
      },
      keep: (entryId, sound) => {
        if (voice.keepRecordings) this.recordings.keep(entryId, sound);
      },
      meter: isInRoom ? this.meter : null,
      language: voice.language,
      newId: randomUUID,
      nowMs: Date.now,
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }
}
