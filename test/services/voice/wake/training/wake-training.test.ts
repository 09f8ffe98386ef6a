import { describe, expect, it } from 'vitest';
import type { WakeModel, WakeTraining as TrainingState } from '../../../../../services/contract/wake.ts';
import { WakeTraining } from '../../../../../services/voice/wake/training/wake-training.ts';

function training(): { told: TrainingState[]; models: WakeModel[]; training: WakeTraining } {
  const told: TrainingState[] = [];
  const models: WakeModel[] = [];
  const changed = (state: TrainingState): void => void told.push(state);
  return {
    told,
    models,
    training: new WakeTraining({ changed, trained: (model) => void models.push(model) }),
  };
}
const order = { phrase: 'view glass', language: 'en', calls: [], notCalls: [] } as const;

describe('the training of a wake phrase', () => {
  it('goes on one at a time, and is cancelled', { timeout: 30_000 }, async () => {
    const { told, models, training: one } = training();
    expect(await one.begin(order)).toEqual({ ok: true, value: undefined });
    expect(one.state).toMatchObject({ kind: 'training', phrase: 'view glass', stage: 'speaking' });
    expect(await one.begin(order)).toMatchObject({ ok: false, code: 'unavailable' });
    await one.cancel();
    expect(told.at(-1)).toEqual({ kind: 'idle' });
    expect(models).toEqual([]);
  });

  it('is refused for a phrase that would not do, with advice', async () => {
    const { told, training: one } = training();
    const refused = await one.begin({ ...order, phrase: 'stop' });
    expect(refused).toMatchObject({ ok: false, code: 'bad_settings' });
    expect(told).toEqual([]);
  });

  it('begins no more when it was stopped', async () => {
    const { training: one } = training();
    await one.stop();
    await one.stop();
    expect(await one.begin(order)).toMatchObject({ ok: false, code: 'unavailable' });
  });
});
