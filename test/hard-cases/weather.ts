import { seeded } from '../services/vision/motion/moving-scene.ts';
import { fractalNoise } from './noise.ts';
import { type Picture, Truth } from './picture.ts';

/** Streaks of falling rain, brighter than what is behind them; none is seen twice. */
export function rain(picture: Picture, frame: number, drops: number): void {
  const random = seeded(9000 + frame);
  for (let n = 0; n < drops; n++) {
    const near = random() ** 3;
    const length = 14 + 50 * near;
    const [x, y] = [random() * picture.width, random() * picture.height];
    const strength = 0.25 + 0.3 * random();
    streak(picture, { x, y, length, width: 1 + Math.round(2 * near), strength });
  }
}

function streak(
  picture: Picture,
  drop: {
    readonly x: number;
    readonly y: number;
    readonly length: number;
    readonly width: number;
    readonly strength: number;
  },
): void {
  for (let at = 0; at < drop.length; at++)
    for (let side = 0; side < drop.width; side++) {
      const [x, y] = [Math.round(drop.x + 0.15 * at + side), Math.round(drop.y + at)];
      if (x < 0 || x >= picture.width || y < 0 || y >= picture.height) continue;
      blend(picture, y * picture.width + x, { value: 215, share: drop.strength });
    }
}

/** Flakes that sink and drift, each for many frames, near ones larger and faster. */
export function snow(picture: Picture, seconds: number, flakes: number): void {
  const random = seeded(77);
  for (let n = 0; n < flakes; n++) {
    const near = random() ** 2;
    const fall = (90 + 260 * near) * seconds;
    const x = random() * picture.width + 40 * Math.sin(seconds * (0.5 + random()) + n);
    const y = (random() * picture.height + fall) % (picture.height + 20);
    const size = 2 + 6 * near;
    for (let dy = -size; dy <= size; dy++)
      for (let dx = -size; dx <= size; dx++) {
        const [px, py] = [Math.round(x + dx), Math.round(y + dy)];
        if (
          dx * dx + dy * dy > size * size ||
          px < 0 ||
          px >= picture.width ||
          py < 0 ||
          py >= picture.height
        )
          continue;
        blend(picture, py * picture.width + px, { value: 240, share: 0.7 });
      }
  }
}

/** A sensor's noise in the dark: Gaussian, the same in all channels, with coarser grain as denoising leaves it. */
export function grain(picture: Picture, frame: number, levels: number): void {
  const random = seeded(123 + frame * 7);
  const coarse = new Float32Array(Math.ceil(picture.width / 4) * Math.ceil(picture.height / 4)).map(
    () => random() + random() + random() - 1.5,
  );
  const columns = Math.ceil(picture.width / 4);
  for (let y = 0, i = 0; y < picture.height; y++)
    for (let x = 0; x < picture.width; x++, i++) {
      const value = levels * (1.4 * (random() + random() - 1) + (coarse[(y >> 2) * columns + (x >> 2)] ?? 0));
      for (let c = i * 3; c < i * 3 + 3; c++) picture.rgb[c] = (picture.rgb[c] ?? 0) + value;
    }
}

/** The shadows of clouds, soft and slow. */
export class Clouds {
  readonly #noise = fractalNoise(41, 2);

  paint(picture: Picture, seconds: number, depth: number): void {
    for (let y = 0, i = 0; y < picture.height; y++)
      for (let x = 0; x < picture.width; x++, i++)
        picture.light(
          i,
          1 - depth * Math.max(0, Math.min(1, 0.5 + 1.2 * this.#noise((x - 40 * seconds) / 320, y / 240))),
        );
  }
}

/** An insect or a spider before the lens: large, blurred, half transparent. */
export function insect(
  picture: Picture,
  place: { readonly x: number; readonly y: number; readonly size: number },
): void {
  picture.shade({ x: place.x, y: place.y, width: place.size, height: 0.7 * place.size }, 0.45, Truth.still);
  for (const leg of [-1, 0, 1])
    picture.shade(
      {
        x: place.x + leg * 0.3 * place.size,
        y: place.y + 0.4 * place.size,
        width: 0.08 * place.size,
        height: 0.7 * place.size,
      },
      0.6,
      Truth.still,
    );
}

/** Waves that run over a part of the picture and glitter. */
export function ripples(
  picture: Picture,
  seconds: number,
  area: { readonly top: number; readonly bottom: number },
): void {
  for (let y = area.top; y < area.bottom; y++) {
    const scale = 0.4 + (y - area.top) / (area.bottom - area.top);
    for (let x = 0; x < picture.width; x++) {
      const wave =
        Math.sin(x / (9 * scale) + 5 * seconds + 3 * Math.sin(y / (5 * scale) - 2 * seconds)) *
        Math.sin(y / (4 * scale) - 4.1 * seconds + x / 50);
      picture.light(y * picture.width + x, 1 + 0.28 * wave + (wave > 0.85 ? 0.6 : 0));
    }
  }
}

/** What a change of light or of the camera's way of seeing does to each pixel's red, green and blue. */
export function relight(picture: Picture, change: (value: number, grey: number) => number): void {
  const { rgb } = picture;
  for (let i = 0; i < rgb.length; i += 3) {
    const [red, green, blue] = [rgb[i] ?? 0, rgb[i + 1] ?? 0, rgb[i + 2] ?? 0];
    const grey = 0.3 * red + 0.59 * green + 0.11 * blue;
    rgb[i] = change(red, grey);
    rgb[i + 1] = change(green, grey);
    rgb[i + 2] = change(blue, grey);
  }
}

function blend(
  picture: Picture,
  index: number,
  over: { readonly value: number; readonly share: number },
): void {
  for (let c = index * 3; c < index * 3 + 3; c++)
    picture.rgb[c] = (picture.rgb[c] ?? 0) * (1 - over.share) + over.value * over.share;
}
