/** What the ground truth calls a pixel, as CDnet does. */
export const Truth = { still: 0, shadow: 50, unknown: 170, moving: 255 } as const;

export type Rgb = readonly [number, number, number];

/** Brightness 0..1 added to a shape's colour at a place relative to the shape, so that things have texture of their own. */
export type Texture = (x: number, y: number) => number;

export interface Paint {
  readonly colour: Rgb;
  /** Null leaves the ground truth as it is. */
  readonly truth: number | null;
  readonly texture?: Texture;
}

/** A picture that is painted upon, with its ground truth. RGB, 8 bits, row by row. */
export class Picture {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8ClampedArray;
  readonly truth: Uint8Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.rgb = new Uint8ClampedArray(width * height * 3);
    this.truth = new Uint8Array(width * height);
  }

  /** Starts again from a background of the same size, where nothing moves. */
  reset(background: Picture): void {
    this.rgb.set(background.rgb);
    this.truth.set(background.truth);
  }

  /** The same as another, `x` pixels to the left and `y` up, as a camera that turned shows it. */
  crop(from: Picture, x: number, y: number): void {
    for (let row = 0; row < this.height; row++) {
      const at = (row + y) * from.width + x;
      this.rgb.set(from.rgb.subarray(at * 3, (at + this.width) * 3), row * this.width * 3);
      this.truth.set(from.truth.subarray(at, at + this.width), row * this.width);
    }
  }

  set(index: number, paint: Paint, light: number): void {
    const [red, green, blue] = paint.colour;
    this.rgb[index * 3] = red * light;
    this.rgb[index * 3 + 1] = green * light;
    this.rgb[index * 3 + 2] = blue * light;
    if (paint.truth !== null) this.truth[index] = paint.truth;
  }

  /** Fills the pixels of a rectangle for which `holds(x, y)`, both relative to its centre in -1..1. */
  fill(
    area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    paint: Paint,
    holds: (x: number, y: number) => boolean = () => true,
  ): void {
    const left = Math.max(Math.round(area.x - area.width / 2), 0);
    const right = Math.min(Math.round(area.x + area.width / 2), this.width);
    const top = Math.max(Math.round(area.y - area.height / 2), 0);
    const bottom = Math.min(Math.round(area.y + area.height / 2), this.height);
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) {
        const [dx, dy] = [x - area.x, y - area.y];
        if (!holds((2 * dx) / area.width, (2 * dy) / area.height)) continue;
        this.set(y * this.width + x, paint, 1 + (paint.texture?.(dx, dy) ?? 0));
      }
  }

  ellipse(
    area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    paint: Paint,
  ): void {
    this.fill(area, paint, (x, y) => x * x + y * y <= 1);
  }

  /** A thick line, such as a limb or a branch. */
  line(
    from: readonly [number, number],
    to: readonly [number, number],
    pen: Paint & { readonly width: number },
  ): void {
    const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
    for (let at = 0; at <= length; at += Math.max(pen.width / 4, 0.5)) {
      const share = length === 0 ? 0 : at / length;
      const [x, y] = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
      this.ellipse({ x, y, width: pen.width, height: pen.width }, pen);
    }
  }

  /** Makes an area darker or lighter; what was still becomes `truth`, what moves stays so. */
  shade(
    area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    factor: number,
    truth: number,
  ): void {
    const left = Math.max(Math.round(area.x - area.width / 2), 0);
    const right = Math.min(Math.round(area.x + area.width / 2), this.width);
    const top = Math.max(Math.round(area.y - area.height / 2), 0);
    const bottom = Math.min(Math.round(area.y + area.height / 2), this.height);
    for (let y = top; y < bottom; y++)
      for (let x = left; x < right; x++) {
        const [dx, dy] = [(2 * (x - area.x)) / area.width, (2 * (y - area.y)) / area.height];
        const far = dx * dx + dy * dy;
        if (far > 1) continue;
        const soft = far > 0.7 ? factor + ((1 - factor) * (far - 0.7)) / 0.3 : factor;
        this.light(y * this.width + x, soft);
        if (this.truth[y * this.width + x] === Truth.still && far < 0.9)
          this.truth[y * this.width + x] = truth;
      }
  }

  /** Multiplies one pixel. */
  light(index: number, factor: number): void {
    for (let c = index * 3; c < index * 3 + 3; c++) this.rgb[c] = (this.rgb[c] ?? 0) * factor;
  }
}
