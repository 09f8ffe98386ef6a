import type { ThatWasWrong } from '../../contract/api.ts';
import type { IntentName } from '../../contract/intent.ts';
import type { Log } from '../../contract/log.ts';
import type { VoiceSettings } from '../../contract/settings.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { TranscriptEntry } from '../../contract/voice.ts';
import type { Recording } from '../../contract/wake.ts';
import type { Store } from '../../store/store.ts';
import type { Ears } from '../ears.ts';
import type { Transcript } from '../intents/transcript.ts';
import { Turns } from '../intents/turns.ts';
import { Signal } from '../signal.ts';

export interface MishearingsParts {
  readonly store: Pick<Store, 'recordings' | 'erasure'>;
  readonly transcript: Transcript;
  /** Throws Trouble `unavailable` while there is no voice process. */
  readonly ears: () => Ears;
  readonly voice: () => VoiceSettings;
  readonly log: Log;
  /** Milliseconds since 1970; the machine's clock by default. */
  readonly now?: () => number;
}

/** "That was wrong" speaks of nothing older. */
const recentMs = 10 * 60_000;
/** Whoever says that it was wrong means the order, not the answer to a question about it. */
const answers: readonly IntentName[] = [
  'LaresThatWasWrong',
  'LaresConfirm',
  'LaresDecline',
  'LaresChoose',
  'HassNevermind',
];

/**
 * What the household says that Lares got wrong. The sound of it is kept only where the owner lets it, and what was kept stays
 * until it is told to go, also when nothing more may be kept.
 */
export class Mishearings {
  /** Recordings came or went. */
  readonly changed = new Signal<{ readonly count: number }>();
  readonly #parts: MishearingsParts;
  readonly #now: () => number;
  /** What is kept and what goes must not overlap. */
  readonly #turns = new Turns();

  constructor(parts: MishearingsParts) {
    this.#parts = parts;
    this.#now = parts.now ?? Date.now;
  }

  count(): number {
    return this.#parts.store.recordings.count();
  }

  /** Throws Trouble `not_found` when the exchange is gone. */
  async wrong({ entryId, how, meant }: ThatWasWrong): Promise<TranscriptEntry> {
    this.#parts.transcript.judge(entryId, { how, meant });
    await this.#turns.take(() => this.#keep(entryId));
    return this.#parts.transcript.get(entryId);
  }

  /** Marks the newest order as misheard, and keeps its sound in the background. False when nothing was ordered lately. */
  newestWrong(): boolean {
    const newest = this.#parts.transcript
      .newest(20)
      .find(({ intent }) => intent === null || !answers.includes(intent.name));
    if (newest === undefined || this.#now() - newest.atMs > recentMs) return false;
    this.wrong({ entryId: newest.id, how: 'misheard', meant: newest.verdict?.meant ?? '' }).catch(
      (error: unknown) => {
        this.#parts.log.error(`A recording could not be kept: ${String(error)}`);
      },
    );
    return true;
  }

  /** It was right after all. Throws Trouble `not_found` when the exchange is gone. */
  async takeBack(entryId: string): Promise<TranscriptEntry> {
    const { store, transcript } = this.#parts;
    transcript.get(entryId);
    await this.#turns.take(() => store.recordings.remove(entryId));
    const entry = transcript.judge(entryId, null);
    store.erasure.emptyLog();
    this.#tell();
    return entry;
  }

  async forgetAll(): Promise<void> {
    const { store, transcript } = this.#parts;
    await this.#turns.take(() => store.recordings.removeAll());
    store.erasure.emptyLog();
    transcript.retellJudged();
    this.#tell();
  }

  /** Recordings of exchanges that fell out of the transcript go. */
  tidy(): void {
    const { store, log } = this.#parts;
    this.#turns
      .take(async () => {
        if (await store.recordings.tidy()) this.#tell();
      })
      .catch((error: unknown) => {
        log.error(`Old recordings could not be removed, which is tried again: ${String(error)}`);
      });
  }

  /** Resolves when all that is being written is written. */
  settled(): Promise<void> {
    return this.#turns.take(() => Promise.resolve());
  }

  async #keep(entryId: string): Promise<void> {
    const { store, transcript, voice } = this.#parts;
    if (!voice().keepRecordings || transcript.get(entryId).verdict?.hasRecording === true) return;
    const phrase = voice().wakePhrase;
    const recording = await this.#soundOf(entryId);
    // The owner may have thought better of it meanwhile.
    if (recording === null || !voice().keepRecordings) return;
    if (transcript.get(entryId).verdict === undefined) return;
    await store.recordings.put(entryId, phrase, recording);
    transcript.retell(entryId);
    this.#tell();
  }

  async #soundOf(entryId: string): Promise<Recording | null> {
    try {
      return await this.#parts.ears().recordingOf(entryId);
    } catch (error) {
      if (error instanceof Trouble) return null;
      throw error;
    }
  }

  #tell(): void {
    this.changed.send({ count: this.count() });
  }
}
