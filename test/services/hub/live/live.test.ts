import { describe, expect, it } from 'vitest';
import { CameraId } from '../../../../services/contract/identifiers.ts';
import { readLiveChunk, readLiveConfig } from '../../../../services/contract/live.ts';
import type { StreamName, VideoChunk, Watched } from '../../../../services/contract/video.ts';
import { type VideoMessage, videoMessageBytes } from '../../../../services/contract/video-message.ts';
import { Live } from '../../../../services/hub/live/live.ts';

const door = CameraId.parse('door');
const yard = CameraId.parse('yard');
const watched = (cameraId: CameraId, as: Watched['as'] = 'video', stream: StreamName = 'main'): Watched => ({
  cameraId,
  stream,
  as,
});
const video = (cameraId: CameraId, stream: StreamName = 'main') => ({ cameraId, stream, transcoded: false });
const config = { codec: 'avc1.640028', width: 1920, height: 1080, description: Uint8Array.of(1, 100, 0, 40) };
/** A chunk that is known by its time. */
const chunk = (number: number, key = false): VideoChunk => ({
  key,
  timestampUs: number,
  data: new Uint8Array(100),
});

/** A page whose network takes only what it is told to: the rest waits in the socket. */
class Page {
  readonly got: (string | number)[] = [];
  bufferedAmount = 0;
  #close: (() => void)[] = [];

  send(message: string | Uint8Array): void {
    if (typeof message === 'string') {
      const read = readLiveConfig(message);
      this.got.push(
        `${read?.codec ?? 'none'} ${read?.stream ?? ''}${read?.transcoded === true ? ' made' : ''}`,
      );
      return;
    }
    const bytes = Uint8Array.from(message);
    this.got.push(readLiveChunk(bytes.buffer)?.timestampUs ?? -1);
  }

  on(_event: 'close', listener: () => void): void {
    this.#close.push(listener);
  }

  close(): void {
    for (const listener of this.#close) listener();
  }
}

function looking(live: Live, wanted: Watched): Page {
  const page = new Page();
  live.watch(wanted, page);
  return page;
}

describe('live video', () => {
  it('comes through a line from the vision process', () => {
    const live = new Live();
    const page = looking(live, watched(door));
    const line = live.line(() => undefined);
    const messages: readonly VideoMessage[] = [
      { kind: 'config', video: video(door), config },
      { kind: 'chunk', video: video(door), chunk: chunk(1, true) },
      { kind: 'chunk', video: video(door), chunk: chunk(2) },
    ];
    for (const message of messages) line(videoMessageBytes(message));
    expect(page.got).toEqual(['avc1.640028 main', 1, 2]);
  });

  it('goes to those who look at that stream of that camera: its config, then chunks from a key frame on', () => {
    const live = new Live();
    const [one, two] = [looking(live, watched(door)), looking(live, watched(yard))];
    const small = looking(live, watched(door, 'video', 'sub'));
    const made = looking(live, watched(door, 'transcoded'));
    live.videoConfigured(video(door), config);
    live.videoSeen(video(door), chunk(1));
    live.videoSeen(video(door), chunk(2, true));
    live.videoSeen(video(door), chunk(3));
    live.videoConfigured({ ...video(door), transcoded: true }, config);
    live.videoSeen({ ...video(door), transcoded: true }, chunk(4, true));
    expect([one.got, two.got, small.got, made.got]).toEqual([
      ['avc1.640028 main', 2, 3],
      [],
      [],
      ['avc1.640028 main made', 4],
    ]);
    expect(live.dropped).toBe(0);
  });

  it('is there at once for who comes later: everything since the last key frame', () => {
    const live = new Live();
    looking(live, watched(door));
    live.videoConfigured(video(door), config);
    for (const number of [1, 2, 3, 4]) live.videoSeen(video(door), chunk(number, number % 2 === 1));
    const late = looking(live, watched(door));
    expect(late.got).toEqual(['avc1.640028 main', 3, 4]);
    live.videoSeen(video(door), chunk(5));
    expect(late.got).toEqual(['avc1.640028 main', 3, 4, 5]);
  });

  it('begins anew when the camera changes it', () => {
    const live = new Live();
    const page = looking(live, watched(door));
    live.videoConfigured(video(door), config);
    live.videoSeen(video(door), chunk(1, true));
    live.videoConfigured(video(door), { ...config, codec: 'avc1.42c01f' });
    live.videoSeen(video(door), chunk(2));
    live.videoSeen(video(door), chunk(3, true));
    expect(page.got).toEqual(['avc1.640028 main', 1, 'avc1.42c01f main', 3]);
    expect(looking(live, watched(door)).got).toEqual(['avc1.42c01f main', 3]);
  });

  it('skips to the next key frame for a page that is too slow, and for no other', () => {
    const live = new Live();
    const [slow, quick] = [looking(live, watched(door)), looking(live, watched(door))];
    live.videoConfigured(video(door), config);
    live.videoSeen(video(door), chunk(1, true));
    slow.bufferedAmount = 3 * 1024 * 1024;
    live.videoSeen(video(door), chunk(2));
    live.videoSeen(video(door), chunk(3, true));
    slow.bufferedAmount = 0;
    live.videoSeen(video(door), chunk(4));
    live.videoSeen(video(door), chunk(5, true));
    live.videoSeen(video(door), chunk(6));
    expect(slow.got).toEqual(['avc1.640028 main', 1, 5, 6]);
    expect(quick.got).toEqual(['avc1.640028 main', 1, 2, 3, 4, 5, 6]);
    expect(live.dropped).toBe(3);
    slow.close();
    expect(live.dropped).toBe(3);
  });

  it('does not take a large start for slowness', () => {
    const live = new Live();
    looking(live, watched(door));
    live.videoConfigured(video(door), config);
    const large = new Uint8Array(5 * 1024 * 1024);
    live.videoSeen(video(door), { key: true, timestampUs: 1, data: large });
    const late = looking(live, watched(door));
    late.bufferedAmount = large.byteLength;
    live.videoSeen(video(door), chunk(2));
    expect(late.got).toEqual(['avc1.640028 main', 1, 2]);
    late.bufferedAmount = 0;
    live.videoSeen(video(door), chunk(3));
    late.bufferedAmount = large.byteLength;
    live.videoSeen(video(door), chunk(4));
    expect(late.got).toEqual(['avc1.640028 main', 1, 2, 3]);
  });
});

describe('stills', () => {
  it('go to all who look at stills of the camera, the last one at once', () => {
    const live = new Live();
    const [one, other] = [looking(live, watched(door, 'stills')), looking(live, watched(yard, 'stills'))];
    live.pictureSeen(door, new Uint8Array(10));
    const late = looking(live, watched(door, 'stills'));
    expect([one.got.length, other.got.length, late.got.length]).toEqual([1, 0, 1]);
  });
});

it('tells what is looked at, as long as somebody looks', () => {
  const live = new Live();
  const told: (readonly Watched[])[] = [];
  live.watched.listen((all) => told.push(all));
  const one = looking(live, watched(door));
  const two = looking(live, watched(door));
  const stills = looking(live, watched(door, 'stills', 'sub'));
  one.close();
  two.close();
  two.close();
  stills.close();
  expect(told).toEqual([
    [watched(door)],
    [watched(door), watched(door, 'stills', 'sub')],
    [watched(door, 'stills', 'sub')],
    [],
  ]);
});
