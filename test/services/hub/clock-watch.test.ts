import { expect, it, onTestFinished } from 'vitest';
import { ClockWatch } from '../../../services/hub/clock-watch.ts';
import { Notices } from '../../../services/hub/notices.ts';

it('says that the clock is behind, until it is set', () => {
  const clock = { nowMs: 4000 };
  const notices = new Notices();
  const watch = new ClockWatch(notices, () => clock.nowMs);
  onTestFinished(() => {
    watch.stop();
  });
  watch.start();
  expect(notices.list().map(({ id, what }) => [id, what])).toEqual([
    ['clock', 'The clock of this machine is years behind.'],
  ]);
  clock.nowMs = Date.UTC(2026, 4, 1);
  watch.look();
  expect(notices.list()).toEqual([]);
});
