import { describe, expect, it } from 'vitest';
import {
  liveChunkBytes,
  liveConfigText,
  LiveWish,
  readLiveChunk,
  readLiveConfig,
} from '../../../services/contract/live.ts';

describe('a live config', () => {
  it('comes through as it was sent', () => {
    const description = Uint8Array.from({ length: 256 }, (_, index) => index);
    const text = liveConfigText(
      { codec: 'hvc1.1.6.L120.90', width: 3840, height: 2160, description },
      { stream: 'sub', transcoded: true },
    );
    expect(readLiveConfig(text)).toEqual({
      codec: 'hvc1.1.6.L120.90',
      width: 3840,
      height: 2160,
      description: Buffer.from(description).toString('base64'),
      descriptionBytes: description,
      stream: 'sub',
      transcoded: true,
    });
  });

  it.each([
    '',
    '{',
    '{}',
    '{"codec":"","width":1,"height":1,"description":"","stream":"main","transcoded":false}',
  ])('is not read from %j', (text) => {
    expect(readLiveConfig(text)).toBeNull();
  });
});

describe('a live chunk', () => {
  it.each([
    { key: true, timestampUs: 0 },
    { key: false, timestampUs: 40_000 },
    { key: false, timestampUs: 2 ** 50 },
    { key: true, timestampUs: -1 },
  ])('comes through as it was sent: %j', (head) => {
    const data = Uint8Array.of(0, 0, 0, 1, 0x65);
    const bytes = liveChunkBytes({ ...head, data });
    expect(bytes.byteLength).toBe(9 + data.byteLength);
    expect(readLiveChunk(bytes.buffer)).toEqual({ ...head, data });
  });

  it('is not read from a message that is too short', () => {
    expect(readLiveChunk(new ArrayBuffer(9))).toBeNull();
  });
});

describe('a wish', () => {
  it('is the camera’s own video by default, and what is not understood is the default', () => {
    expect(LiveWish.parse({})).toEqual({ stream: 'auto', as: 'video' });
    expect(LiveWish.parse({ stream: 'sub', as: 'stills' })).toEqual({ stream: 'sub', as: 'stills' });
    expect(LiveWish.parse({ stream: ['sub', 'main'], as: '../x' })).toEqual({ stream: 'auto', as: 'video' });
  });
});
