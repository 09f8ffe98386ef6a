import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Trouble } from '../../../services/contract/trouble.ts';
import { evaluateMotion } from '../../../services/evaluate/motion.ts';
import { bitmapOf, writeSequence } from './sequence-folder.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lares-motion-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const someTime: unknown = expect.any(Number);

/** The trouble that the evaluation of `folder` ends in. */
async function troubleOf(path: string): Promise<string> {
  const failure = await evaluateMotion([path]).catch((error: unknown) => error);
  if (failure instanceof Trouble) return failure.message;
  throw new Error('no trouble', { cause: failure });
}

describe('evaluateMotion', () => {
  it('scores the frames of the temporal region, and all sequences of a folder together', async () => {
    await writeSequence(join(folder, 'baseline', 'square'));
    await writeSequence(join(folder, 'other'));
    const figures = {
      objectRecall: 1,
      boxPrecision: 1,
      emptyFrameAlarmRate: 0,
      frames: 15,
      microsecondsPerFrame: someTime,
    };
    expect(await evaluateMotion([folder])).toEqual({
      sequences: { square: figures, other: figures },
      all: { ...figures, frames: 30 },
    });
  });

  it('has no figure where the data tell none', async () => {
    await writeSequence(folder);
    await writeFile(join(folder, 'temporalROI.txt'), '6 8');
    const { all } = await evaluateMotion([folder]);
    expect(all).toEqual({
      objectRecall: null,
      boxPrecision: null,
      emptyFrameAlarmRate: 0,
      frames: 3,
      microsecondsPerFrame: someTime,
    });
  });

  it('leaves out what ROI.bmp leaves out', async () => {
    await writeSequence(folder);
    await writeFile(
      join(folder, 'ROI.bmp'),
      bitmapOf(160, 90, () => 0),
    );
    const { all } = await evaluateMotion([folder]);
    expect(all).toMatchObject({ objectRecall: null, boxPrecision: null, emptyFrameAlarmRate: 0 });
  });

  it('says what is wrong with a folder', async () => {
    const empty = join(folder, 'empty');
    await mkdir(empty);
    expect(await troubleOf(join(folder, 'nowhere'))).toContain("can't be read");
    expect(await troubleOf(empty)).toContain('There is no motion sequence');

    const damaged = join(folder, 'damaged');
    await writeSequence(damaged);
    await writeFile(join(damaged, 'ROI.bmp'), 'no bitmap');
    expect(await troubleOf(damaged)).toContain('ROI.bmp that is no uncompressed Windows bitmap');
    await rm(join(damaged, 'ROI.bmp'));
    await writeFile(join(damaged, 'input', 'in000007.png'), 'no picture');
    expect(await troubleOf(damaged)).toContain("can't be read");
    await rm(join(damaged, 'input', 'in000007.png'));
    expect(await troubleOf(damaged)).toContain('ground truth but no input for frame 7');
    await rm(join(damaged, 'groundtruth', 'gt000007.png'));
    await rm(join(damaged, 'groundtruth', 'gt000009.png'));
    expect(await troubleOf(damaged)).toContain('no ground truth for frame 9');
    await writeFile(join(damaged, 'temporalROI.txt'), '30 20');
    expect(await troubleOf(damaged)).toContain('not two frame numbers');
    await writeFile(join(damaged, 'temporalROI.txt'), '30 40');
    expect(await troubleOf(damaged)).toContain('no frame from 30 to 40');
    await rm(join(damaged, 'temporalROI.txt'));
    expect(await troubleOf(damaged)).toContain('lacks the file temporalROI.txt');
    await rm(join(damaged, 'groundtruth'), { recursive: true });
    expect(await troubleOf(damaged)).toContain('lacks the folder groundtruth');
  });

  const shared = join(import.meta.dirname, '../../../../shared/data/motion/IBMtest2');
  it.skipIf(!existsSync(shared))('finds people indoors (needs ../shared/data/motion)', async () => {
    const { all } = await evaluateMotion([shared]);
    expect(all.objectRecall).toBeGreaterThan(0.8);
    expect(all.boxPrecision).toBeGreaterThan(0.6);
  });
});
