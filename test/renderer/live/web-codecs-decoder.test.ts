import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Drawable, PictureCanvas } from '../../../renderer/live/picture-canvas.ts';
import { WebCodecsDecoder } from '../../../renderer/live/web-codecs-decoder.ts';

/** A decoder of the browser's that does what the test says. */
class BrowserDecoder {
  static all: BrowserDecoder[] = [];
  state = 'unconfigured';
  decodeQueueSize = 0;
  readonly got: string[] = [];
  readonly #init: { output: (frame: unknown) => void; error: () => void };

  constructor(init: { output: (frame: unknown) => void; error: () => void }) {
    this.#init = init;
    BrowserDecoder.all.push(this);
  }

  configure(): void {
    this.state = 'configured';
  }

  decode({ type, timestamp }: { type: string; timestamp: number }): void {
    this.got.push(`${type} ${timestamp}`);
  }

  close(): void {
    this.state = 'closed';
  }

  show(timestamp = 0): { closed: number } {
    const frame = {
      timestamp,
      displayWidth: 640,
      displayHeight: 360,
      closed: 0,
      close: () => (frame.closed += 1),
    };
    this.#init.output(frame);
    return frame;
  }

  fail(): void {
    this.state = 'closed';
    this.#init.error();
  }
}

class Chunk {
  readonly type: string;
  readonly timestamp: number;
  constructor({ type, timestamp }: { type: string; timestamp: number }) {
    this.type = type;
    this.timestamp = timestamp;
  }
}

beforeEach(() => {
  BrowserDecoder.all = [];
  vi.stubGlobal('VideoDecoder', BrowserDecoder);
  vi.stubGlobal('EncodedVideoChunk', Chunk);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function watched() {
  const offered: Drawable[] = [];
  const canvas: Pick<PictureCanvas, 'offer'> = { offer: (picture) => offered.push(picture) };
  const onUnplayable = vi.fn();
  const decoder = new WebCodecsDecoder({ canvas, config: { codec: 'avc1.640028' }, onUnplayable });
  const add = (timestampUs: number, key = false) => {
    decoder.add({ key, timestampUs, data: new Uint8Array(1) });
  };
  return { decoder, add, offered, onUnplayable };
}

const got = () => BrowserDecoder.all.map((each) => each.got);

it('begins with a key frame, draws what comes, and goes on at the next key frame after damage', () => {
  const { add, offered, onUnplayable } = watched();
  add(1);
  add(2, true);
  add(3);
  BrowserDecoder.all[0]?.show();
  BrowserDecoder.all[0]?.fail();
  add(4);
  add(5, true);
  expect(got()).toEqual([['key 2', 'delta 3'], ['key 5']]);
  expect(offered.map(({ size }) => size)).toEqual([{ width: 640, height: 360 }]);
  expect(onUnplayable).not.toHaveBeenCalled();
});

it('gives a codec up that fails at three key frames without a picture', () => {
  const { add, onUnplayable } = watched();
  for (const key of [1, 2, 3]) {
    expect(onUnplayable).not.toHaveBeenCalled();
    add(key, true);
    BrowserDecoder.all.at(-1)?.fail();
  }
  expect(onUnplayable).toHaveBeenCalledOnce();
});

it('jumps to the key frame that comes when it does not keep up, and draws nothing older', () => {
  const { add, offered } = watched();
  add(0, true);
  const slow = BrowserDecoder.all[0];
  slow?.show(0);
  if (slow !== undefined) slow.decodeQueueSize = 10;
  add(500_000, true);
  add(900_000);
  add(1_000_000, true);
  add(1_040_000);
  expect(got()).toEqual([
    ['key 0', 'key 500000', 'delta 900000'],
    ['key 1000000', 'delta 1040000'],
  ]);
  expect([slow?.state, slow?.show().closed, offered.length]).toEqual(['closed', 1, 1]);
});

it('does not take a camera’s clock that jumps for slowness', () => {
  const { add } = watched();
  add(0, true);
  BrowserDecoder.all[0]?.show(0);
  add(3_600_000_000, true);
  expect(BrowserDecoder.all.length).toBe(1);
});

it('closes what comes after it was stopped', () => {
  const { decoder, add, offered } = watched();
  add(1, true);
  decoder.stop();
  add(2, true);
  expect([BrowserDecoder.all.length, BrowserDecoder.all[0]?.show().closed, offered]).toEqual([1, 1, []]);
});
