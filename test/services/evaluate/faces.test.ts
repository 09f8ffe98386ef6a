import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseFacePairs } from '../../../services/evaluate/face-pairs.ts';
import { evaluateFaces } from '../../../services/evaluate/faces.ts';
import { compiledPack } from '../../models/compiled-pack.ts';

const lfw = join(import.meta.dirname, '../../../../shared/data/faces/lfw-folds-1-2');

it.skipIf(!existsSync(lfw))(
  'faces: the first pairs of LFW (needs ../shared)',
  { timeout: 180_000 },
  async () => {
    const all = parseFacePairs(readFileSync(join(lfw, 'pairs.txt'), 'utf8'));
    const pairs = [...all.slice(0, 20), ...all.slice(300, 320)];
    const figures = await evaluateFaces({
      pairs,
      images: join(lfw, 'images'),
      aligned: true,
      models: await compiledPack(),
    });
    expect(figures.accuracy).toBeGreaterThanOrEqual(0.9);
    expect({ pairs: figures.pairs, undetected: figures.undetected }).toEqual({ pairs: 40, undetected: 0 });
  },
);
