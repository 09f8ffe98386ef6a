import { describe, expect, it } from 'vitest';
import type { RecordedPicture } from '../../../../services/contract/video.ts';
import { Ring } from '../../../../services/vision/camera/ring.ts';

/** A picture a second, a key frame each third, ten bytes each. */
function picture(second: number): RecordedPicture {
  const data = new Uint8Array(10);
  return { key: second % 3 === 0, timestampUs: second * 1e6, arrivedMs: second * 1000, number: second, data };
}

function filled(seconds: number, keepMs: number, ring = new Ring()): Ring {
  for (let second = 0; second < seconds; second++) ring.push(picture(second), keepMs);
  return ring;
}

const secondsFrom = (ring: Ring, moment: number) => ring.from(moment).map(({ number }) => number);

describe('the ring of a stream', () => {
  it('keeps as long as wished, from a key frame at or before that moment on', () => {
    const ring = filled(11, 5000);
    expect(secondsFrom(ring, 5000)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    expect({ bytes: ring.bytes, milliseconds: ring.milliseconds }).toEqual({ bytes: 80, milliseconds: 7000 });
  });

  it('gives what there is from the last key frame at or before a moment on', () => {
    const ring = filled(11, 60_000);
    expect(secondsFrom(ring, 6000)).toEqual([6, 7, 8, 9, 10]);
    expect(secondsFrom(ring, 5999)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
    expect(secondsFrom(ring, -1)).toHaveLength(11);
    expect(secondsFrom(ring, 99_000)).toEqual([9, 10]);
  });

  it('never holds more bytes than it may: the oldest groups go, and a group that is too large alone', () => {
    const ring = filled(9, 60_000, new Ring(60));
    expect({ seconds: secondsFrom(ring, 0), bytes: ring.bytes }).toEqual({
      seconds: [3, 4, 5, 6, 7, 8],
      bytes: 60,
    });
    const tiny = filled(6, 60_000, new Ring(25));
    expect({ seconds: secondsFrom(tiny, 0), bytes: tiny.bytes }).toEqual({ seconds: [], bytes: 0 });
  });

  it('begins with a key frame, and is empty after it was cleared', () => {
    const ring = new Ring();
    ring.push(picture(1), 5000);
    expect(ring.from(0)).toEqual([]);
    ring.push(picture(3), 5000);
    ring.clear();
    expect({ from: ring.from(0), bytes: ring.bytes }).toEqual({ from: [], bytes: 0 });
  });
});
