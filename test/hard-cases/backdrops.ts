import { fractalNoise } from './noise.ts';
import { Picture, type Rgb, Truth } from './picture.ts';

/** Where nothing moves. `ground` is the horizon's height as a share of the picture. */
type Backdrop = (width: number, height: number, seed: number) => Picture;

/** A street seen from the side: sky, far bushes, houses, a pavement, the road, grass before it. */
export const street: Backdrop = (width, height, seed) =>
  painted([width, height, seed], (x, y, noise) => {
    const [u, v] = [x / width, y / height];
    const rough = noise(x / 40, y / 40);
    const fine = noise(x / 5, y / 5);
    if (v < 0.28 + 0.04 * noise(u * 6, 3)) return lit([196, 206, 216], 1 + 0.05 * rough);
    if (v < 0.5) return house(u, v, fine);
    if (v < 0.56) return lit([168, 160, 150], 1 + 0.1 * fine);
    if (v < 0.78) return road(v - 0.56, u, fine);
    return lit([86, 112, 60], 1 + 0.3 * fine + 0.2 * rough);
  });

/** A motorway seen from a bridge: it goes away to the horizon at a third of the height, hedges to both sides. */
export const motorway: Backdrop = (width, height, seed) =>
  painted([width, height, seed], (x, y, noise) => {
    const [u, v] = [x / width, y / height];
    const fine = noise(x / 5, y / 5);
    if (v < 0.25) return lit([200, 210, 222], 1 + 0.03 * noise(x / 60, y / 30));
    if (v < 0.31) return lit([52, 70, 44], 1 + 0.5 * fine);
    const depth = (v - 0.25) / 0.75;
    const side = (u - 0.55) / depth;
    if (Math.abs(side) > 0.62) return lit([92, 108, 62], 1 + 0.35 * fine + 0.2 * noise(x / 30, y / 30));
    const lane = Math.abs(((side + 0.62) % 0.31) - 0.155) > 0.147 && (1 / depth) % 0.5 < 0.3;
    return lane ? [215, 215, 210] : lit([96, 96, 98], 1 + 0.08 * fine + 0.06 * noise(x / 50, y / 20));
  });

/** A drive before a brick wall, with a lawn. */
export const yard: Backdrop = (width, height, seed) =>
  painted([width, height, seed], (x, y, noise) => {
    const v = y / height;
    const fine = noise(x / 4, y / 4);
    if (v < 0.45) {
      const row = Math.floor(y / 12);
      const joint = y % 12 < 2 || (x + (row % 2) * 16) % 32 < 2;
      return joint
        ? [176, 170, 160]
        : lit([150, 92, 74], 1 + 0.2 * noise(Math.floor(x / 32) * 3, row) + 0.1 * fine);
    }
    if (x < 0.35 * width) return lit([82, 116, 58], 1 + 0.35 * fine);
    return lit([140, 138, 134], 1 + 0.1 * fine + 0.15 * noise(x / 70, y / 50));
  });

/** A room: wall, door, pictures, a wooden floor. */
export const room: Backdrop = (width, height, seed) =>
  painted([width, height, seed], (x, y, noise) => {
    const [u, v] = [x / width, y / height];
    const fine = noise(x / 4, y / 4);
    if (v > 0.62) return lit([140, 104, 70], 1 + 0.12 * noise(x / 90, y / 4) + 0.05 * fine);
    if (u > 0.68 && u < 0.84 && v > 0.12) return lit([108, 84, 62], 1 + 0.06 * fine);
    if (u > 0.12 && u < 0.34 && v > 0.15 && v < 0.4)
      return lit([70, 96, 128], 1 + 0.5 * noise(x / 12, y / 12));
    return lit([186, 180, 166], 1 + 0.04 * fine - 0.2 * u);
  });

function painted(
  [width, height, seed]: readonly [number, number, number],
  colour: (x: number, y: number, noise: (x: number, y: number) => number) => Rgb,
): Picture {
  const picture = new Picture(width, height);
  const noise = fractalNoise(seed);
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++, i++)
      picture.set(i, { colour: colour(x, y, noise), truth: Truth.still }, 1);
  return picture;
}

function house(u: number, v: number, fine: number): Rgb {
  const window = (u * 9) % 1 > 0.55 && (v * 14) % 1 > 0.4;
  return window
    ? lit([62, 72, 84], 1 + 0.2 * fine)
    : lit([170, 150, 128], 1 + 0.1 * fine + 0.1 * Math.sin(u * 20));
}

function road(depth: number, u: number, fine: number): Rgb {
  const line = Math.abs(depth - 0.11) < 0.004 && (u * 8) % 1 < 0.5;
  return line ? [210, 210, 205] : lit([98, 98, 100], 1 + 0.1 * fine);
}

function lit([red, green, blue]: Rgb, light: number): Rgb {
  return [red * light, green * light, blue * light];
}
