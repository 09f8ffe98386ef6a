import { fractalNoise } from './noise.ts';
import { type Picture, type Rgb, Truth } from './picture.ts';

/** Somebody or something on its way, painted with its ground truth. `x` is its middle, `foot` its lowest point, in pixels. */
export interface Actor {
  readonly x: number;
  readonly foot: number;
  readonly height: number;
  readonly colour: Rgb;
  readonly seed: number;
}

const cloth = fractalNoise(5, 3);

/** A person seen from the side, upright, with swinging legs and arms; `stride` is the phase of the step in radians. */
export function paintWalker(picture: Picture, actor: Actor, stride: number): void {
  const { x, foot, height, colour } = actor;
  const y = (share: number) => foot - share * height;
  const texture = (dx: number, dy: number) =>
    0.35 * cloth((dx * 60) / height + actor.seed, (dy * 60) / height);
  const limb = { colour: [44, 46, 62], truth: Truth.moving, texture, width: 0.1 * height } as const;
  for (const side of [-1, 1]) {
    const swing = side * 0.22 * Math.sin(stride) * height;
    picture.line([x, y(0.5)], [x + swing, y(0.03)], limb);
  }
  const coat = { colour, truth: Truth.moving, texture };
  picture.ellipse({ x, y: y(0.66), width: 0.3 * height, height: 0.42 * height }, coat);
  for (const side of [-1, 1])
    picture.line([x, y(0.8)], [x - side * 0.16 * Math.sin(stride) * height, y(0.45)], {
      ...coat,
      width: 0.075 * height,
    });
  picture.ellipse(
    { x, y: y(0.92), width: 0.13 * height, height: 0.16 * height },
    { colour: [198, 156, 130], truth: Truth.moving },
  );
}

/** A car seen from the side, more than twice as long as high. `facing` is 1 to the right, -1 to the left. */
export function paintCar(picture: Picture, actor: Actor, facing: number): void {
  const { x, foot, height, colour } = actor;
  const length = 2.6 * height;
  const shine = (_: number, dy: number) => -0.5 * (dy / height) + 0.06 * cloth(dy / 3, actor.seed);
  const body = { colour, truth: Truth.moving, texture: shine };
  picture.fill({ x, y: foot - 0.4 * height, width: length, height: 0.5 * height }, body);
  const cabin = {
    x: x - 0.08 * length * facing,
    y: foot - 0.8 * height,
    width: 0.6 * length,
    height: 0.4 * height,
  };
  picture.fill(cabin, body, (dx, dy) => Math.abs(dx) < 0.85 + 0.15 * dy);
  const glass = { colour: [38, 46, 56], truth: Truth.moving } as const;
  picture.fill({ ...cabin, width: 0.48 * length, height: 0.28 * height }, glass, (dx) => Math.abs(dx) > 0.08);
  for (const side of [-0.3, 0.3])
    picture.ellipse(
      { x: x + side * length, y: foot - 0.14 * height, width: 0.34 * height, height: 0.34 * height },
      { colour: [24, 24, 26], truth: Truth.moving },
    );
  picture.fill(
    { x: x + 0.47 * length * facing, y: foot - 0.45 * height, width: 0.05 * length, height: 0.14 * height },
    { colour: [236, 228, 190], truth: Truth.moving },
  );
}

/** A car that comes towards the camera or goes away. */
export function paintFront(picture: Picture, actor: Actor): void {
  const { x, foot, height, colour } = actor;
  const shine = (dx: number, dy: number) => -0.4 * (dy / height) + 0.1 * cloth(dx / 4, actor.seed);
  picture.fill(
    { x, y: foot - 0.35 * height, width: 1.2 * height, height: 0.55 * height },
    { colour, truth: Truth.moving, texture: shine },
  );
  picture.fill(
    { x, y: foot - 0.78 * height, width: 0.95 * height, height: 0.42 * height },
    { colour, truth: Truth.moving, texture: shine },
    (dx, dy) => Math.abs(dx) < 0.85 + 0.15 * dy,
  );
  picture.fill(
    { x, y: foot - 0.74 * height, width: 0.75 * height, height: 0.28 * height },
    { colour: [40, 48, 58], truth: Truth.moving },
  );
  for (const side of [-0.45, 0.45]) {
    picture.fill(
      { x: x + side * height, y: foot - 0.4 * height, width: 0.18 * height, height: 0.12 * height },
      { colour: [240, 236, 210], truth: Truth.moving },
    );
    picture.fill(
      { x: x + side * height, y: foot - 0.06 * height, width: 0.2 * height, height: 0.14 * height },
      { colour: [20, 20, 22], truth: Truth.moving },
    );
  }
}

/** The shadow on the ground, beside the feet. */
export function paintShadow(picture: Picture, actor: Actor, depth = 0.55): void {
  const { x, foot, height } = actor;
  picture.shade(
    { x: x + 0.5 * height, y: foot, width: 1.1 * height, height: 0.28 * height },
    depth,
    Truth.shadow,
  );
}
