import { expect, test } from 'vitest';
import { Tickets } from '../../../../services/hub/access/tickets.ts';

test('a ticket is good for one file, once, for a minute', () => {
  let nowMs = 0;
  const tickets = new Tickets(() => nowMs);
  const one = tickets.issue('/clips/a.mp4', 'kiosk');
  expect([tickets.take(one, '/clips/a.mp4'), tickets.take(one, '/clips/a.mp4')]).toEqual(['kiosk', null]);
  const other = tickets.issue('/clips/a.mp4', 'kiosk');
  expect([tickets.take(other, '/clips/b.mp4'), tickets.take(other, '/clips/a.mp4')]).toEqual([null, null]);
  const old = tickets.issue('/people/p.zip', 'kiosk');
  nowMs = 60_000;
  expect(tickets.take(old, '/people/p.zip')).toBeNull();
});
