import { describe, expect, it } from 'vitest';
import { Y4mSplitter } from '../../../../services/vision/camera/y4m.ts';

const text = new TextEncoder();

function stream(pictures: readonly Uint8Array[]): Uint8Array {
  const parts: Uint8Array[] = [text.encode('YUV4MPEG2 W4 H2 F5:1 Ip A1:1 C420jpeg XYSCSS=420JPEG\n')];
  for (const picture of pictures) parts.push(text.encode('FRAME\n'), picture);
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

// The second one holds line ends and the word FRAME, which mean nothing inside of a picture.
const first = Uint8Array.from({ length: 12 }, (_, at) => at);
const second = text.encode('\nFRAME\nFRAM\n');

describe('Y4mSplitter', () => {
  it.each([1, 3, 7, 1000])('cuts pictures out of chunks of %i bytes', (size) => {
    const bytes = stream([first, second]);
    const splitter = new Y4mSplitter();
    const pictures = [];
    for (let at = 0; at < bytes.length; at += size)
      pictures.push(...splitter.push(bytes.subarray(at, at + size)));
    expect(pictures.map(({ width, height, bytes: picture }) => [width, height, [...picture]])).toEqual([
      [4, 2, [...first]],
      [4, 2, [...second]],
    ]);
  });

  it('gives every picture memory of its own', () => {
    const [one, two] = new Y4mSplitter().push(stream([first, second]));
    expect(one?.bytes.buffer).not.toBe(two?.bytes.buffer);
    expect(one?.bytes.buffer.byteLength).toBe(12);
  });

  it('rounds the planes of odd sizes up', () => {
    const splitter = new Y4mSplitter();
    splitter.push(text.encode('YUV4MPEG2 W3 H3 F5:1 C420mpeg2\nFRAME\n'));
    expect(splitter.push(new Uint8Array(9 + 4 + 4))).toHaveLength(1);
  });

  it.each(['HTTP/1.1 200 OK\n', 'YUV4MPEG2 W4 H2 C444\n', 'x'.repeat(600)])('refuses %j', (other) => {
    expect(() => new Y4mSplitter().push(text.encode(other))).toThrow(
      'ffmpeg sent something that is not a picture.',
    );
  });

  it('refuses a picture that does not begin where it should', () => {
    const splitter = new Y4mSplitter();
    splitter.push(stream([first]));
    expect(() => splitter.push(text.encode('noise\n'))).toThrow('not a picture');
  });
});
