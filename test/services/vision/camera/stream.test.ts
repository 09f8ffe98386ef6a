import { expect, it } from 'vitest';
import { startFfmpeg } from '../../../../services/vision/camera/ffmpeg.ts';
import { streamArguments } from '../../../../services/vision/camera/stream.ts';
import { picturesOf } from '../../../../services/vision/camera/y4m.ts';

it.each([
  ['1', [1280, 720]],
  ['1/255', [1280, 5120]],
])('a picture of pixels that are %s as wide as high has a bounded size', async (shape, size) => {
  const input = `testsrc=size=1920x1080:duration=1:rate=5,setsar=${shape}`;
  const over = new AbortController();
  const source = { options: ['-f', 'lavfi'], input, script: null, video: [] };
  const stream = startFfmpeg(streamArguments(source, { video: false, framesPerSecond: 5 }), over.signal);
  const seen: number[][] = [];
  for await (const { width, height } of picturesOf(stream.second)) {
    seen.push([width, height]);
    break;
  }
  over.abort();
  await stream.ended;
  expect(seen).toEqual([size]);
});
