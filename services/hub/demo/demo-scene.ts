/**
 * What the demo cameras show, put together from the sample photographs of the package @vladmandic/face-api: a part of a
 * photo without people as the scene, and people cut out of the photos who come, stand for a while and leave.
 * All places in a photo are fractions of it.
 */
export interface DemoScene {
  readonly name: string;
  readonly photo: string;
  /** The empty part of the photo: x, y, width, height. */
  readonly stage: readonly [number, number, number, number];
  /** `stretched` to the size of the picture, or laid beside its own mirror image, so that half a door becomes a whole one. */
  readonly filling: 'stretched' | 'mirrored';
  /** How far the camera turns to and fro during a loop, in pixels. */
  readonly pan: number;
  readonly visits: readonly DemoVisit[];
}

export interface DemoVisit {
  readonly figure: DemoFigure;
  readonly comesAtSecond: number;
  readonly leavesAtSecond: number;
  /** Height of the figure as a share of the picture's. */
  readonly height: number;
  /** Where its middle stands, as a share of the picture's width. */
  readonly standsAt: number;
}

export interface DemoFigure {
  readonly photo: string;
  /** The outline, point by point. */
  readonly outline: readonly (readonly [number, number])[];
}

/** The size of the picture, in pixels. */
export const DEMO_WIDTH = 1280;
export const DEMO_HEIGHT = 720;

/** Both scenes loop after this time. */
export const LOOP_SECONDS = 40;

const WOMAN_IN_GREEN: DemoFigure = {
  photo: 'sample6.jpg',
  outline: outlineOf(1200, 960, [
    [174, 242, 211, 241, 240, 249, 271, 276, 291, 304, 312, 340, 328, 373, 344, 405, 349, 440, 353, 461],
    [369, 489, 374, 514, 375, 542, 390, 557, 407, 568, 409, 608, 408, 661, 389, 697, 396, 730, 408, 771],
    [436, 850, 453, 920, 458, 960, 168, 960, 159, 900, 142, 830, 119, 779, 113, 738, 103, 677, 97, 628],
    [101, 579, 110, 547, 95, 533, 88, 515, 107, 483, 110, 440, 107, 395, 105, 359, 113, 322, 121, 286],
    [141, 259],
  ]),
};

const WOMAN_IN_RED: DemoFigure = {
  photo: 'sample6.jpg',
  outline: outlineOf(1200, 960, [
    [432, 157, 470, 138, 515, 138, 553, 162, 576, 206, 587, 270, 588, 325, 604, 388, 625, 440, 645, 510],
    [646, 540, 643, 574, 633, 603, 624, 645, 614, 692, 617, 746, 631, 776, 641, 818, 634, 881, 613, 910],
    [594, 944, 592, 960, 459, 960, 451, 881, 443, 852, 430, 805, 413, 755, 404, 712, 408, 679, 416, 620],
    [413, 574, 404, 548, 388, 500, 399, 477, 421, 456, 431, 405, 425, 334, 421, 300, 416, 230, 418, 185],
  ]),
};

const WOMAN_IN_BLACK: DemoFigure = {
  photo: 'sample3.jpg',
  outline: outlineOf(1200, 844, [
    [692, 120, 722, 96, 765, 86, 815, 92, 848, 120, 862, 165, 858, 215, 848, 250, 845, 300, 840, 350],
    [838, 390, 848, 440, 866, 480, 886, 545, 898, 620, 903, 690, 903, 752, 575, 752, 580, 700, 591, 640],
    [592, 590, 585, 520, 582, 470, 572, 430, 577, 398, 592, 362, 618, 334, 655, 314, 692, 312, 690, 300],
    [676, 260, 667, 215, 670, 172, 680, 142],
  ]),
};

export const DEMO_SCENES: readonly DemoScene[] = [
  {
    name: 'living-room',
    photo: 'sample6.jpg',
    stage: [0, 0, 0.93, 0.1],
    filling: 'stretched',
    pan: 0,
    visits: [
      { figure: WOMAN_IN_GREEN, comesAtSecond: 3, leavesAtSecond: 13, height: 0.82, standsAt: 0.45 },
      { figure: WOMAN_IN_RED, comesAtSecond: 23, leavesAtSecond: 32, height: 0.88, standsAt: 0.6 },
    ],
  },
  {
    name: 'front-door',
    photo: 'sample3.jpg',
    stage: [0.008, 0, 0.242, 0.355],
    filling: 'mirrored',
    pan: 16,
    visits: [
      { figure: WOMAN_IN_BLACK, comesAtSecond: 5, leavesAtSecond: 16, height: 0.8, standsAt: 0.55 },
      { figure: WOMAN_IN_GREEN, comesAtSecond: 25, leavesAtSecond: 34, height: 0.8, standsAt: 0.4 },
    ],
  },
];

/** Points measured in a photo of this size, x and y in turn. */
function outlineOf(
  width: number,
  height: number,
  rows: readonly (readonly number[])[],
): readonly (readonly [number, number])[] {
  const flat = rows.flat();
  const points: (readonly [number, number])[] = [];
  for (let at = 0; at + 1 < flat.length; at += 2)
    points.push([(flat[at] ?? 0) / width, (flat[at + 1] ?? 0) / height]);
  return points;
}
