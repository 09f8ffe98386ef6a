import { describe, expect, it } from 'vitest';
import { colourfulness } from '../../services/vision/motion/colour.ts';
import { Frame } from '../../services/vision/frames.ts';
import { lumaOf } from '../../services/vision/motion/luma.ts';
import { MotionDetector } from '../../services/vision/motion/motion.ts';
import { HEIGHT, WIDTH } from './hard-case.ts';
import { lightCases } from './light-cases.ts';
import { outdoorCases } from './outdoor-cases.ts';
import { Picture } from './picture.ts';

/** The frames, from `from` on, in which something was told although nothing moves, of the first `frames` of a case. */
function alarmsIn(name: string, frames: number, from: number): readonly number[] {
  const hard = [...outdoorCases, ...lightCases].find((each) => each.name === name);
  if (hard === undefined) throw new Error(`there is no case ${name}`);
  const detector = new MotionDetector({ sensitivity: 0.5 });
  const picture = new Picture(WIDTH, HEIGHT);
  const alarms: number[] = [];
  for (let i = 0; i < frames; i++) {
    hard.paint(picture, i);
    const image = { width: WIDTH, height: HEIGHT, data: new Uint8Array(picture.rgb) };
    const frame = Frame.fromImage(0, image);
    const { boxes } = detector.find(lumaOf(frame.y, WIDTH, HEIGHT), colourfulness(frame));
    if (i >= from && boxes.length > 0 && !picture.truth.includes(255)) alarms.push(i);
  }
  return alarms;
}

/** A few seconds of each: the whole cases, through H.264, are made by make.ts. */
describe('the detector, in a hard case', () => {
  it.each([
    ['clouds', 70, 0],
    ['infrared-switch', 135, 1],
    ['infrared-switch-slow', 100, 0],
    ['lightning', 75, 1],
    ['dusk', 80, 0],
    ['headlights', 100, 2],
    ['rain', 70, 6],
    ['night-noise', 80, 0],
  ])('%s tells nothing, or next to it', (name, frames, most) => {
    expect(alarmsIn(name, frames, 10).length).toBeLessThanOrEqual(most);
  });
});
