import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { CameraSettings } from '../../../services/contract/camera.ts';
import { CameraId } from '../../../services/contract/identifiers.ts';
import { Absences } from '../../../services/hub/absences.ts';
import { Cameras } from '../../../services/hub/cameras.ts';
import { Events } from '../../../services/hub/events.ts';
import { Notices } from '../../../services/hub/notices.ts';
import { openStore } from '../../../services/store/store.ts';
import { silentLog } from '../../fixtures/silent-log.ts';
import { scratchFolder } from '../store/scratch.ts';

const camera = (id: string, fields = {}) =>
  CameraSettings.parse({ id, name: id, address: '/a.mp4', ...fields });
const corner = [
  { x: 0, y: 0 },
  { x: 0.5, y: 0 },
  { x: 0, y: 0.5 },
];
const door = CameraId.parse('door');
const live = {
  kind: 'live',
  sinceMs: 1,
  framesPerSecond: 5,
  width: 640,
  height: 360,
  droppedFrames: 0,
  stream: 'main',
  decoding: 'all',
} as const;
const lost = {
  kind: 'lost',
  sinceMs: 2,
  why: 'The camera does not answer.',
  advice: 'Look at its plug.',
  retryAtMs: 9,
} as const;

function wall() {
  const notices = new Notices(null, () => 0);
  const store = openStore({ dataDirectory: scratchFolder(), key: new Uint8Array(32).fill(7) });
  const events = new Events(store.events, silentLog);
  const absences = new Absences(events);
  onTestFinished(() => {
    absences.stop();
    store.close();
  });
  const cameras = new Cameras({ notices, absences });
  cameras.use(
    [
      camera('door', { zones: [{ name: 'Street', kind: 'ignore', polygon: corner }] }),
      camera('yard', {
        enabled: false,
        subAddress: '/b.mp4',
        roles: { live: 'sub' },
        zones: [{ name: 'Window', kind: 'privacy', polygon: corner }],
      }),
    ],
    false,
  );
  return { cameras, notices, events };
}

describe('cameras', () => {
  it('are shown with what vision tells of them; those that are off are off', () => {
    const { cameras } = wall();
    cameras.stateChanged(door, live);
    expect(cameras.views()).toEqual([
      {
        id: 'door',
        name: 'door',
        area: '',
        hasSub: false,
        liveStream: 'auto',
        privacy: [],
        demo: false,
        state: live,
      },
      {
        id: 'yard',
        name: 'yard',
        area: '',
        hasSub: true,
        liveStream: 'sub',
        privacy: [corner],
        demo: false,
        state: { kind: 'off' },
      },
    ]);
  });

  it('that are lost are told to the owner until they are back, or removed', () => {
    const { cameras, notices } = wall();
    const ids = () => notices.list().map(({ id }) => id);
    cameras.stateChanged(door, lost);
    expect(notices.list()).toMatchObject([
      { severity: 'warning', what: 'door: The camera does not answer.' },
    ]);
    cameras.stateChanged(door, { kind: 'connecting', sinceMs: 3 });
    expect(ids()).toEqual(['camera:door']);
    cameras.stateChanged(door, live);
    expect(ids()).toEqual([]);
    cameras.stateChanged(door, lost);
    cameras.use([], false);
    expect(ids()).toEqual([]);
    cameras.stateChanged(door, lost);
    expect([ids(), cameras.views()]).toEqual([[], []]);
  });

  it('raise a notice while one of their two streams is missing', () => {
    const { cameras, notices } = wall();
    const missing = { stream: 'main', why: 'The camera stopped sending pictures.', advice: 'Wait.' } as const;
    cameras.stateChanged(door, { ...live, missing });
    expect(notices.list()).toMatchObject([
      {
        id: 'camera:door',
        what: 'door: Its large picture is missing. The camera stopped sending pictures.',
        advice: 'Wait.',
      },
    ]);
    cameras.stateChanged(door, live);
    expect(notices.list()).toEqual([]);
  });

  it('are lost when nobody looks through them', () => {
    const { cameras } = wall();
    cameras.stateChanged(door, live);
    cameras.unseen('It starts again.');
    expect(cameras.views().map(({ state }) => state.kind)).toEqual(['lost', 'off']);
  });

  it('that are lost leave an event, which ends when they are back; those that nobody looks through leave none', async () => {
    const { cameras, events } = wall();
    const kept = () =>
      events.newest({ limit: 9 }).map(({ cameraId, label, endedAtMs }) => [cameraId, label, endedAtMs]);
    cameras.unseen('It starts again.');
    cameras.stateChanged(door, lost);
    await vi.waitFor(() => {
      expect(kept()).toEqual([['door', 'camera_offline', null]]);
    });
    cameras.stateChanged(door, { ...live, sinceMs: 5000 });
    await events.settled();
    expect(kept()).toEqual([['door', 'camera_offline', 5000]]);
    cameras.stateChanged(door, { ...lost, sinceMs: 6000 });
    cameras.unseen('It starts again.');
    cameras.use([], false);
    await events.settled();
    expect(kept()).toHaveLength(1);
  });
});
