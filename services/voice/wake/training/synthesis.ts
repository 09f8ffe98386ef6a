import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setPriority } from 'node:os';
import { voiceSampleRateHz } from '../../../../models/voice-activity.ts';
import { Trouble } from '../../../contract/trouble.ts';
import { resampled } from './resampling.ts';
import type { SpeechEngine, SyntheticVoice } from './synthetic-voice.ts';
import { soundsOfWavs, type Sound } from './wav.ts';

/** Something to say. */
export interface Utterance {
  readonly text: string;
  readonly voice: SyntheticVoice;
}

/** Speech of one utterance, without the silence around it: 16-bit samples at 16 kHz. */
export interface SpokenClip extends Utterance {
  readonly samples: Int16Array<ArrayBuffer>;
}

const slowestMs = 30_000;
/** A festival process starts slowly, so that it says several. */
const festivalBatch = 16;
const longestMs = 8_000;
const shortestMs = 60;

export interface SynthesisManner {
  readonly processes: number;
  /** Of the processes, 19 is the lowest. */
  readonly priority: number;
  readonly signal: AbortSignal;
}

/** The synthesisers of this machine; only espeak-ng is sure to be there. */
export function enginesHere(): readonly SpeechEngine[] {
  const engines: SpeechEngine[] = ['espeak-ng'];
  if (existsSync('/usr/bin/flite')) engines.push('flite');
  const voices = '/usr/share/festival/voices/';
  const needed = ['english/kal_diphone', 'english/ked_diphone', 'us/cmu_us_slt_arctic_hts'];
  if (existsSync('/usr/bin/festival') && needed.every((voice) => existsSync(voices + voice)))
    engines.push('festival');
  return engines;
}

/**
 * Says everything, by several processes at a time at a low priority, through pipes; nothing is written to disk. What a
 * synthesiser could not say is missing in the result. `spoken` is told how many are done.
 * @throws {Trouble} 'missing_program' without espeak-ng; the signal's reason when it is aborted.
 */
export async function synthesiseAll(
  utterances: readonly Utterance[],
  how: SynthesisManner & { readonly spoken?: (done: number) => void },
): Promise<readonly SpokenClip[]> {
  const clips: SpokenClip[] = [];
  const jobs = jobsOf(utterances);
  let done = 0;
  const work = async (): Promise<void> => {
    for (let job = jobs.pop(); job !== undefined; job = jobs.pop()) {
      how.signal.throwIfAborted();
      const sounds = await say(job, how);
      for (const [index, utterance] of job.entries()) {
        const samples = cleaned(sounds[index]);
        if (samples !== null) clips.push({ ...utterance, samples });
      }
      done += job.length;
      how.spoken?.(done);
    }
  };
  await Promise.all(Array.from({ length: how.processes }, work));
  how.signal.throwIfAborted();
  if (clips.length === 0 && utterances.length > 0) throw voiceMissing();
  return clips;
}

/** One process each; those of festival are taken together by voice. */
function jobsOf(utterances: readonly Utterance[]): (readonly Utterance[])[] {
  const jobs: (readonly Utterance[])[] = [];
  const byVoice = Map.groupBy(utterances, ({ voice }) => (voice.engine === 'festival' ? voice.name : ''));
  for (const [name, group] of byVoice) {
    const size = name === '' ? 1 : festivalBatch;
    for (let at = 0; at < group.length; at += size) jobs.push(group.slice(at, at + size));
  }
  return jobs;
}

function say(job: readonly Utterance[], { signal, priority }: SynthesisManner): Promise<readonly Sound[]> {
  const { program, options, input } = commandOf(job);
  const child = spawn(program, [...options], { signal, killSignal: 'SIGKILL', timeout: slowestMs });
  lower(child, priority);
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.resume();
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => {
      if (signal.aborted) resolve([]);
      else reject(voiceMissing(cause));
    });
    child.on('close', () => {
      resolve(soundsOfWavs(Buffer.concat(chunks)));
    });
  });
}

