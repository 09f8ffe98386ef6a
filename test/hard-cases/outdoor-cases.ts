import { motorway, street, yard } from './backdrops.ts';
import { type HardCase, hardCase, HEIGHT, WIDTH } from './hard-case.ts';
import { passersBy, yardPassers } from './passages.ts';
import { type Passage, paintPassages, paintTraffic } from './passers.ts';
import { Picture } from './picture.ts';
import { Clouds, rain, ripples, snow } from './weather.ts';

const streetScene = street(WIDTH, HEIGHT, 3);
const yardScene = yard(WIDTH, HEIGHT, 4);

const motorwayScene = motorway(WIDTH, HEIGHT, 8);
const shakenScene = motorway(WIDTH + 96, HEIGHT + 64, 9);
const shaken = new Picture(WIDTH + 96, HEIGHT + 64);
const smallCarPark: readonly Passage[] = [
  { kind: 'walker', fromS: 3.5, toS: 13, from: [40, 262], to: [600, 250], height: 34, seed: 1 },
  {
    kind: 'walker',
    fromS: 6,
    toS: 13.5,
    from: [620, 300],
    to: [200, 250],
    height: 40,
    seed: 2,
    stop: { at: 0.5, forS: 2.5 },
  },
  { kind: 'car', fromS: 5, toS: 9, from: [-20, 240], to: [670, 240], height: 18, seed: 4 },
];

function windShake(i: number): readonly [number, number] {
  return [
    Math.round(48 + 11 * Math.sin(i * 1.9) + 7 * Math.sin(i * 0.43)),
    Math.round(32 + 9 * Math.cos(i * 2.3)),
  ];
}

const clouds = new Clouds();
/** Weather and traffic. */
export const outdoorCases: readonly HardCase[] = [
  hardCase('motorway', {
    frames: 400,
    bitrate: 600,
    paint: (picture, i) => {
      picture.reset(motorwayScene);
      paintTraffic(picture, i / 25);
    },
  }),
  hardCase('motorway-dense', {
    frames: 400,
    bitrate: 600,
    paint: (picture, i) => {
      picture.reset(motorwayScene);
      paintTraffic(picture, i / 25, 1.7);
    },
  }),
  hardCase('shaken', {
    frames: 350,
    bitrate: 900,
    paint: (picture, i) => {
      shaken.reset(shakenScene);
      if (i > 90 && i < 240) paintTraffic(shaken, (i - 90) / 25 - 5.5, 0.8);
      picture.crop(shaken, ...windShake(i));
    },
  }),
  hardCase('small-and-far', {
    frames: 360,
    paint: (picture, i) => {
      picture.reset(streetScene);
      paintPassages(picture, smallCarPark, i / 25);
    },
  }),
  hardCase('rain', {
    frames: 400,
    firstScored: 20,
    bitrate: 500,
    paint: (picture, i) => {
      picture.reset(yardScene);
      paintPassages(picture, yardPassers.slice(1), i / 25);
      rain(picture, i, 40 + 130 * Math.min(1, i / 100));
    },
  }),
  hardCase('downpour', {
    frames: 300,
    firstScored: 6,
    bitrate: 500,
    paint: (picture, i) => {
      picture.reset(streetScene);
      rain(picture, i, 220);
    },
  }),
  hardCase('snow', {
    frames: 400,
    firstScored: 20,
    bitrate: 500,
    paint: (picture, i) => {
      picture.reset(yardScene);
      paintPassages(picture, yardPassers.slice(0, 1), i / 25);
      snow(picture, i / 25, 60);
    },
  }),
  hardCase('clouds', {
    frames: 500,
    framesPerSecond: 10,
    paint: (picture, i) => {
      picture.reset(streetScene);
      paintPassages(
        picture,
        passersBy.slice(0, 1).map((p) => ({ ...p, fromS: 30, toS: 33.5 })),
        i / 10,
      );
      clouds.paint(picture, i / 10, 0.45);
    },
  }),
  hardCase('water', {
    frames: 400,
    bitrate: 600,
    paint: (picture, i) => {
      picture.reset(streetScene);
      ripples(picture, i / 25, { top: 375, bottom: 480 });
      paintPassages(picture, passersBy.slice(0, 1), i / 25);
    },
  }),
];
