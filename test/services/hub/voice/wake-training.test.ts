import { expect, test } from 'vitest';
import type { WakeTraining } from '../../../../services/contract/wake.ts';
import { WakeTrainingState } from '../../../../services/hub/voice/wake-training.ts';

const idle = { kind: 'idle' } as const;
const going = (phrase: string, done: number): WakeTraining => ({
  ...{ kind: 'training', stage: 'hearing', beganAtMs: 5 },
  ...{ phrase, done },
});

test('a training goes on until it is learnt; its model may come after the last news', () => {
  const training = new WakeTrainingState();
  const told: WakeTraining['kind'][] = [];
  training.changed.listen(({ kind }) => told.push(kind));
  expect([training.state, training.phrase]).toEqual([idle, null]);
  training.begin('smart mirror', 5);
  expect(training.state).toEqual({ ...going('smart mirror', 0), stage: 'speaking' });
  training.told(going('smart mirror', 0.5));
  expect(training.state).toEqual(going('smart mirror', 0.5));
  training.told(idle);
  expect([training.state, training.phrase]).toEqual([idle, 'smart mirror']);
  training.end();
  expect([training.state, training.phrase, told]).toEqual([
    idle,
    null,
    ['training', 'training', 'idle', 'idle'],
  ]);
});

test('news of a training that was given up come too late', () => {
  const training = new WakeTrainingState();
  training.begin('smart mirror', 5);
  training.end();
  training.told(going('smart mirror', 0.5));
  training.told({ kind: 'failed', phrase: 'smart mirror', what: 'a', advice: 'b' });
  expect(training.state).toEqual(idle);
  training.begin('view glass', 5);
  training.told(going('smart mirror', 0.75));
  expect(training.state).toMatchObject({ phrase: 'view glass', done: 0 });
});

test('one that fails says why, and so does one whose voice process dies', () => {
  const training = new WakeTrainingState();
  training.earDied();
  expect(training.state).toEqual(idle);
  training.begin('smart mirror', 5);
  const failed = { kind: 'failed', phrase: 'smart mirror', what: 'a', advice: 'b' } as const;
  training.told(failed);
  expect([training.state, training.phrase]).toEqual([failed, null]);
  training.earDied();
  expect(training.state).toEqual(failed);
  training.begin('smart mirror', 6);
  training.earDied();
  expect(training.state).toMatchObject({
    kind: 'failed',
    what: 'The part of Lares that hears stopped while it learnt this phrase.',
  });
});
