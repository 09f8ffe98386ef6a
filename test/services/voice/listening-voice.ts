import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { SpokenOrder, Reply } from '../../../services/contract/intent.ts';
import { VoiceSettings } from '../../../services/contract/settings.ts';
import { Trouble, valueOf, type Answer } from '../../../services/contract/trouble.ts';
import type { TranscriptEntry, VoiceState } from '../../../services/contract/voice.ts';
import type { VoiceNews } from '../../../services/contract/voice-process.ts';
import { Decoder } from '../../../services/voice/recogniser/pocketsphinx.ts';
import { Voice } from '../../../services/voice/voice.ts';
import { compiledPack } from '../../models/compiled-pack.ts';
import { HOME } from './phrases/home.ts';

function hasRecogniser(): boolean {
  try {
    new Decoder({}).close();
    return true;
  } catch (error) {
    if (error instanceof Trouble) return false;
    throw error;
  }
}

/** Whether this machine has all that a voice needs: espeak-ng, ffmpeg, libpocketsphinx3, pocketsphinx-en-us, a wake phrase. */
export function canHear(): boolean {
  const hasPrograms = ['espeak-ng', 'ffmpeg'].every(
    (program) => spawnSync(program, ['--help']).error === undefined,
  );
  const phrase = join(import.meta.dirname, '../../../resources/wake/computer.onnx');
  return hasPrograms && existsSync(phrase) && hasRecogniser();
}

/** A voice as it runs in a house, and all that it tells. */
export interface ListeningVoice {
  readonly voice: Voice;
  readonly orders: SpokenOrder[];
  readonly states: VoiceState[];
  readonly entries: TranscriptEntry[];
  readonly troubles: { id: string; what: string; advice: string }[];
  configure(settings?: Partial<VoiceSettings>): Promise<void>;
}

export interface ListeningOptions {
  /** The owner's own phrases. */
  readonly phrases: string;
  readonly reply?: (order: SpokenOrder) => Reply;
  readonly wakeModel?: VoiceNews['wakeModel'];
}

export async function listeningVoice(options: ListeningOptions): Promise<ListeningVoice> {
  const told: Omit<ListeningVoice, 'voice' | 'configure'> = {
    orders: [],
    states: [],
    entries: [],
    troubles: [],
  };
  const voice = new Voice({
    folders: { models: await compiledPack(), phrases: options.phrases },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    retryMs: 50,
    news: {
      act: (order) => {
        told.orders.push(order);
        return Promise.resolve(options.reply?.(order) ?? { outcome: 'done', text: 'Done.' });
      },
      wakeModel: options.wakeModel ?? (() => Promise.resolve(null)),
      trainingChanged: () => undefined,
      trained: () => undefined,
      metered: () => undefined,
      stateChanged: (state) => told.states.push(state),
      exchanged: (entry) => told.entries.push(entry),
      troubled: (notice) => told.troubles.push(notice),
    },
  });
  const configure = (settings: Partial<VoiceSettings> = {}): Promise<void> => {
    const quiet = { ...VoiceSettings.parse({ replyAloud: false, chime: false }), ...settings };
    return voice.configure({ voice: quiet, home: HOME, wakeModelId: null });
  };
  return { voice, ...told, configure };
}

/** What came of it, without what is new each time. */
export function outcome(answer: Answer<readonly TranscriptEntry[]>): unknown[] {
  return valueOf(answer).map(({ id: _id, atMs: _atMs, confidence: _confidence, ...entry }) => entry);
}

/** Samples at 16 kHz, -1..1, as a wav file; what is louder is clipped. */
export function wavOf(samples: Float32Array): Buffer {
  const wav = Buffer.alloc(44 + samples.length * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(16_000, 24);
  wav.writeUInt32LE(32_000, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples.length * 2, 40);
  for (const [at, sample] of samples.entries())
    wav.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32_767), 44 + at * 2);
  return wav;
}
