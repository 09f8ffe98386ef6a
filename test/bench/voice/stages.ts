import { MelSpectrogram, melBands, melOf } from '../../../models/mel-spectrogram.ts';
import { embeddingLength, embeddingRows, SpeechEmbedding } from '../../../models/speech-embedding.ts';
import { VoiceActivity } from '../../../models/voice-activity.ts';
import { WakeHeads, wakeWindowEmbeddings } from '../../../models/wake-heads.ts';
import { Allphone } from '../../../services/voice/recogniser/allphone.ts';
import { framesOf, int16Of } from '../../../services/voice/sound/sound.ts';
import { synthesise } from '../../../services/voice/sound/speaker.ts';
import { shippedPhrase, standardPhrase } from '../../../services/voice/wake/shipped-phrases.ts';
import { processorSeconds, talkFor, type BenchEars } from './bench-ears.ts';

const ROUNDS = 9;
const SECONDS = 4;
const embeddingsPerSecond = 12.5;

interface Stage {
  readonly stage: string;
  /** Of how much sound, in seconds. */
  readonly seconds: number;
  readonly work: () => Promise<unknown>;
}

/** What each stage costs for a second of sound: milliseconds, and against the voice activity. Medians of rounds in turn. */
export async function costsOfStages(ears: BenchEars): Promise<readonly Record<string, string | number>[]> {
  const stages = await stagesOf(ears);
  const costs = stages.map((): number[] => []);
  for (let round = 0; round < ROUNDS + 2; round++) {
    for (const [index, { work, seconds }] of stages.entries()) {
      const cost = (await processorSeconds(work)) / seconds;
      if (round >= 2) costs[index]?.push(cost);
    }
  }
  const [activity = []] = costs;
  return stages.map(({ stage }, index) => {
    const cost = costs[index] ?? [];
    return {
      stage,
      'ms per second': 1000 * median(cost),
      'of voice activity': median(cost.map((value, round) => value / (activity[round] ?? NaN))),
    };
  });
}

async function stagesOf({ hearing, models }: BenchEars): Promise<readonly Stage[]> {
  const talk = await talkFor(SECONDS);
  const frames = [...framesOf(talk)];
  const voiceActivity = await VoiceActivity.open(models);
  const mel = new MelSpectrogram();
  const embedding = await SpeechEmbedding.open();
  const row = melOf(talk).subarray(0, embeddingRows * melBands);
  const model = await shippedPhrase(standardPhrase);
  if (model === null) throw new Error('no heads');
  const heads = await WakeHeads.open(model.network);
  const window = new Float32Array(wakeWindowEmbeddings * embeddingLength);
  const command = await synthesise('computer, turn on the kitchen light');
  const { engine } = hearing.recogniser;
  const allphone = new Allphone();
  const each = async (times: number, work: () => Promise<unknown>): Promise<void> => {
    for (let i = 0; i < times; i++) await work();
  };
  const times = embeddingsPerSecond * SECONDS;
  return [
    {
      stage: 'voice activity',
      seconds: SECONDS,
      work: async () => {
        for (const frame of frames) await voiceActivity.probability(frame);
      },
    },
    {
      stage: 'log-mel',
      seconds: SECONDS,
      work: async () => {
        for (const frame of frames) mel.hear(frame);
        return Promise.resolve();
      },
    },
    { stage: 'speech embedding', seconds: SECONDS, work: () => each(times, () => embedding.embed(row)) },
    { stage: 'heads of one phrase', seconds: SECONDS, work: () => each(times, () => heads.score(window)) },
    {
      stage: 'recogniser with allphone, a command',
      seconds: command.length / 16_000,
      work: () => Promise.resolve(engine.recognise(command, 'with wake phrase')),
    },
    {
      stage: 'allphone alone',
      seconds: command.length / 16_000,
      work: () => Promise.resolve(allphone.path(int16Of(command))),
    },
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
