import { describe, expect, it } from 'vitest';
import type { RecordedPicture } from '../../../../services/contract/video.ts';
import { FragmentMaker } from '../../../../services/hub/recording/fragment-maker.ts';

interface Shot {
  readonly cameraMs: number;
  readonly arrivedMs?: number;
  readonly key?: boolean;
}

const picture = ({ cameraMs, arrivedMs = cameraMs, key = false }: Shot): RecordedPicture => ({
  ...{ key, timestampUs: cameraMs * 1000, arrivedMs, number: 0, data: Uint8Array.of(1) },
});

/** How long the fragments are, milliseconds; the last one is what the end gives. */
function lengths(shots: readonly Shot[]): readonly number[] {
  const maker = new FragmentMaker();
  const made = shots.map((shot) => maker.push(picture(shot)));
  return [...made, maker.end(null)].flatMap((fragment) => fragment?.durationMs ?? []);
}

describe('fragments of a clip', () => {
  it('last a second, or until the next key frame', () => {
    const shots = [0, 400, 800, 1200, 1600, 2000, 2400].map((cameraMs) => ({
      cameraMs,
      key: cameraMs === 1600,
    }));
    expect(lengths(shots)).toEqual([1200, 400, 1200]);
  });

  it.each([
    ['stands still', [0, 0, 0, 0]],
    ['jumps by a day', [0, 86_400_000, 0, 86_400_000]],
    ['runs backwards', [300, 200, 100, 0]],
  ])('last as long as their pictures took to arrive when the clock of the camera %s', (_, cameraMs) => {
    const shots = cameraMs.map((ms, index) => ({ cameraMs: ms, arrivedMs: index * 250, key: index === 0 }));
    expect(lengths(shots)).toEqual([790]);
  });

  it('go by the camera’s clock, not by when its pictures came', () => {
    const shots = [0, 40, 80, 120].map((cameraMs) => ({ cameraMs, arrivedMs: 0 }));
    expect(lengths(shots)).toEqual([160]);
  });
});
