import { describe, expect, it } from 'vitest';
import { CameraId } from '../../../services/contract/identifiers.ts';
import { Live } from '../../../services/hub/live.ts';

const door = CameraId.parse('door');
const yard = CameraId.parse('yard');
const picture = (number: number) => new Uint8Array([number]);

/** A page that takes a picture only when told to. */
class SlowPage {
  readonly got: number[] = [];
  readonly #done: (() => void)[] = [];
  readonly #close: (() => void)[] = [];

  send(picture: Uint8Array, done: () => void): void {
    this.got.push(picture[0] ?? 0);
    this.#done.push(done);
  }

  on(_event: 'close', listener: () => void): void {
    this.#close.push(listener);
  }

  take(): void {
    this.#done.shift()?.();
  }

  close(): void {
    for (const listener of this.#close) listener();
  }
}

describe('live pictures', () => {
  it('go to those who look at the camera', () => {
    const live = new Live();
    const [one, two] = [new SlowPage(), new SlowPage()];
    live.watch(door, one);
    live.watch(yard, two);
    live.pictureSeen(door, picture(1));
    expect([one.got, two.got]).toEqual([[1], []]);
  });

  it('are dropped, never queued, when a page is slow: it gets the newest next', () => {
    const live = new Live();
    const page = new SlowPage();
    live.watch(door, page);
    for (const number of [1, 2, 3, 4]) live.pictureSeen(door, picture(number));
    expect(page.got).toEqual([1]);
    page.take();
    expect(page.got).toEqual([1, 4]);
    page.take();
    live.pictureSeen(door, picture(5));
    expect(page.got).toEqual([1, 4, 5]);
    expect(live.dropped).toBe(2);
  });

  it('are wanted as long as somebody looks', () => {
    const live = new Live();
    const told: (readonly CameraId[])[] = [];
    live.watched.listen((cameras) => told.push(cameras));
    const [one, two, three] = [new SlowPage(), new SlowPage(), new SlowPage()];
    live.watch(door, one);
    live.watch(door, two);
    live.watch(yard, three);
    one.close();
    two.close();
    two.close();
    expect(told).toEqual([[door], [door, yard], [yard]]);
  });
});
