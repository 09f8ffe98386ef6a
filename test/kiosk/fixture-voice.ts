import { setTimeout as sleep } from 'node:timers/promises';
import { initTRPC } from '@trpc/server';
import {
  ByEntry,
  BySample,
  ByWakePhrase,
  RecordSample,
  Say,
  ThatWasWrong,
} from '../../services/contract/api.ts';
import type { TranscriptEntry, Verdict } from '../../services/contract/voice.ts';
import type { VoiceReading, WakeStage, WakeView } from '../../services/contract/wake.ts';
import { newsOf } from '../../services/hub/news.ts';
import type { FixtureHouse } from './fixture-house.ts';
import { refuse } from './fixture-people.ts';
import { adviceOn, curveOf, wakeReport, wakeSample } from './fixture-wake.ts';

const t = initTRPC.context<{ readonly house: FixtureHouse }>().create();

const inside = t.procedure.use(async ({ ctx, path, getRawInput, next, type }) => {
  if (type === 'mutation')
    ctx.house.asked.push(`${path} ${JSON.stringify((await getRawInput()) ?? null)}`.slice(0, 300));
  if (ctx.house.health.key.kind === 'locked') refuse('The house is locked. Give its passphrase first.');
  return next({ ctx });
});

const stages: readonly (readonly [number, WakeStage])[] = [
  [0.3, 'speaking'],
  [0.65, 'hearing'],
  [0.95, 'learning'],
  [1, 'judging'],
];
const trainingStepMs = 100;

/** Learns in `house.trainingMs`, and tells how far it is, as the voice process does; unless it is cancelled. */
async function learn(house: FixtureHouse, phrase: string): Promise<void> {
  const beganAtMs = Date.now();
  for (;;) {
    const done = Math.min(1, (Date.now() - beganAtMs) / house.trainingMs);
    if (done === 1) break;
    const stage = stages.find(([end]) => done < end)?.[1] ?? 'judging';
    house.putWake({ training: { kind: 'training', phrase, stage, done, beganAtMs } });
    await sleep(trainingStepMs, undefined, { ref: false });
    const { training } = house.wake;
    if (training.kind !== 'training' || training.beganAtMs !== beganAtMs) return;
  }
  if (house.trainingTrouble !== null) {
    house.putWake({ training: { kind: 'failed', phrase, ...house.trainingTrouble } });
    return;
  }
  const recordings = house.wake.samples.filter((sample) => sample.phrase === phrase).length;
  const learnt = wakeReport(phrase, {
    origin: 'trained',
    trainedAtMs: Date.now(),
    recordings,
    heldOut: recordings === 0 ? null : { recordings, heard: recordings - 1 },
    curve: curveOf(0.3, recordings === 0 ? 0.08 : 0.03),
  });
  const others = house.wake.phrases.filter((report) => report.phrase !== phrase);
  house.putWake({ training: { kind: 'idle' }, phrases: [...others, learnt] });
}

/** Somebody says the phrase every three seconds, and the room hums between. */
async function* readingsOf(
  house: FixtureHouse,
  signal: AbortSignal | undefined,
): AsyncGenerator<VoiceReading> {
  for (let step = 0; signal?.aborted !== true; step += 1) {
    const word = step % 30;
    const said = word >= 5 && word < 13;
    house.metersRead += 1;
    yield {
      levelDb: said ? -14 - 4 * Math.cos(step) : -52 + 2 * Math.sin(step),
      speech: said ? 0.93 : 0.03,
      likeness: house.callLikeness * Math.exp(-(((word - 12) / 2) ** 2)),
    };
    await sleep(100, undefined, { signal, ref: false }).catch(() => undefined);
  }
}

function judge(house: FixtureHouse, entryId: string, verdict: Verdict | undefined): TranscriptEntry {
  const found = house.transcript.find(({ id }) => id === entryId) ?? refuse('This was deleted.');
  const { verdict: _before, ...rest } = found;
  const entry = verdict === undefined ? rest : { ...rest, verdict };
  house.transcript = house.transcript.map((each) => (each === found ? entry : each));
  house.voiceChanged.send({ entry });
  return entry;
}

const kept = (house: FixtureHouse): number =>
  house.transcript.filter(({ verdict }) => verdict?.hasRecording === true).length;

let samples = 100;

