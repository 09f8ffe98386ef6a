import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CameraState } from '../../../../services/contract/camera.ts';
import { CameraId } from '../../../../services/contract/identifiers.ts';
import { type Look, Measuring } from '../../../../services/hub/measures/measuring.ts';
import { warmestCelsius } from '../../../../services/hub/measures/machine.ts';
import { scratchFolder } from '../../store/scratch.ts';

const door = CameraId.parse('door');

function live(droppedFrames: number): CameraState {
  return {
    ...{ kind: 'live', sinceMs: 0, framesPerSecond: 5, width: 640, height: 360 },
    ...{ droppedFrames, stream: 'main', decoding: 'all' },
  };
}

/** A machine whose processes have used so many hundredths of a second. */
function machineOf() {
  const proc = scratchFolder();
  const use = (pid: number, ticks: number, pages: number) => {
    mkdirSync(join(proc, String(pid)), { recursive: true });
    const zeros = Array.from({ length: 10 }, () => 0).join(' ');
    writeFileSync(join(proc, `${pid}/stat`), `${pid} (a (name) of it) S ${zeros} ${ticks} 0 0 0 20`);
    writeFileSync(join(proc, `${pid}/statm`), `9999 ${pages} 10 10 0 10 0`);
  };
  return { folders: { proc, thermal: join(proc, 'thermal') }, use };
}

function look(nowMs: number, more: Partial<Look> = {}): Look {
  return {
    nowMs,
    processes: [{ name: 'hub', state: { kind: 'running', pid: 7, sinceMs: 0 }, restarts: 0 }],
    cameras: [{ id: door, state: live(0) }],
    vision: null,
    voice: null,
    lostToPages: 0,
    ...more,
  };
}

describe('the measures of a house', () => {
  it('turns what grows into cores, times and counts of each interval', () => {
    const { folders, use } = machineOf();
    const measuring = new Measuring({ everyMs: 20_000, most: 3, folders });
    expect(measuring.get()).toBeNull();
    const vision = (runs: number, milliseconds: number) => ({
      cameras: [{ cameraId: door, pids: [21, 22], newestAtMs: 99_750 }],
      networks: [{ name: 'centernet', runs, milliseconds }],
      lostToHub: 4,
    });
    use(7, 1000, 500);
    use(21, 100, 1);
    use(22, 50, 1);
    measuring.add(look(80_000, { vision: vision(10, 300) }));
    use(7, 1500, 600);
    use(21, 1100, 1);
    use(22, 1050, 1);
    measuring.add(
      look(100_000, { vision: vision(30, 900), cameras: [{ id: door, state: live(12) }], lostToPages: 9 }),
    );
    const { machine, ...measures } = measuring.get() ?? { machine: null };
    expect(machine?.usedBytes).toHaveLength(2);
    expect(machine?.busyCores[0]).toBeNull();
    expect(machine?.celsius).toEqual([null, null]);
    expect(measures).toEqual({
      atMs: 100_000,
      everyMs: 20_000,
      processes: [
        { name: 'hub', cores: [null, 0.25], bytes: [2_048_000, 2_458_000] },
        { name: 'vision', cores: [], bytes: [] },
        { name: 'voice', cores: [], bytes: [] },
      ],
      cameras: [{ cameraId: door, cores: [null, 1], ageMs: [0, 250], dropped: [null, 12] }],
      networks: [
        { name: 'centernet', process: 'vision', milliseconds: [null, 30], runsPerMinute: [null, 60] },
      ],
      lost: { toHub: 4, toPages: 9 },
    });
  });

  it('keeps an hour, tells nothing of a time before something began, and forgets what is gone', () => {
    const { folders, use } = machineOf();
    const measuring = new Measuring({ everyMs: 20_000, most: 3, folders });
    use(7, 0, 1);
    measuring.add(look(0));
    use(7, 100, 1);
    const voice = [{ name: 'wake-heads', runs: 1, milliseconds: 1 }];
    measuring.add(look(20_000, { voice }));
    expect(measuring.get()?.networks[0]?.milliseconds).toEqual([null, null]);
    use(7, 500, 1);
    measuring.add(look(40_000));
    measuring.add(look(60_000));
    expect(measuring.get()?.networks).toEqual([]);
    expect(measuring.get()?.processes[0]?.cores).toEqual([0.05, 0.2, 0]);
  });

  it('begins anew with a process that was started again, and tells nothing while there is none', () => {
    const { folders, use } = machineOf();
    const measuring = new Measuring({ everyMs: 20_000, most: 9, folders });
    use(7, 1000, 1);
    measuring.add(look(0));
    measuring.add(look(20_000, { processes: [{ name: 'hub', state: { kind: 'stopped' }, restarts: 0 }] }));
    use(7, 10, 1);
    measuring.add(look(40_000));
    expect(measuring.get()?.processes[0]?.cores).toEqual([null, null, null]);
  });
});

it('reads the warmest sensor that works', () => {
  const thermal = scratchFolder();
  const folders = { proc: '/proc', thermal };
  expect(warmestCelsius(folders)).toBeNull();
  for (const [zone, temp] of ['41000', '63500', '0', '255000', 'none'].entries()) {
    mkdirSync(join(thermal, `thermal_zone${zone}`));
    writeFileSync(join(thermal, `thermal_zone${zone}/temp`), `${temp}\n`);
  }
  mkdirSync(join(thermal, 'cooling_device0'));
  expect(warmestCelsius(folders)).toBe(63.5);
});
