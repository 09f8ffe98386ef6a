import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FaceLiveness, probabilityOf, surroundings } from '../../models/face-liveness.ts';
import { fetchStandardPack } from '../../models/packs.ts';
import { standardPack } from '../../models/standard-pack.ts';
import { gradient } from './compiled-pack.ts';

const copies = join(import.meta.dirname, '../../../shared/models');
const networks = standardPack.filter(({ role }) => role.startsWith('liveness'));

describe('surroundings', () => {
  const image = { width: 100, height: 80 };

  it('takes in so many times the box around its middle', () => {
    expect(surroundings({ x: 45, y: 35, width: 10, height: 12 }, 4, image)).toEqual({
      x: 30,
      y: 17,
      width: 40,
      height: 48,
    });
  });

  it('moves into the picture, and takes less where the picture is too small', () => {
    expect(surroundings({ x: 0, y: 70, width: 10, height: 10 }, 4, image)).toEqual({
      x: 0,
      y: 40,
      width: 40,
      height: 40,
    });
    expect(surroundings({ x: 20, y: 20, width: 40, height: 40 }, 4, image)).toEqual({
      x: 0,
      y: 0,
      width: 80,
      height: 80,
    });
  });
});

it('makes probabilities of logits of any size', () => {
  expect(probabilityOf(Float32Array.of(0, 0, 0), 1)).toBeCloseTo(1 / 3);
  expect(probabilityOf(Float32Array.of(-1000, 1000, 0), 1)).toBe(1);
});

describe('FaceLiveness.open', () => {
  it('does without when a network is not there', async () => {
    const models = await mkdtemp(join(tmpdir(), 'lares-liveness-'));
    expect(await FaceLiveness.open(models)).toBeNull();
    await rm(models, { recursive: true });
  });
});

describe.skipIf(!existsSync(copies))(
  'the liveness networks (need the standard pack in ../shared/models)',
  () => {
    it('give the same probability each time', async () => {
      const models = await mkdtemp(join(tmpdir(), 'lares-liveness-'));
      await fetchStandardPack({ models, from: copies, networks });
      const liveness = await FaceLiveness.open(models);
      if (liveness === null) throw new Error('The networks are not there.');
      const box = { x: 60, y: 40, width: 40, height: 50 };
      const score = await liveness.score(gradient(160, 120), box);
      expect(await liveness.score(gradient(160, 120), box)).toBe(score);
      expect(score).toBeCloseTo(0.63, 1);
      await liveness.close();
      await rm(models, { recursive: true });
    });
  },
);
