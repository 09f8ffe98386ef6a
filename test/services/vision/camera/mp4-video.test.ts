import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { annexB, parameterSets } from '../../../../services/vision/camera/annexb.ts';
import { codecOf, familyOf } from '../../../../services/vision/camera/codec.ts';
import { Mp4Video, type VideoNews } from '../../../../services/vision/camera/mp4-video.ts';
import { FRAGMENTS } from '../../../../services/vision/camera/stream.ts';

/** A clip of ten pictures, muxed as cameras' streams are. */
function muxed(coder: readonly string[]): Buffer {
  const input = ['-f', 'lavfi', '-i', 'testsrc=size=320x240:rate=10:duration=1', '-pix_fmt', 'yuv420p'];
  return execFileSync('ffmpeg', ['-v', 'error', ...input, ...coder, ...FRAGMENTS, 'pipe:1']);
}

function readIn(bytes: Uint8Array, size: number): readonly VideoNews[] {
  const reader = new Mp4Video();
  const news: VideoNews[] = [];
  for (let at = 0; at < bytes.length; at += size) news.push(...reader.push(bytes.subarray(at, at + size)));
  return news;
}

const H264 = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '5'];
const H265 = ['-c:v', 'libx265', '-preset', 'ultrafast', '-x265-params', 'keyint=5:bframes=0:log-level=none'];

describe.each([
  ['h264', H264, /^avc1\.42[0-9a-f]{4}$/],
  ['hevc', H265, /^hvc1\.1\.6\.L\d+\.90$/],
] as const)('a stream of %s', (family, coder, codec) => {
  const bytes = muxed(coder);

  it.each([bytes.length, 1000, 7])('is read in pieces of %i bytes', (size) => {
    const [first, ...rest] = readIn(bytes, size);
    const config = first?.kind === 'config' ? first.config : null;
    expect(config).toMatchObject({ width: 320, height: 240 });
    expect(config?.codec).toMatch(codec);
    expect(familyOf(config?.codec ?? '')).toBe(family);
    const chunks = rest.map((news) => (news.kind === 'chunk' ? news.chunk : null));
    expect(chunks.map((chunk) => chunk?.key)).toEqual(
      Array.from({ length: 10 }, (_, index) => index % 5 === 0),
    );
    expect(chunks.map((chunk) => chunk?.timestampUs)).toEqual(
      Array.from({ length: 10 }, (_, index) => index * 100_000),
    );
  });

  it('becomes a byte stream that decodes to the same pictures', () => {
    const [first, ...rest] = readIn(bytes, bytes.length);
    if (first?.kind !== 'config') throw new Error('no config');
    // x265 adds a note of its own.
    expect(parameterSets(first.config).length).toBe(family === 'h264' ? 2 : 4);
    const raw = rest.map((news) =>
      news.kind === 'chunk' ? annexB(first.config, news.chunk) : new Uint8Array(),
    );
    const decoded = (input: readonly string[], given: Uint8Array) =>
      execFileSync(
        'ffmpeg',
        ['-v', 'error', ...input, '-i', 'pipe:0', '-fps_mode', 'passthrough', '-f', 'md5', '-'],
        {
          input: given,
        },
      ).toString();
    const pixels = decoded(['-f', family], Buffer.concat(raw));
    expect(pixels).toMatch(/^MD5=/);
    expect(pixels).toBe(decoded(['-f', 'mp4'], bytes));
  });
});

it('tells of B frames', () => {
  const reordered = readIn(muxed(['-c:v', 'libx264', '-bf', '2', '-b_strategy', '0']), 1 << 20).some(
    (news) => news.kind === 'chunk' && news.reordered,
  );
  const plain = readIn(muxed(H264), 1 << 20).some((news) => news.kind === 'chunk' && news.reordered);
  expect([reordered, plain]).toEqual([true, false]);
});

it('gives JPEGs as they are', () => {
  const [first, chunk] = readIn(muxed(['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p']), 1 << 20);
  expect(first).toMatchObject({ kind: 'config', config: { codec: 'jpeg', width: 320, height: 240 } });
  const data = chunk?.kind === 'chunk' ? chunk.chunk.data : new Uint8Array();
  expect([...data.subarray(0, 2), ...data.subarray(-2)]).toEqual([0xff, 0xd8, 0xff, 0xd9]);
});

it('refuses what is no MP4', () => {
  expect(() => readIn(Buffer.alloc(64, 0xff), 64)).toThrow('not a video');
  expect(() => readIn(Buffer.from('HTTP/1.1 404 Not Found\r\n\r\n'), 64)).toThrow('not a video');
});

it('names codecs as RFC 6381 does', () => {
  expect(codecOf('avc1', Uint8Array.of(1, 0x64, 0, 0x28))).toBe('avc1.640028');
  const main = Uint8Array.of(1, 0x01, 0x60, 0, 0, 0, 0x90, 0, 0, 0, 0, 0, 93);
  expect(codecOf('hev1', main)).toBe('hvc1.1.6.L93.90');
});
