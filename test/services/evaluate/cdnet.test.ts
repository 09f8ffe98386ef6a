import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { findSequences, readFrame, readSequence, readTruth } from '../../../services/evaluate/cdnet.ts';
import { writePicture, writeSequence } from './sequence-folder.ts';

let folder = '';
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a sequence in CDnet’s layout', () => {
  it('is found and read by the numbers of its files', async () => {
    folder = await mkdtemp(join(tmpdir(), 'lares-cdnet-'));
    const place = join(folder, 'square');
    await writeSequence(place);
    expect(await findSequences([folder, place])).toEqual([place, place]);
    const sequence = await readSequence(place);
    expect({ ...sequence, frames: sequence.frames.length }).toEqual({
      name: 'square',
      frames: 20,
      region: null,
    });
    expect(sequence.frames.slice(4, 6)).toEqual([
      { number: 5, input: join(place, 'input/in000005.png'), truth: null },
      { number: 6, input: join(place, 'input/in000006.png'), truth: join(place, 'groundtruth/gt000006.png') },
    ]);
  });

  it('keeps the values of a ground truth, and gives grey inputs three channels', async () => {
    folder = await mkdtemp(join(tmpdir(), 'lares-cdnet-'));
    const file = join(folder, 'in1.png');
    const values = [0, 50, 85, 170, 255];
    await writePicture(file, { width: 5, height: 1 }, (x) => values[x] ?? 0);
    expect(await readTruth(file)).toEqual({ width: 5, height: 1, data: Uint8Array.from(values) });
    expect(await readFrame(file)).toMatchObject({
      width: 5,
      height: 1,
      data: Buffer.from(values.flatMap((value) => [value, value, value])),
    });
  });
});
