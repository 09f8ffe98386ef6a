import { describe, expect, it } from 'vitest';
import { CameraId } from '../../../services/contract/identifiers.ts';
import {
  VIDEO_LENGTH_BYTES,
  type VideoMessage,
  videoMessageBytes,
} from '../../../services/contract/video-message.ts';
import { VideoSplitter } from '../../../services/contract/video-splitter.ts';

const door = CameraId.parse('front-door_2');
const description = Uint8Array.from({ length: 300 }, (_, index) => index & 255);
const data = Uint8Array.of(0, 0, 0, 2, 0x65, 0x88);

const messages: readonly VideoMessage[] = [
  {
    kind: 'config',
    video: { cameraId: door, stream: 'main', transcoded: false },
    config: { codec: 'hvc1.1.6.L120.90', width: 3840, height: 2160, description },
  },
  {
    kind: 'config',
    video: { cameraId: CameraId.parse('a'), stream: 'sub', transcoded: true },
    config: { codec: 'jpeg', width: 0, height: 0, description: new Uint8Array() },
  },
  {
    kind: 'chunk',
    video: { cameraId: door, stream: 'sub', transcoded: false },
    chunk: { key: true, timestampUs: 123_456_789_012.5, data },
  },
  {
    kind: 'chunk',
    video: { cameraId: CameraId.parse('c'.repeat(60)), stream: 'main', transcoded: true },
    chunk: { key: false, timestampUs: -40_000, data: new Uint8Array() },
  },
];

describe('a message of live video', () => {
  it.each(messages)('comes through as it was sent: $kind of $video.stream', (message) => {
    const bytes = videoMessageBytes(message);
    expect(new DataView(bytes.buffer).getUint32(0)).toBe(bytes.length - VIDEO_LENGTH_BYTES);
    expect(new VideoSplitter().push(bytes)).toEqual([message]);
  });

  it('is laid out as documented', () => {
    const bytes = videoMessageBytes({
      kind: 'chunk',
      video: { cameraId: CameraId.parse('yard'), stream: 'sub', transcoded: true },
      chunk: { key: true, timestampUs: 1, data: Uint8Array.of(7, 8) },
    });
    expect(Buffer.from(bytes).toString('hex')).toBe(
      '000000100e04' + '79617264' + '3ff0000000000000' + '0708',
    );
  });

  it.each([
    ['nothing', []],
    ['half a head', [0, 4, 121, 97]],
    ['a chunk without its time', [0, 1, 97, 0, 0, 0]],
    ['a camera without an id', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['an id that is none', [0, 1, 32, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['a config without its sizes', [1, 1, 97, 0, 0, 0, 1]],
  ])('is not read from %s', (_, bytes) => {
    const framed = Uint8Array.from([0, 0, 0, bytes.length, ...bytes]);
    expect(() => new VideoSplitter().push(framed)).toThrow();
  });
});
