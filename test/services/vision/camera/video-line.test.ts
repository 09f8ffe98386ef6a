import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { CameraId } from '../../../../services/contract/identifiers.ts';
import type { VideoStream } from '../../../../services/contract/video.ts';
import type { VideoMessage } from '../../../../services/contract/video-message.ts';
import { VideoSplitter } from '../../../../services/contract/video-splitter.ts';
import { openVideoLine, VideoLine } from '../../../../services/vision/camera/video-line.ts';
import { silentLog } from '../../../fixtures/silent-log.ts';

const yard: VideoStream = { cameraId: CameraId.parse('yard'), stream: 'main', transcoded: false };
const door: VideoStream = { ...yard, cameraId: CameraId.parse('door') };
/** Two of them are more than may wait. */
const half = new Uint8Array(17 * 1024 * 1024);

function chunk(number: number, more: { key?: boolean; video?: VideoStream; data?: Uint8Array } = {}) {
  const { key = false, video = yard, data = Uint8Array.of(number) } = more;
  return { kind: 'chunk', video, chunk: { key, timestampUs: number, data } } satisfies VideoMessage;
}

const config: VideoMessage = {
  kind: 'config',
  video: yard,
  config: { codec: 'avc1.640028', width: 640, height: 360, description: Uint8Array.of(1) },
};

/** A line whose far end reads only when asked. */
function slowLine() {
  const pipe = new PassThrough();
  const said: string[] = [];
  const line = new VideoLine(pipe, { ...silentLog, warn: (sentence) => said.push(sentence) });
  const splitter = new VideoSplitter();
  const read = async (): Promise<readonly string[]> => {
    const got: VideoMessage[] = [];
    while (pipe.readableLength > 0 || pipe.writableLength > 0) {
      const bytes: unknown = pipe.read();
      if (bytes instanceof Uint8Array) got.push(...splitter.push(bytes));
      else await once(pipe, 'readable');
    }
    return got.map((message) =>
      message.kind === 'chunk'
        ? `${message.video.cameraId} ${message.chunk.timestampUs}${message.chunk.key ? ' key' : ''}`
        : message.kind === 'recording_picture'
          ? `${message.cameraId} recorded ${message.picture.number}`
          : message.kind,
    );
  };
  return { line, pipe, said, read };
}

describe('the line for live video', () => {
  it('sends what it is given, in its order', async () => {
    const { line, read } = slowLine();
    for (const message of [config, chunk(1, { key: true }), chunk(2), chunk(3, { video: door })])
      line.send(message);
    expect(await read()).toEqual(['config', 'yard 1 key', 'yard 2', 'door 3']);
    expect(line.dropped).toBe(0);
  });

  it('drops the chunks of a stream up to its next key frame while the hub is too slow, and counts them', async () => {
    const { line, said, read } = slowLine();
    for (const number of [1, 2]) line.send(chunk(number, { key: true, data: half }));
    line.send(chunk(4));
    line.send(chunk(5, { key: true }));
    line.send(config);
    expect(await read()).toEqual(['yard 1 key', 'yard 2 key', 'config']);
    line.send(chunk(6));
    line.send(chunk(7, { video: door }));
    line.send(chunk(8, { key: true }));
    line.send(chunk(9));
    expect(await read()).toEqual(['door 7', 'yard 8 key', 'yard 9']);
    expect(line.dropped).toBe(3);
    expect(said).toEqual(['The hub was too slow for live video: 3 pictures are lost.']);
  });

  it('says nothing more when the hub is gone', async () => {
    const { line, pipe } = slowLine();
    const closed = new Promise((resolve) => pipe.once('close', resolve));
    pipe.destroy(new Error('EPIPE'));
    await closed;
    line.send(chunk(1, { key: true }));
    expect({ waiting: pipe.writableLength, dropped: line.dropped }).toEqual({ waiting: 0, dropped: 0 });
  });

  it('is not there when the hub gave none', () => {
    expect(openVideoLine(undefined, silentLog)).toBeNull();
  });
});
