import { describe, expect, it } from 'vitest';
import { CameraId } from '../../../services/contract/identifiers.ts';
import type { MotionView } from '../../../services/contract/motion-view.ts';
import { Tuning } from '../../../services/hub/tuning.ts';

const door = CameraId.parse('door');
const yard = CameraId.parse('yard');

function viewOf(cameraId: CameraId, atMs: number): MotionView {
  // A view into a larger buffer, as messages between processes are.
  const mask = new Uint8Array(Uint8Array.of(9, 9, 0, 1, 2).buffer, 2);
  return { cameraId, atMs, scene: 'known', light: 'day', score: 0.25, mask, boxes: [] };
}

function looking() {
  const tuning = new Tuning();
  const changes: (readonly CameraId[])[] = [];
  tuning.changed.listen((cameras) => changes.push(cameras));
  const look = (cameraId: CameraId) => {
    const over = new AbortController();
    const views = tuning.watch(cameraId, over.signal);
    return { views, next: views.next(), over };
  };
  return { tuning, changes, look };
}

describe('Tuning', () => {
  it('tells which cameras are looked into, once however many look', async () => {
    const { tuning, changes, look } = looking();
    const [first, second, other] = [look(door), look(door), look(yard)];
    expect(tuning.tuned()).toEqual([door, yard]);
    for (const { over, next } of [first, other, second]) {
      over.abort();
      await next;
    }
    expect(tuning.tuned()).toEqual([]);
    expect(changes).toEqual([[door], [door, yard], [door], []]);
  });

  it('gives the views of one camera, the mask in base64, and only the newest to a page that is slow', async () => {
    const { tuning, look } = looking();
    const { views, next, over } = look(door);
    tuning.motionSeen(viewOf(yard, 1));
    tuning.motionSeen(viewOf(door, 2));
    const first = await next;
    expect(first.value).toEqual({ ...viewOf(door, 2), mask: 'AAEC' });
    for (const atMs of [3, 4, 5]) tuning.motionSeen(viewOf(door, atMs));
    expect((await views.next()).value).toMatchObject({ atMs: 5 });
    over.abort();
    expect(await views.next()).toEqual({ value: undefined, done: true });
  });
});
