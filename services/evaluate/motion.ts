import { Command } from 'commander';
import { performance } from 'node:perf_hooks';
import { Settings } from '../contract/settings.ts';
import { colourfulness } from '../vision/motion/colour.ts';
import { lumaOf } from '../vision/motion/luma.ts';
import { MotionDetector } from '../vision/motion/motion.ts';
import { addCounts, type MotionCounts, NO_COUNTS, scoreFrame } from './motion-score.ts';
import { printTable, writeJson } from './table.ts';

/** How well motion was found. A figure is null when the data have nothing to tell it by. */
export interface MotionFigures {
  /** Share of the ground-truth components (≥ 0.1 % of the picture) of which half or more lies in boxes. */
  readonly objectRecall: number | null;
  /** Share of the boxes of which 5 % or more moves. */
  readonly boxPrecision: number | null;
  /** Share of the frames without any moving pixel that raised motion. */
  readonly emptyFrameAlarmRate: number | null;
  /** Mean time of the detector alone, on one 320×180 frame. */
  readonly microsecondsPerFrame: number;
  /** Frames that were scored. */
  readonly frames: number;
}

export interface MotionReport {
  readonly sequences: Readonly<Record<string, MotionFigures>>;
  /** All frames of all sequences counted together. */
  readonly all: MotionFigures;
}

interface Tally {
  readonly counts: MotionCounts;
  readonly frames: number;
  readonly seen: number;
  readonly microseconds: number;
}

const NOTHING: Tally = { counts: NO_COUNTS, frames: 0, seen: 0, microseconds: 0 };

/** `lares eval motion DIR... [--json FILE]` */
export function motionCommand(): Command {
  return new Command('motion')
    .description("measure motion detection on sequences in CDnet's layout")
    .argument('<folders...>', 'sequences, or folders of sequences')
    .option('--json <file>', 'write the figures to a file')
    .action(async (folders: string[], options: { json?: string }) => {
      const report = await evaluateMotion(folders);
      printTable('Motion', [
        ...Object.entries(report.sequences).map(([sequence, figures]) => ({ sequence, ...figures })),
        { sequence: 'all', ...report.all },
      ]);
      if (options.json !== undefined) await writeJson(options.json, report);
    });
}

/**
 * Runs the product's motion detector with its default sensitivity over sequences in CDnet's layout (see `Sequence`).
 * Each sequence begins with a fresh detector, which sees all its frames; those of the temporal region are scored by
 * `scoreFrame`. Every frame takes the way that a camera's takes: its Y plane at its own size, then `lumaOf`.
 * @param folders sequences, or folders that hold some.
 * @throws {Trouble} when a folder is no sequence or holds none.
 */
export async function evaluateMotion(folders: readonly string[]): Promise<MotionReport> {
  const { findSequences } = await import('./cdnet.ts');
  const sequences: Record<string, MotionFigures> = {};
  let all = NOTHING;
  for (const folder of await findSequences(folders)) {
    const { name, tally } = await tallySequence(folder);
    all = sum(all, tally);
    sequences[name in sequences ? folder : name] = figuresOf(tally);
  }
  return { sequences, all: figuresOf(all) };
}

async function tallySequence(folder: string): Promise<{ readonly name: string; readonly tally: Tally }> {
  const { readFrame, readSequence, readTruth } = await import('./cdnet.ts');
  const { Frame } = await import('../vision/frames.ts');
  const { name, frames, region } = await readSequence(folder);
  const { motionSensitivity } = Settings.parse({}).vision;
  const detector = new MotionDetector({ sensitivity: motionSensitivity });
  let tally = NOTHING;
  for (const frame of frames) {
    const [image, truth] = await Promise.all([
      readFrame(frame.input),
      frame.truth === null ? null : readTruth(frame.truth),
    ]);
    const { y, u, v, width, height } = Frame.fromImage(0, image);
    const luma = lumaOf(y, width, height);
    const colour = colourfulness({ u, v });
    const startMs = performance.now();
    const { boxes } = detector.find(luma, colour);
    const microseconds = (performance.now() - startMs) * 1000;
    const counts = truth === null ? NO_COUNTS : scoreFrame(boxes, truth, region);
    tally = sum(tally, { counts, frames: truth === null ? 0 : 1, seen: 1, microseconds });
  }
  return { name, tally };
}

function sum(a: Tally, b: Tally): Tally {
  return {
    counts: addCounts(a.counts, b.counts),
    frames: a.frames + b.frames,
    seen: a.seen + b.seen,
    microseconds: a.microseconds + b.microseconds,
  };
}

function figuresOf(tally: Tally): MotionFigures {
  const { counts } = tally;
  return {
    objectRecall: share(counts.found, counts.objects),
    boxPrecision: share(counts.right, counts.boxes),
    emptyFrameAlarmRate: share(counts.alarms, counts.emptyFrames),
    microsecondsPerFrame: tally.microseconds / Math.max(tally.seen, 1),
    frames: tally.frames,
  };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
