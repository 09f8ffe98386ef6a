import { PassThrough, Readable } from 'node:stream';
import ffmpeg from 'fluent-ffmpeg';
import type { Source } from './source.ts';

/** Wider pictures are scaled down to this; smaller ones stay as they are. */
export const LARGEST_WIDTH = 1280;
/** No camera is that narrow; pixels of a wild shape must not make pictures that fill the memory. */
const LARGEST_HEIGHT = 4 * LARGEST_WIDTH;

const LINES_KEPT = 60;
const KILL_AFTER_MS = 400;

/** A running ffmpeg. `lines` is the end of its standard error: it may hold an address with a password, so it is only ever matched, never shown. */
export interface Stream {
  /** YUV4MPEG2, 4:2:0, at the rate asked for. */
  readonly output: AsyncIterable<Uint8Array>;
  readonly lines: () => readonly string[];
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>;
}

const running = new Set<ffmpeg.FfmpegCommand>();
process.on('exit', () => {
  for (const command of running) command.kill('SIGKILL');
});

/**
 * Starts one long-lived ffmpeg; aborting the signal ends it within half a second. It never throws: an ffmpeg that can't
 * start is a stream that ends at once, with a line that says why.
 *
 * `fps` stands before `scale`, so that only pictures that are looked at are scaled. Neither `nobuffer` nor `low_delay` is
 * used: they throw the probed packets away, and the first picture waits for the next key frame.
 */
export function openStream(source: Source, framesPerSecond: number, signal: AbortSignal): Stream {
  const output = new PassThrough();
  const lines: string[] = [];
  const keep = (line: string): void => {
    lines.push(line);
    if (lines.length > LINES_KEPT) lines.shift();
  };
  const command = commandFor(source, framesPerSecond);
  command.on('stderr', keep);
  const ended = new Promise<void>((resolve) => {
    command.on('end', () => {
      resolve();
    });
    command.on('error', (error: Error) => {
      keep(error.message);
      resolve();
    });
  }).then(() => {
    running.delete(command);
    output.end();
  });
  endWith(command, signal, ended);
  running.add(command);
  command.pipe(output, { end: true });
  return { output, lines: () => lines, ended };
}

function commandFor(source: Source, framesPerSecond: number): ffmpeg.FfmpegCommand {
  const input = source.script === null ? source.input : Readable.from([source.script]);
  return ffmpeg({ stdoutLines: LINES_KEPT })
    .input(input)
    .inputOptions(['-hide_banner', '-nostats', '-threads', '1', ...source.options])
    .outputOptions(['-map', '0:v:0', '-an', '-threads', '1'])
    .videoFilters([
      `fps=${framesPerSecond}`,
      `scale=w='trunc(min(${LARGEST_WIDTH},iw)/2)*2':h='trunc(min(${LARGEST_HEIGHT},ow/dar)/2)*2':out_range=tv:flags=fast_bilinear`,
      'format=yuv420p',
    ])
    .outputOptions(['-f', 'yuv4mpegpipe']);
}

/** Asks ffmpeg to leave, so that the camera is told too (RTSP's TEARDOWN), and insists when it doesn't. */
function endWith(command: ffmpeg.FfmpegCommand, signal: AbortSignal, ended: Promise<void>): void {
  const stop = (): void => {
    command.kill('SIGTERM');
    const insist = setTimeout(() => {
      command.kill('SIGKILL');
    }, KILL_AFTER_MS);
    void ended.then(() => {
      clearTimeout(insist);
    });
  };
  signal.addEventListener('abort', stop, { once: true });
  void ended.then(() => {
    signal.removeEventListener('abort', stop);
  });
  // Before this moment there is no process that could be told to stop.
  command.on('start', () => {
    if (signal.aborted) stop();
  });
}
