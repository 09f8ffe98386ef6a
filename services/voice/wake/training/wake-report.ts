import { setImmediate as turnOfOthers } from 'node:timers/promises';
import { WakeHeads } from '../../../../models/wake-heads.ts';
import type { TrainingOrder } from '../../../contract/voice-process.ts';
import type { WakeReport } from '../../../contract/wake.ts';
import { lookFor } from '../shipped-phrases.ts';
import { alarmTail, curveOf, scoreOf, type HeardCall } from './judging.ts';
import type { HeardNegative } from './negatives.ts';
import type { WakeRecipe } from './recipe.ts';

/** What is known of a network: judged by sound without the phrase, and by calls of voices that were left out, one sound each. */
export async function reportOf(
  order: Pick<TrainingOrder, 'phrase' | 'calls'>,
  network: Uint8Array,
  by: {
    readonly leftOut: readonly HeardCall[];
    readonly recipe: WakeRecipe;
    readonly judging: readonly HeardNegative[];
  },
): Promise<Omit<WakeReport, 'heldOut'>> {
  const heads = await WakeHeads.open(network);
  const look = await lookFor(order.phrase);
  try {
    const tail = await alarmTail(by.judging, order.phrase, { heads, look });
    const calls: number[] = [];
    for (const call of by.leftOut) {
      await turnOfOthers();
      calls.push(await scoreOf(call, { heads, look }));
    }
    return {
      phrase: order.phrase,
      origin: 'trained',
      trainedAtMs: Date.now(),
      recordings: order.calls.length,
      hoursOfNegatives: Math.round(tail.hours * 1000) / 1000,
      curve: curveOf(tail, calls, by.recipe.talkShare),
    };
  } finally {
    look?.close();
    await heads.close();
  }
}
