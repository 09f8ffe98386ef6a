import { WakeHeads } from '../../../../models/wake-heads.ts';
import type { TrainingOrder } from '../../../contract/voice-process.ts';
import type { WakeReport } from '../../../contract/wake.ts';
import { alarmTail, curveOf, highestScore } from './judging.ts';
import type { Negatives } from './negatives.ts';
import type { WakeRecipe } from './recipe.ts';

/** What is known of a network: judged by sound without the phrase, and by calls of voices that were left out, one sound each. */
export async function reportOf(
  order: Pick<TrainingOrder, 'phrase' | 'calls'>,
  network: Uint8Array,
  by: { readonly leftOut: readonly Float32Array[]; readonly recipe: WakeRecipe; readonly judging: Negatives },
): Promise<Omit<WakeReport, 'heldOut'>> {
  const heads = await WakeHeads.open(network);
  try {
    const tail = await alarmTail(by.judging.streams, heads);
    const calls: number[] = [];
    for (const call of by.leftOut) calls.push(await highestScore(call, heads));
    return {
      phrase: order.phrase,
      origin: 'trained',
      trainedAtMs: Date.now(),
      recordings: order.calls.length,
      hoursOfNegatives: Math.round(tail.hours * 1000) / 1000,
      curve: curveOf(tail, calls, by.recipe.talkShare),
    };
  } finally {
    await heads.close();
  }
}
