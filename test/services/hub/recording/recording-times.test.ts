import { expect, test } from 'vitest';
import type { DiskState } from '../../../../services/contract/disk.ts';
import { Settings } from '../../../../services/contract/settings.ts';
import type { RecordingNow } from '../../../../services/hub/recording/may-record.ts';
import { RecordingTimes } from '../../../../services/hub/recording/recording-times.ts';
import { Signal } from '../../../../services/hub/signal.ts';

test('somebody is at home while the house is not armed; what changes is told once', () => {
  const house = { settings: Settings.parse({}), isWell: true, suspicions: 0 };
  const [settingsChanged, diskChanged] = [new Signal<Settings>(), new Signal<DiskState>()];
  const times = new RecordingTimes({
    settings: { get: () => house.settings, changed: settingsChanged },
    disk: {
      get isWell() {
        return house.isWell;
      },
      changed: diskChanged,
      suspect: () => (house.suspicions += 1),
    },
    now: () => new Date(2026, 5, 1, 9, 5),
  });
  const told: RecordingNow[] = [];
  times.changed.listen((now) => told.push(now));
  times.start();
  expect(times.now()).toEqual({ clock: '09:05', isHome: true, isDiskWell: true });
  house.settings = { ...house.settings, armed: true };
  settingsChanged.send(house.settings);
  settingsChanged.send(house.settings);
  house.isWell = false;
  diskChanged.send({ kind: 'vanished' });
  diskChanged.send({ kind: 'vanished' });
  times.suspectDisk();
  times.stop();
  house.isWell = true;
  diskChanged.send({ kind: 'slow' });
  expect(told).toEqual([
    { clock: '09:05', isHome: false, isDiskWell: true },
    { clock: '09:05', isHome: false, isDiskWell: false },
  ]);
  expect(house.suspicions).toBe(1);
});
