import { expect, it } from 'vitest';
import { OneAtATime } from '../../../../services/vision/photos/one-at-a-time.ts';

it('begins a piece of work when the one before it has ended, also by a failure', async () => {
  const turns = new OneAtATime();
  const log: string[] = [];
  const work = (name: string, fails: boolean): Promise<string> =>
    turns.run(async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([work('a', false), work('b', true), work('c', false)]);
  expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
