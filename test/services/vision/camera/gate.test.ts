import { expect, it } from 'vitest';
import { Gate, type Passed } from '../../../../services/vision/camera/gate.ts';
import { Groups } from '../../../../services/vision/camera/groups.ts';

/** A camera of ten pictures a second, with a key frame every `gop` of them. */
class Stream {
  readonly groups = new Groups();
  readonly gate = new Gate(this.groups, 0);
  gop: number;
  #number = 0;

  constructor(gop: number) {
    this.gop = gop;
  }

  get nowMs(): number {
    return this.#number * 100;
  }

  /** The next pictures; gives what passed, as `number` or `number?` for a glance. */
  run(count: number, moves = false): readonly string[] {
    const passed: Passed[] = [];
    for (let i = 0; i < count; i += 1) {
      const key = this.#number % this.gop === 0;
      const chunk = { key, timestampUs: this.#number * 100_000, data: Uint8Array.of(this.#number) };
      const unit = { chunk, atMs: this.nowMs };
      this.groups.push(unit);
      const taken = this.gate.take(unit);
      passed.push(...taken);
      if (moves && taken.length > 0) passed.push(...this.gate.moved(true, this.nowMs));
      this.#number += 1;
    }
    return named(passed);
  }
}

function named(passed: readonly Passed[]): readonly string[] {
  return passed.map(({ chunk, glance }) => `${chunk.timestampUs / 100_000}${glance ? '?' : ''}`);
}

it('lets everything through until the background is known, then key frames and one picture behind each', () => {
  const stream = new Stream(20);
  expect(stream.run(100)).toHaveLength(100);
  expect(stream.gate.decoding).toBe('woken');
  expect(stream.run(60)).toEqual(['100?', '101?', '120?', '121?', '140?', '141?']);
  expect(stream.gate.decoding).toBe('key_frames');
});

it('wakes at a key frame that differs, and decodes from the key frame before it on', () => {
  const stream = new Stream(20);
  stream.run(121);
  const woken = named(stream.gate.moved(true, stream.nowMs));
  expect(woken).toEqual(Array.from({ length: 21 }, (_, index) => `${100 + index}`));
  expect(stream.run(3)).toEqual(['121', '122', '123']);
  expect(named(stream.gate.moved(true, stream.nowMs))).toEqual([]);
});

it('rests again at a key frame five seconds after the last motion', () => {
  const stream = new Stream(20);
  stream.run(121);
  stream.gate.moved(true, stream.nowMs);
  stream.run(58);
  expect(stream.gate.decoding).toBe('woken');
  stream.run(2);
  expect(stream.gate.decoding).toBe('key_frames');
});

it('wakes when the next key frame keeps it waiting, and looks at what came since', () => {
  const stream = new Stream(20);
  stream.run(101);
  stream.gop = 1000;
  const all = Array.from({ length: 61 }, (_, index) => `${100 + index}`);
  expect(stream.run(60)).toEqual(['101?', ...all]);
});

it('never rests while key frames are far apart', () => {
  const stream = new Stream(50);
  expect(stream.run(400)).toHaveLength(400);
});

it('gives up for ten minutes on a scene that never rests', () => {
  const stream = new Stream(20);
  stream.run(1300, true);
  expect(stream.gate.decoding).toBe('all');
  stream.run(5000);
  expect(stream.gate.decoding).toBe('all');
  stream.run(1500);
  expect(stream.gate.decoding).toBe('key_frames');
});

it('keeps two groups of pictures, and none that grows without end', () => {
  const groups = new Groups();
  const unit = (key: boolean, bytes: number) => ({
    chunk: { key, timestampUs: 0, data: new Uint8Array(bytes) },
    atMs: 0,
  });
  groups.push(unit(false, 1));
  expect(groups.last).toHaveLength(0);
  for (const key of [true, false, true, false, false]) groups.push(unit(key, 1));
  expect([groups.last.length, groups.both.length]).toEqual([3, 5]);
  for (let i = 0; i < 30; i += 1) groups.push(unit(false, 1024 * 1024));
  expect(groups.last).toHaveLength(0);
  groups.push(unit(true, 1));
  expect(groups.last).toHaveLength(1);
});
