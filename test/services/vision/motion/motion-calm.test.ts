import { describe, expect, it } from 'vitest';
import { calmFactors } from '../../../../services/vision/zones/calm-factors.ts';
import { MotionDetector } from '../../../../services/vision/motion/motion.ts';
import { frameOf, seeded, texturedScene } from './moving-scene.ts';
import { zoneOf } from '../zones/zone-samples.ts';

const even = { set: 0.5, wanted: 0.5 };

/** A scene with something of 30×40 pixels that goes to the right, 20 grey levels brighter or darker than what is behind. */
function scenes() {
  const scene = texturedScene(3);
  const noise = { levels: 3, random: seeded(4) };
  const still = () => frameOf(scene, noise);
  const walking = (left: number, contrast = 70) =>
    frameOf((x, y) => {
      const inside = x >= left && x < left + 30 && y >= 60 && y < 100;
      const level = scene(x, y);
      return inside ? level + (level > 128 ? -contrast : contrast) : level;
    }, noise);
  return { still, walking };
}

describe('MotionDetector.setCalm', () => {
  it('sees nothing where motion never counts, and all the rest', () => {
    const { still, walking } = scenes();
    const detector = new MotionDetector({ sensitivity: 0.5 });
    detector.setCalm(calmFactors([zoneOf('ignore', { left: 0, top: 0, right: 0.5, bottom: 1 })], even));
    for (let frame = 0; frame < 40; frame += 1) detector.find(still());
    const boxes = (from: number) =>
      Array.from({ length: 14 }, (_, step) => detector.find(walking(from + step * 6)).boxes.length);
    expect(Math.max(...boxes(10))).toBe(0);
    expect(Math.max(...boxes(190))).toBe(1);
    expect(detector.mask().filter((block) => block === 2).length).toBeGreaterThan(20);
  });

  it('keeps what was learnt when it is told to be calmer or keener', () => {
    const { still, walking } = scenes();
    const detector = new MotionDetector({ sensitivity: 0.5 });
    for (let frame = 0; frame < 40; frame += 1) detector.find(still());
    const share = (wanted: number): number => {
      detector.setCalm(calmFactors([], { set: 0.5, wanted }));
      const { scene, changed } = detector.find(walking(100, 22));
      expect(scene).toBe('known');
      return changed;
    };
    const [calm, keen] = [share(0), share(1)];
    expect(keen).toBeGreaterThan(calm + 0.005);
  });
});
