import { room, yard } from './backdrops.ts';
import { type HardCase, hardCase, HEIGHT, WIDTH } from './hard-case.ts';
import { type Passage, paintPassages } from './passers.ts';
import type { Picture } from './picture.ts';
import { grain, insect, relight } from './weather.ts';

const drive = yard(WIDTH, HEIGHT, 21);
const parlour = room(WIDTH, HEIGHT, 22);

const nightWalker: Passage = {
  kind: 'walker',
  fromS: 6,
  toS: 11,
  from: [-30, 420],
  to: [670, 420],
  height: 150,
  seed: 1,
};
const guest: Passage = {
  kind: 'walker',
  fromS: 6,
  toS: 12,
  from: [480, 440],
  to: [120, 450],
  height: 260,
  seed: 3,
  stop: { at: 0.6, forS: 2.5 },
};

/** What an infrared camera makes of a picture: no colour, other tones, a lamp in the middle, a noisy sensor. */
function infrared(picture: Picture, i: number): void {
  relight(picture, (_, grey) => 30 + 0.75 * (255 * (grey / 255) ** 0.7));
  for (let y = 0, at = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++, at++)
      picture.light(at, 1.15 - 0.9 * ((x / picture.width - 0.5) ** 2 + (y / picture.height - 0.6) ** 2));
  grain(picture, i, 7);
}

function night(picture: Picture, i: number, levels = 12): void {
  relight(picture, (value, grey) => 0.22 * (0.5 * value + 0.5 * grey) + 8);
  grain(picture, i, levels);
}

function still(
  name: string,
  change: (picture: Picture, i: number) => void,
  options: Partial<HardCase> = {},
): HardCase {
  return hardCase(name, {
    ...options,
    paint: (picture, i) => {
      picture.reset(drive);
      change(picture, i);
    },
  });
}

/** Light and what the camera makes of it. */
export const lightCases: readonly HardCase[] = [
  still(
    'infrared-switch',
    (picture, i) => {
      if (i >= 120 && i < 240) infrared(picture, i);
      else grain(picture, i, 2);
    },
    { frames: 360 },
  ),
  still(
    'infrared-switch-slow',
    (picture, i) => {
      if (i >= 60 && i < 72) relight(picture, (value) => value * (1 - (i - 59) / 14));
      if (i >= 72) {
        infrared(picture, i);
        const exposure = Math.min(1, 0.3 + (i - 72) / 12);
        relight(picture, (value) => value * exposure);
      }
    },
    { framesPerSecond: 10, frames: 200, firstScored: 30 },
  ),
  still(
    'lightning',
    (picture, i) => {
      night(picture, i, 4);
      const flash = i % 70 === 60 || i % 70 === 62 || i % 70 === 63 ? 1 : i % 70 === 61 ? 0.3 : 0;
      if (flash > 0) relight(picture, (value) => 30 * flash + value * (1 + 2.2 * flash));
    },
    { frames: 350 },
  ),
  still(
    'gamma-ramp',
    (picture, i) => {
      const gamma = 1 + 0.7 * Math.sin(Math.max(0, i - 60) / 90);
      relight(picture, (value) => 255 * (value / 255) ** gamma);
    },
    { frames: 500 },
  ),
  still(
    'dusk',
    (picture, i) => {
      const light = 1 - 0.75 * Math.min(1, Math.max(0, i - 50) / 200);
      relight(picture, (value) => value * light);
      grain(picture, i, 2 + 6 * (1 - light));
    },
    { frames: 350, framesPerSecond: 10 },
  ),
  still(
    'night-noise',
    (picture, i) => {
      paintPassages(picture, [nightWalker], i / 25);
      night(picture, i);
    },
    { frames: 350, bitrate: 300 },
  ),
  still(
    'headlights',
    (picture, i) => {
      night(picture, i, 5);
      const beam = 200 * ((i % 140) / 60) - 120;
      for (let y = 0, at = 0; y < picture.height; y++)
        for (let x = 0; x < picture.width; x++, at++) {
          const far = ((x - beam) / 150) ** 2 + ((y - 240) / 130) ** 2;
          if (far < 4) picture.light(at, 1 + 3 * Math.exp(-2 * far));
        }
    },
    { frames: 300 },
  ),
  still(
    'insect',
    (picture, i) => {
      relight(picture, (_, grey) => 20 + 0.7 * grey);
      grain(picture, i, 5);
      if (i % 90 > 40)
        insect(picture, {
          x: 100 + 5 * (i % 90) + 30 * Math.sin(i / 4),
          y: 200 + 90 * Math.sin(i / 13),
          size: 150,
        });
    },
    { frames: 300 },
  ),
  hardCase('lamps', {
    frames: 400,
    paint: (picture, i) => {
      picture.reset(parlour);
      paintPassages(picture, [guest], i / 25);
      const lamp = i >= 90 && i < 340;
      for (let y = 0, at = 0; y < picture.height; y++)
        for (let x = 0; x < picture.width; x++, at++)
          picture.light(
            at,
            lamp ? 0.45 + 0.7 * Math.exp(-3 * ((x / 640 - 0.4) ** 2 + (y / 480 - 0.2) ** 2)) : 0.35,
          );
      grain(picture, i, 3);
    },
  }),
  hardCase('shadows', {
    frames: 300,
    paint: (picture, i) => {
      picture.reset(drive);
      const walker = {
        kind: 'walker',
        from: [-30, 380],
        to: [670, 400],
        height: 170,
        seed: 1,
        shadow: true,
      } as const;
      paintPassages(picture, [{ ...walker, fromS: 4, toS: 9 }], i / 25);
      picture.shade(
        { x: 260, y: 440, width: 60 + 2 * Math.max(0, 60 - Math.abs(i - 250)), height: 50 },
        0.6,
        50,
      );
    },
  }),
];
