import { expect, it } from 'vitest';
import { CameraId, EventId } from '../../../../services/contract/identifiers.ts';
import { Liveness } from '../../../../services/vision/faces/liveness.ts';
import { VisitLiveness } from '../../../../services/vision/faces/visit-liveness.ts';
import { headPoints } from './head-points.ts';

const image = { width: 4, height: 4, data: new Uint8Array(48) };
const at = (x: number): { x: number; y: number; width: number; height: number } => ({
  x,
  y: 0.3,
  width: 0.1,
  height: 0.2,
});

/** Counts how often it was asked; always sure. */
function network(score: number): { asked: number; score: () => Promise<number> } {
  const counting = {
    asked: 0,
    score: () => {
      counting.asked += 1;
      return Promise.resolve(score);
    },
  };
  return counting;
}

it('asks the networks once a second for each face', async () => {
  const counting = network(1);
  const liveness = new Liveness(() => counting);
  for (let atMs = 0; atMs < 3000; atMs += 400) {
    await liveness.see(image, { box: at(0.2), landmarks: [] }, atMs);
    await liveness.see(image, { box: at(0.7), landmarks: [] }, atMs);
  }
  expect(counting.asked).toBe(6);
});

it('keeps what it knows of a face that goes on, and begins anew with another', async () => {
  const liveness = new Liveness(() => null);
  const told: (number | null)[] = [];
  for (const [i, yaw] of [0, 10, 20, 30].entries()) {
    const landmarks = headPoints({ yaw, pitch: 0, scale: 1 });
    told.push(await liveness.see(image, { box: at(0.2 + 0.05 * i), landmarks }, i * 400));
  }
  expect(told.map((value) => value !== null)).toEqual([false, false, false, true]);
  expect(await liveness.see(image, { box: at(0.8), landmarks: [] }, 1600)).toBeNull();
  expect(await liveness.see(image, { box: at(0.35), landmarks: [] }, 9000)).toBeNull();
});

it('tells with a visit what the face in it was, until its end', async () => {
  const liveness = new Liveness(() => network(1));
  const visits = new VisitLiveness(liveness);
  const [id, other] = [EventId.parse('a-1'), EventId.parse('b-2')];
  const track = { label: 'person', score: 1, identity: { kind: 'no_face' } } as const;
  const event = (of: EventId) =>
    ({
      id: of,
      cameraId: CameraId.parse('door'),
      label: 'person',
      score: 1,
      box: at(0),
      beganAtMs: 0,
      endedAtMs: null,
      identity: track.identity,
    }) as const;
  await liveness.see(image, { box: at(0.2), landmarks: [] }, 0);
  visits.note(
    [
      { ...track, eventId: id, box: { x: 0.1, y: 0.2, width: 0.3, height: 0.8 } },
      { ...track, eventId: other, box: { x: 0.6, y: 0.2, width: 0.3, height: 0.8 } },
    ],
    100,
  );
  const round = (change: 'updated' | 'ended', of: EventId): number =>
    Math.round((visits.told({ change, event: event(of) }).liveness ?? 0) * 100);
  expect([round('updated', id), round('updated', other), round('ended', id), round('updated', id)]).toEqual([
    88, 0, 88, 0,
  ]);
});
