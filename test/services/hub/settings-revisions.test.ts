import { expect, test } from 'vitest';
import { Settings } from '../../../services/contract/settings.ts';
import { SettingsRevisions } from '../../../services/hub/settings-revisions.ts';
import { startHouse } from '../../fixtures/house.ts';

test('a section that somebody else changed is not overwritten, another one is saved', () => {
  const revisions = new SettingsRevisions();
  const before = Settings.parse({});
  const after = Settings.parse({ vision: { framesPerSecond: 2 } });
  const { vision, voice } = revisions.of(before);
  revisions.check(before, { vision: String(vision) });
  revisions.check(after, { voice: String(voice) });
  revisions.check(after, {});
  expect(() => {
    revisions.check(after, { vision: String(vision) });
  }).toThrow('changed on another screen');
});

test('a revision tells nothing to who guesses what a section holds', () => {
  const settings = Settings.parse({ mqtt: { password: 'secret' } });
  const [one, other] = [new SettingsRevisions().of(settings), new SettingsRevisions().of(settings)];
  expect(one['mqtt']).not.toBe(other['mqtt']);
});

test('two screens that edit the same: the second is told, sees what is new, and may save after that', async () => {
  const { api } = await startHouse();
  const seen = await api.settings.get.query();
  const news: number[] = [];
  const ended = Promise.withResolvers<undefined>();
  const watching = api.settings.watch.subscribe(undefined, {
    onData: ({ vision }) => {
      news.push(vision.framesPerSecond);
      if (vision.framesPerSecond === 3) ended.resolve(undefined);
    },
  });
  const change = (framesPerSecond: number, revision: string | undefined) =>
    api.settings.update.mutate({
      vision: { ...seen.vision, framesPerSecond },
      revisions: { vision: revision ?? '' },
    });
  const first = await change(2, seen.revisions['vision']);
  await expect(change(3, seen.revisions['vision'])).rejects.toThrow('changed on another screen');
  expect((await api.settings.get.query()).vision.framesPerSecond).toBe(2);
  expect((await change(3, first.revisions['vision'])).vision.framesPerSecond).toBe(3);
  await ended.promise;
  watching.unsubscribe();
  expect(news.at(-1)).toBe(3);
  const [newest] = await api.audit.newest.query({ limit: 1 });
  expect(newest).toMatchObject({ deed: 'changed_settings', about: 'vision' });
});
