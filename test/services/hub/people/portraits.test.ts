import { describe, expect, it } from 'vitest';
import { CameraId } from '../../../../services/contract/identifiers.ts';
import { Portraits } from '../../../../services/hub/people/portraits.ts';
import { face } from '../../store/samples.ts';

const door = CameraId.parse('front_door');
const garden = CameraId.parse('garden');
const view = { box: null, pose: null, taken: [], advice: 'come_closer' } as const;

function portraits() {
  const all = new Portraits((id) => id !== 'gone');
  const wished: (string | null)[] = [];
  all.wished.listen(({ cameraId }) => wished.push(cameraId));
  return { all, wished };
}

describe('portraits', () => {
  it('are wished of vision as long as a page watches, and forgotten then', async () => {
    const { all, wished } = portraits();
    const page = new AbortController();
    const views = all.watch(door, page.signal);
    const next = views.next();
    expect([all.cameraId, wished]).toEqual([door, [door]]);
    all.portraitSeen(garden, view, face('elsewhere'));
    all.portraitSeen(door, view, null);
    all.portraitSeen(door, view, face('one'));
    expect((await next).value).toEqual(view);
    const taken = all.take(door);
    expect(taken).toEqual([face('one')]);
    expect(() => all.take(door)).toThrow('No face was taken');
    all.giveBack(door, taken);
    expect(() => all.take(garden)).toThrow('No face was taken before this camera yet.');
    page.abort();
    await views.return();
    expect([all.cameraId, wished]).toEqual([null, [door, null]]);
    expect(() => all.take(door)).toThrow('No face was taken');
    all.portraitSeen(door, view, face('late'));
    expect(() => all.take(door)).toThrow('No face was taken');
  });

  it('are not mixed with those that vision took before it began anew', async () => {
    const { all } = portraits();
    const page = new AbortController();
    const views = all.watch(door, page.signal);
    void views.next();
    all.portraitSeen(door, { ...view, taken: ['front'] }, face('before'));
    all.portraitSeen(door, view, null);
    all.portraitSeen(door, { ...view, taken: ['front'] }, face('one'));
    all.portraitSeen(door, { ...view, taken: ['front', 'left'] }, face('two'));
    expect(all.take(door)).toEqual([face('one'), face('two')]);
    page.abort();
    await views.return();
  });

  it('are of one person at a time', async () => {
    const { all } = portraits();
    const page = new AbortController();
    const views = all.watch(door, page.signal);
    void views.next();
    await expect(all.watch(garden, undefined).next()).rejects.toMatchObject({
      code: 'unavailable',
      message: 'Somebody is being enrolled before a camera on another page just now.',
    });
    expect(all.cameraId).toBe(door);
    page.abort();
    await views.return();
    const again = all.watch(garden, undefined);
    void again.next();
    expect(all.cameraId).toBe(garden);
  });

  it('need a camera that is there', async () => {
    const { all, wished } = portraits();
    await expect(all.watch(CameraId.parse('gone'), undefined).next()).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(wished).toEqual([]);
  });

  it('keep no more faces than one sitting is worth', () => {
    const { all } = portraits();
    const views = all.watch(door, undefined);
    void views.next();
    for (let n = 0; n < 25; n += 1) all.portraitSeen(door, view, face(`${n}`));
    expect(all.take(door).map(({ crop }) => crop)).toEqual(
      Array.from({ length: 20 }, (_, n) => face(`${n + 5}`).crop),
    );
  });
});