function lower(child: ChildProcess, priority: number): void {
  try {
    if (child.pid !== undefined) setPriority(child.pid, priority);
  } catch {
    // It has ended already.
  }
}

interface SynthesisCommand {
  readonly program: string;
  readonly options: readonly string[];
  readonly input: string;
}

function commandOf(job: readonly Utterance[]): SynthesisCommand {
  const [{ voice, text } = noUtterance] = job;
  switch (voice.engine) {
    case 'espeak-ng':
      return {
        program: 'espeak-ng',
        options: [
          ...['--stdin', '--stdout', '-z', '-m', '-v', voice.name],
          ...['-p', String(voice.pitch), '-s', String(voice.wordsPerMinute)],
        ],
        input: `<speak><prosody range="${voice.rangePercent}%">${spelled(text)}</prosody></speak>`,
      };
    case 'flite':
      // A text on standard input is said piece by piece, which flite can't write to a pipe; and it opens /dev/stdout by its
      // name, which is not possible with the socket that Node makes of it: hence the shell and a real pipe.
      return {
        program: 'sh',
        options: [
          ...['-c', 'flite "$@" -o /dev/stdout | cat', 'sh'],
          ...['-voice', voice.name, '--setf', `duration_stretch=${voice.stretch}`],
          ...[
            '--setf',
            `int_f0_target_mean=${voice.pitchHz}`,
            '--setf',
            `int_f0_target_stddev=${voice.pitchSpreadHz}`,
          ],
          ...['-t', spelled(text)],
        ],
        input: '',
      };
    case 'festival':
      return { program: 'festival', options: ['--pipe'], input: job.map(festivalScheme).join('') };
  }
}

const noUtterance: Utterance = {
  text: '',
  voice: { engine: 'espeak-ng', name: 'en', pitch: 50, rangePercent: 100, wordsPerMinute: 170 },
};

function festivalScheme({ text, voice }: Utterance): string {
  if (voice.engine === 'espeak-ng') return '';
  const pitch = `((target_f0_mean ${voice.pitchHz}) (target_f0_std ${voice.pitchSpreadHz}) (model_f0_mean 170) (model_f0_std 34))`;
  return [
    `(voice_${voice.name})`,
    `(Parameter.set 'Duration_Stretch ${voice.stretch})`,
    voice.name.endsWith('_hts') ? '' : `(set! int_lr_params '${pitch})`,
    `(utt.save.wave (utt.synth (Utterance Text "${spelled(text)}")) "-" 'riff)\n`,
  ].join('\n');
}

/** Only letters and the signs that change how a sentence is said: nothing that SSML, Scheme or an option would take for its own. */
function spelled(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}' ,.?!]/gu, ' ').trim();
}

const silentBelow = 0.02;

/** At 16 kHz, without the silence around it; null when there is hardly anything, or too much. */
function cleaned(sound: Sound | undefined): Int16Array<ArrayBuffer> | null {
  if (sound === undefined) return null;
  const { samples, rateHz } = sound;
  const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const isHeard = (sample: number): boolean => Math.abs(sample) > Math.max(loudest * silentBelow, 1e-4);
  const first = Math.max(0, samples.findIndex(isHeard) - rateHz / 100);
  const last = samples.findLastIndex(isHeard) + rateHz / 50;
  const at16k = resampled(samples.subarray(first, last), voiceSampleRateHz / rateHz);
  const ms = (at16k.length / voiceSampleRateHz) * 1000;
  if (ms < shortestMs || ms > longestMs) return null;
  return Int16Array.from(at16k, (sample) => Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768))));
}

function voiceMissing(cause?: unknown): Trouble {
  return new Trouble('missing_program', {
    what: 'The voice espeak-ng is not installed, so Lares can not learn a phrase from its text.',
    advice: 'Install it with: sudo apt-get install espeak-ng',
    cause,
  });
}
