import { describe, expect, it } from 'vitest';
import { CameraId } from '../../../services/contract/identifiers.ts';
import { type VideoMessage, videoMessageBytes } from '../../../services/contract/video-message.ts';
import { VideoSplitter } from '../../../services/contract/video-splitter.ts';

const video = { cameraId: CameraId.parse('yard'), stream: 'main', transcoded: false } as const;
const chunk = (number: number, length: number): VideoMessage => ({
  kind: 'chunk',
  video,
  chunk: { key: number === 1, timestampUs: number, data: new Uint8Array(length).fill(number) },
});
const messages: readonly VideoMessage[] = [
  {
    kind: 'config',
    video,
    config: { codec: 'avc1.640028', width: 1920, height: 1080, description: Uint8Array.of(1) },
  },
  chunk(1, 1000),
  chunk(2, 0),
  chunk(3, 17),
  {
    kind: 'recording_config',
    cameraId: video.cameraId,
    config: { codec: 'hvc1.1.6.L120.90', width: 3840, height: 2160, description: Uint8Array.of(2) },
  },
  ...[{ number: 2 ** 32 - 1, compositionUs: 80_000 }, { number: 0 }].map((more): VideoMessage => ({
    kind: 'recording_picture',
    cameraId: video.cameraId,
    picture: { key: true, timestampUs: 0.5, arrivedMs: 1e9 + 0.25, data: Uint8Array.of(7), ...more },
  })),
  { kind: 'recording_over', cameraId: video.cameraId },
];
const line = Uint8Array.from(messages.flatMap((message) => [...videoMessageBytes(message)]));

describe('the bytes of a video line', () => {
  it.each([1, 2, 3, 5, 64, 1023, line.length])('are split however they are cut: %i bytes each', (size) => {
    const splitter = new VideoSplitter();
    const got: VideoMessage[] = [];
    for (let at = 0; at < line.length; at += size) got.push(...splitter.push(line.subarray(at, at + size)));
    expect(got).toEqual(messages);
  });

  it('wait until a message is whole', () => {
    const splitter = new VideoSplitter();
    const [config] = messages;
    expect(splitter.push(line.subarray(0, 2))).toEqual([]);
    expect(splitter.push(new Uint8Array())).toEqual([]);
    expect(splitter.push(line.subarray(2, line.length - 1))).toEqual(messages.slice(0, -1));
    expect(splitter.push(line.subarray(line.length - 1))).toEqual(messages.slice(-1));
    expect(splitter.push(videoMessageBytes(config ?? chunk(1, 1)))).toEqual([config]);
  });

  it('are refused when they are no messages', () => {
    expect(() => new VideoSplitter().push(new Uint8Array(4).fill(255))).toThrow('is no video');
    expect(() => new VideoSplitter().push(new Uint8Array(4))).toThrow(RangeError);
  });
});
