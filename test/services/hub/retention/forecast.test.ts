import { expect, test } from 'vitest';
import { forecast } from '../../../../services/hub/retention/forecast.ts';
import { reserveOf } from '../../../../services/contract/retention.ts';
import { floorOf } from '../../../../services/hub/retention/reserve.ts';
import { SteadyClock } from '../../../../services/hub/retention/steady-clock.ts';
import { WrittenCount } from '../../../../services/hub/retention/written-count.ts';

const dayMs = 86_400_000;
const gb = 1e9;
const nowMs = 100 * dayMs + dayMs / 2;
const basis = { nowMs, written: [], heldBytes: 10 * gb, freeBytes: 50 * gb, mostBytes: null };

test('a forecast goes by the whole days of the last week, also those on which nothing came', () => {
  const written = [
    { day: 80, cameras: { yard: 900 * gb }, all: 900 * gb },
    { day: 96, cameras: { yard: 6 * gb }, all: 7 * gb },
    { day: 98, cameras: { yard: 4 * gb, door: 2 * gb }, all: 7 * gb },
    { day: 100, cameras: { yard: 90 * gb }, all: 90 * gb },
  ];
  expect(forecast({ ...basis, written })).toEqual({
    heldBytes: 10 * gb,
    roomBytes: 50 * gb,
    bytesPerDay: 3 * gb,
    writtenPerDay: 3.5 * gb,
    days: 20,
    cameras: [
      { cameraId: 'yard', bytesPerDay: 2.5 * gb },
      { cameraId: 'door', bytesPerDay: 0.5 * gb },
    ],
  });
  expect(forecast({ ...basis, written, mostBytes: 15 * gb }).days).toBe(5);
  expect(forecast({ ...basis, written, freeBytes: null }).days).toBeNull();
  // Already more than fits: it is what there is, and no room.
  expect(forecast({ ...basis, written, freeBytes: -gb })).toMatchObject({ roomBytes: 0, days: 10 / 3 });
});

test('on the first day a forecast goes by the hours that it has, and tells nothing before there is one', () => {
  const written = [{ day: 100, cameras: { yard: gb }, all: 0 }];
  expect(forecast({ ...basis, written })).toMatchObject({
    bytesPerDay: 2 * gb,
    writtenPerDay: null,
    days: 30,
  });
  expect(forecast({ ...basis, written, nowMs: 100 * dayMs + 60_000 }).days).toBeNull();
  expect(forecast(basis)).toMatchObject({ bytesPerDay: null, writtenPerDay: null, days: null });
});

test('a twentieth or 2 GB stays free, at most half of a small disk, or what the owner wants', () => {
  expect([16e6, 3 * gb, 32 * gb, 1000 * gb].map((total) => reserveOf(total, null))).toEqual([
    8e6,
    1.5 * gb,
    2 * gb,
    50 * gb,
  ]);
  expect(reserveOf(1000 * gb, 10)).toBe(10 * gb);
  expect([floorOf(8e6), floorOf(50 * gb)]).toEqual([4e6, 0.5 * gb]);
});

test('a clock that jumped is not believed for a day', () => {
  const clock = new SteadyClock();
  const hourMs = 3_600_000;
  expect(clock.isSteady(nowMs, 0)).toBe(true);
  expect(clock.isSteady(nowMs + hourMs, hourMs)).toBe(true);
  expect(clock.isSteady(nowMs + 400 * dayMs, hourMs + 5)).toBe(false);
  expect(clock.isSteady(nowMs + 401 * dayMs, hourMs + 5 + dayMs)).toBe(true);
  expect(clock.isSteady(nowMs, hourMs + 10 + dayMs)).toBe(false);
});

test('what was written is noted once an hour, and what was not noted yet is when it ends', () => {
  const noted: unknown[] = [];
  let written: number | null = 1000;
  const count = new WrittenCount({ noteWritten: (day, bytes) => noted.push([day, bytes]) }, () => written);
  count.noteHourly(nowMs);
  written = 1500;
  count.noteHourly(nowMs + 3_599_999);
  expect(noted).toEqual([]);
  count.noteHourly(nowMs + 3_600_000);
  count.note(nowMs + 3_600_001);
  written = 1700;
  count.note(nowMs + dayMs);
  written = null;
  count.note(nowMs + 2 * dayMs);
  expect(noted).toEqual([
    [100, 500],
    [101, 200],
  ]);
});
