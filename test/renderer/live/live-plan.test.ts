import { describe, expect, it } from 'vitest';
import { codecName } from '../../../renderer/live/codec-name.ts';
import { planAfter, streamFor, type LivePlan } from '../../../renderer/live/live-plan.ts';

const both = { hasSub: true, liveStream: 'auto' } as const;

describe('the stream for a place', () => {
  it.each([
    ['only the main stream there is', { hasSub: false, liveStream: 'sub' }, 100, null, 'main'],
    ['the small one for a small place', both, 400, null, 'sub'],
    ['the main one for a large place', both, 401, null, 'main'],
    ['the small one a bit longer, while the place grows', both, 460, 'sub', 'sub'],
    ['the main one until the place is small', both, 401, 'main', 'main'],
    ['the main one in the end', both, 461, 'sub', 'main'],
    ['what the owner chose', { hasSub: true, liveStream: 'main' }, 100, null, 'main'],
    ['what the owner chose, however large', { hasSub: true, liveStream: 'sub' }, Infinity, null, 'sub'],
  ] as const)('is %s', (...[, camera, heightPx, before, stream]) => {
    expect(streamFor(camera, { heightPx, before })).toBe(stream);
  });
});

describe('what is tried after a codec could not be shown', () => {
  const all = (hasSub: boolean): LivePlan[] => {
    const plans: LivePlan[] = [{ stream: 'main', as: 'video', unplayable: null }];
    for (let last = plans.at(-1); last !== undefined && last.as !== 'stills'; last = plans.at(-1))
      plans.push(planAfter(last, plans.length === 1 ? 'hvc1.1' : 'avc1.1', hasSub));
    return plans;
  };

  it('is the small stream, then video that Lares converts, then stills; the first codec is the reason', () => {
    expect(all(true)).toEqual([
      { stream: 'main', as: 'video', unplayable: null },
      { stream: 'sub', as: 'video', unplayable: 'hvc1.1' },
      { stream: 'sub', as: 'transcoded', unplayable: 'hvc1.1' },
      { stream: 'sub', as: 'stills', unplayable: 'hvc1.1' },
    ]);
  });

  it('is converted video at once without a small stream', () => {
    expect(all(false).slice(1)).toEqual([
      { stream: 'main', as: 'transcoded', unplayable: 'hvc1.1' },
      { stream: 'main', as: 'stills', unplayable: 'hvc1.1' },
    ]);
  });
});

it.each([
  ['avc1.640028', 'H.264'],
  ['hvc1.1.6.L120.90', 'H.265'],
  ['hev1.1.6.L93.B0', 'H.265'],
  ['av01.0.04M.08', 'AV1'],
  ['hevc', 'H.265'],
  ['mjpeg', 'Motion JPEG'],
  ['xyz', 'xyz'],
])('calls %s %s', (codec, name) => {
  expect(codecName(codec)).toBe(name);
});
