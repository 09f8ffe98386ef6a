import { VoiceSettings } from '../../../services/contract/settings.ts';
import { openHearing, type Hearing } from '../../../services/voice/hearing.ts';
import { synthesise } from '../../../services/voice/sound/speaker.ts';
import { HOME } from '../../services/voice/phrases/home.ts';

/** The product's ears in a home of tests. */
export interface BenchEars {
  readonly hearing: Hearing;
  readonly models: string;
}

export async function openBenchEars(folders: {
  readonly models: string;
  readonly phrases: string;
}): Promise<BenchEars> {
  const configuration = { voice: VoiceSettings.parse({}), home: HOME, wakeModelId: null };
  const hearing = await openHearing(configuration, {
    ...folders,
    news: { wakeModel: () => Promise.resolve(null) },
    signal: new AbortController().signal,
  });
  return { hearing, models: folders.models };
}

const talk = [
  'Yesterday we went down to the river, and the water was much higher than it had been in the spring.',
  'She told me that the train would be late, so we bought some bread and waited under the old clock.',
  'Nobody knew how long the meeting would last, but everybody hoped for a short one this time.',
  'If you mix the flour with warm milk and leave it for an hour, the dough will rise by itself.',
];

/** About so many seconds of speech without the wake phrase, sentence after sentence, at 16 kHz. */
export async function talkFor(seconds: number): Promise<Float32Array> {
  const sentences = await Promise.all(talk.map((sentence) => synthesise(sentence)));
  const talked = new Float32Array(seconds * 16_000);
  for (let at = 0, next = 0; at < talked.length; next++) {
    const sentence = sentences[next % sentences.length] ?? new Float32Array(16_000);
    talked.set(sentence.subarray(0, talked.length - at), at);
    at += sentence.length;
  }
  return talked;
}

/** Seconds of processor time, of all threads, that the work takes. */
export async function processorSeconds(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
}
