import { expect, it } from 'vitest';
import { picturesOf } from '../../../services/vision/camera.ts';
import { openStream } from '../../../services/vision/stream.ts';

it.each([
  ['1', [1280, 720]],
  ['1/255', [1280, 5120]],
])('a picture of pixels that are %s as wide as high has a bounded size', async (shape, size) => {
  const input = `testsrc=size=1920x1080:duration=1:rate=5,setsar=${shape}`;
  const over = new AbortController();
  const stream = openStream({ options: ['-f', 'lavfi'], input, script: null }, 5, over.signal);
  const seen: number[][] = [];
  for await (const { width, height } of picturesOf(stream.output)) {
    seen.push([width, height]);
    break;
  }
  over.abort();
  await stream.ended;
  expect(seen).toEqual([size]);
});