/** The voice of the fixture hub, with the contract's own inputs. */
export const fixtureVoice = t.router({
  transcript: inside.query(({ ctx }) => ctx.house.transcript),
  watch: inside.subscription(({ ctx, signal }) =>
    newsOf(ctx.house.voiceChanged, { signal, keep: 100, first: () => ({ state: ctx.house.health.voice }) }),
  ),
  say: inside.input(Say).mutation(({ ctx, input }) => {
    const entry: TranscriptEntry = {
      id: `tr-${ctx.house.transcript.length + 1}`,
      atMs: Date.now(),
      heard: input.text.replace(/^computer, /, ''),
      intent: null,
      outcome: 'not_understood',
      reply: "I didn't understand that.",
    };
    ctx.house.transcript = [entry, ...ctx.house.transcript];
    ctx.house.voiceChanged.send({ entry });
    return [entry];
  }),
  wake: inside.query(({ ctx }) => ctx.house.wake),
  watchWake: inside.subscription(({ ctx, signal }) =>
    newsOf(ctx.house.wakeChanged, { signal, keep: 1, first: () => ctx.house.wake }),
  ),
  adviseWake: inside.input(ByWakePhrase).query(({ input }) => adviceOn(input.phrase)),
  trainWake: inside.input(ByWakePhrase).mutation(({ ctx, input }) => {
    if (ctx.house.wake.training.kind === 'training') refuse('Another phrase is being learnt. Wait for it.');
    void learn(ctx.house, input.phrase);
    return ctx.house.wake;
  }),
  cancelWake: inside.mutation(({ ctx }) => ctx.house.putWake({ training: { kind: 'idle' } })),
  useWake: inside.input(ByWakePhrase).mutation(({ ctx, input }) => useWake(ctx.house, input.phrase)),
  forgetWake: inside.input(ByWakePhrase).mutation(({ ctx, input: { phrase } }) => {
    const { house } = ctx;
    const shipped = phrase === 'computer' || phrase === 'jarvis' ? [wakeReport(phrase)] : [];
    house.putWake({
      phrases: [...shipped, ...house.wake.phrases.filter((report) => report.phrase !== phrase)],
      samples: house.wake.samples.filter((sample) => sample.phrase !== phrase),
    });
    return shipped.length === 0 && house.settings.voice.wakePhrase === phrase
      ? useWake(house, 'computer')
      : house.wake;
  }),
  recordSample: inside.input(RecordSample).mutation(async ({ ctx, input }) => {
    await sleep(ctx.house.recordMs);
    if (ctx.house.recordTrouble !== null) refuse(ctx.house.recordTrouble);
    samples += 1;
    const sample = wakeSample(samples, {
      phrase: input.phrase,
      atMs: Date.now(),
      durationMs: 940,
      peak: ctx.house.recordPeak,
    });
    ctx.house.putWake({ samples: [sample, ...ctx.house.wake.samples] });
    return sample;
  }),
  forgetSample: inside.input(BySample).mutation(({ ctx, input }) =>
    ctx.house.putWake({
      samples: ctx.house.wake.samples.filter(({ id }) => id !== input.sampleId),
    }),
  ),
  meter: inside.subscription(({ ctx, signal }) => {
    if (ctx.house.meterTrouble !== null) refuse(ctx.house.meterTrouble);
    return readingsOf(ctx.house, signal);
  }),
  thatWasWrong: inside.input(ThatWasWrong).mutation(({ ctx, input: { entryId, how, meant } }) => {
    const hasRecording = ctx.house.settings.voice.keepRecordings;
    return judge(ctx.house, entryId, { how, meant, hasRecording });
  }),
  takeBack: inside.input(ByEntry).mutation(({ ctx, input }) => judge(ctx.house, input.entryId, undefined)),
  recordings: inside.query(({ ctx }) => ({ count: kept(ctx.house) })),
  forgetRecordings: inside.mutation(({ ctx }) => {
    ctx.house.transcript = ctx.house.transcript.map((entry) =>
      entry.verdict === undefined ? entry : { ...entry, verdict: { ...entry.verdict, hasRecording: false } },
    );
    return { count: kept(ctx.house) };
  }),
});

function useWake(house: FixtureHouse, phrase: string): WakeView {
  house.settings = { ...house.settings, voice: { ...house.settings.voice, wakePhrase: phrase } };
  if (house.health.voice.kind === 'waiting') house.setVoice({ ...house.health.voice, wakePhrase: phrase });
  return house.wake;
}
