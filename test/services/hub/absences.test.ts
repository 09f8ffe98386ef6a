import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { CameraState } from '../../../services/contract/camera.ts';
import { CameraId } from '../../../services/contract/identifiers.ts';
import { Absences } from '../../../services/hub/absences.ts';
import { Events } from '../../../services/hub/events.ts';
import { openStore } from '../../../services/store/store.ts';
import { silentLog } from '../../fixtures/silent-log.ts';
import { visit } from '../store/samples.ts';
import { scratchFolder } from '../store/scratch.ts';

const door = CameraId.parse('door');
const yard = CameraId.parse('yard');
const startMs = 1_700_000_000_000;

function lost(sinceMs: number, why = 'It does not answer.'): CameraState {
  return { kind: 'lost', sinceMs, why, advice: 'Look at its plug.', retryAtMs: sinceMs + 1000 };
}

function live(sinceMs: number): CameraState {
  const stream = { framesPerSecond: 5, width: 640, height: 360, droppedFrames: 0 } as const;
  return { kind: 'live', sinceMs, ...stream, stream: 'main', decoding: 'all' };
}

function house() {
  const store = openStore({ dataDirectory: scratchFolder(), key: new Uint8Array(32).fill(7) });
  const events = new Events(store.events, silentLog);
  const absences = new Absences(events);
  onTestFinished(() => {
    absences.stop();
    store.close();
  });
  const kept = async () => {
    await events.settled();
    return events.newest({ limit: 10 });
  };
  return { events, absences, kept };
}

const whole = {
  cameraId: 'door',
  label: 'camera_offline',
  score: 1,
  box: { x: 0, y: 0, width: 1, height: 1 },
  identity: { kind: 'no_face' },
  why: 'It does not answer.',
  hasSnapshot: false,
  hasFace: false,
};

describe('absences of cameras', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: startMs, toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('are kept from their beginning to the end when they last ten seconds, however often it was tried', async () => {
    const { absences, kept } = house();
    absences.stateChanged(door, lost(startMs - 2000));
    absences.stateChanged(door, { kind: 'connecting', sinceMs: startMs });
    vi.advanceTimersByTime(4000);
    absences.stateChanged(door, lost(startMs + 4000));
    expect(await kept()).toEqual([]);
    vi.advanceTimersByTime(4000);
    const [event] = await kept();
    expect(event).toEqual({ ...whole, id: event?.id, beganAtMs: startMs - 2000, endedAtMs: null });
    absences.stateChanged(door, lost(startMs + 9000, 'The password is wrong.'));
    absences.stateChanged(door, live(startMs + 60_000));
    expect(await kept()).toEqual([{ ...event, endedAtMs: startMs + 60_000, why: 'The password is wrong.' }]);
    absences.stateChanged(door, live(startMs + 61_000));
    expect(await kept()).toHaveLength(1);
  });

  it('that are short, or that are not the fault of the camera, leave no event', async () => {
    const { absences, kept } = house();
    absences.stateChanged(door, lost(startMs));
    vi.advanceTimersByTime(9000);
    absences.stateChanged(door, live(startMs + 9000));
    absences.stateChanged(yard, lost(startMs));
    absences.unseen();
    vi.advanceTimersByTime(60_000);
    expect(await kept()).toEqual([]);
  });

  it('end when the camera is switched off or removed', async () => {
    const { absences, kept } = house();
    absences.stateChanged(door, lost(startMs));
    absences.stateChanged(yard, lost(startMs));
    vi.advanceTimersByTime(20_000);
    absences.watch(new Set([yard]));
    absences.stateChanged(yard, { kind: 'off' });
    expect((await kept()).map(({ cameraId, endedAtMs }) => [cameraId, endedAtMs]).sort()).toEqual([
      ['door', startMs + 20_000],
      ['yard', startMs + 20_000],
    ]);
  });

  it('go on over a restart of Lares as one event', async () => {
    const { events, absences, kept } = house();
    events.began({ event: visit('a-1', { beganAtMs: startMs - 1 }) });
    await kept();
    absences.stateChanged(door, lost(startMs));
    absences.stateChanged(yard, lost(startMs));
    vi.advanceTimersByTime(10_000);
    await kept();
    absences.stop();
    vi.advanceTimersByTime(3_600_000);
    events.endOpen();
    const next = new Absences(events);
    next.stateChanged(door, lost(startMs + 3_610_000));
    next.stateChanged(yard, live(startMs + 3_610_000));
    vi.advanceTimersByTime(60_000);
    expect((await kept()).map(({ cameraId, endedAtMs }) => [cameraId, endedAtMs]).sort()).toEqual([
      ['door', null],
      ['front_door', startMs],
      ['yard', startMs + 10_000],
    ]);
    next.stateChanged(door, live(startMs + 3_700_000));
    expect((await kept()).find(({ cameraId }) => cameraId === door)?.endedAtMs).toBe(startMs + 3_700_000);
  });
});
