import { spawn } from 'node:child_process';
import { Frame } from '../../services/vision/frames.ts';
import { Y4mSplitter } from '../../services/vision/camera/y4m.ts';

/** The frames of a clip as a camera would give them, five a second at 640×360, at the clip's own time. */
export async function* framesOfClip(file: string): AsyncGenerator<Frame, void, undefined> {
  const ffmpeg = spawn(
    'ffmpeg',
    [
      ...['-hide_banner', '-loglevel', 'error', '-nostdin', '-threads', '1', '-i', file, '-an'],
      ...['-vf', 'fps=5,scale=640:360', '-pix_fmt', 'yuv420p', '-f', 'yuv4mpegpipe', 'pipe:1'],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const splitter = new Y4mSplitter();
  let count = 0;
  try {
    for await (const chunk of ffmpeg.stdout)
      if (chunk instanceof Uint8Array)
        for (const picture of splitter.push(chunk)) {
          yield new Frame(count * 200, picture);
          count += 1;
        }
  } finally {
    ffmpeg.kill();
  }
}
