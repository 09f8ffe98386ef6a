import type { Picture, YuvImage } from './image.ts';
import type { ImageWorkspace } from './image-workspace.ts';

/** Pixels that the kernel of colours reads and writes at a time. */
const VECTOR = 16;

/** Red, green and blue from limited range (16..235, 16..240), in parts of 8192 as the kernel takes them. */
interface Matrix {
  readonly redFromV: number;
  readonly greenFromU: number;
  readonly greenFromV: number;
  readonly blueFromU: number;
}
const BRIGHTNESS = 9539;
const BT_601: Matrix = { redFromV: 13_075, greenFromU: 3209, greenFromV: 6660, blueFromU: 16_525 };
const BT_709: Matrix = { redFromV: 14_686, greenFromU: 1747, greenFromV: 4366, blueFromU: 17_305 };

/**
 * Some columns of a picture, laid into the workspace as RGB bytes a few rows at a time.
 *
 * A camera's raw picture does not say which matrix its colours were made with; like every player, those of 720 lines and
 * more are taken for ITU-R BT.709, smaller ones for BT.601.
 */
export class PictureRows {
  /** The first column, an even one: where chroma begins. */
  readonly x: number;
  readonly width: number;
  readonly #workspace: ImageWorkspace;
  readonly #picture: Picture;
  readonly #rows: number;
  readonly #luma: number;
  readonly #u: number;
  readonly #v: number;

  /** Columns from `x` to before `end`, of which at most `rows` rows are laid at a time. */
  constructor(
    workspace: ImageWorkspace,
    picture: Picture,
    part: { readonly x: number; readonly end: number; readonly rows: number },
  ) {
    this.x = part.x - (part.x % 2);
    this.width = Math.max(1, part.end - this.x);
    this.#workspace = workspace;
    this.#picture = picture;
    // The kernels that read pairs of rows read one more.
    this.#rows = workspace.take((part.rows + 1) * 3 * this.width + 3 * VECTOR);
    const planes = 'y' in picture;
    this.#luma = workspace.take(planes ? part.rows * picture.width : 0);
    const chroma = planes ? ((part.rows >> 1) + 1) * chromaWidth(picture) : 0;
    this.#u = workspace.take(chroma);
    this.#v = workspace.take(chroma);
  }

  /** Bytes from one row to the next. */
  get stride(): number {
    return 3 * this.width;
  }

  /** Lays rows from `y` on. Gives where the first begins. */
  lay(y: number, rows: number): number {
    const picture = this.#picture;
    if ('y' in picture) this.#convert(picture, y, rows);
    else {
      const { stride } = this;
      const target = this.#workspace.bytes(this.#rows, rows * stride);
      for (let row = 0; row < rows; row += 1) {
        const from = ((y + row) * picture.width + this.x) * 3;
        target.set(picture.data.subarray(from, from + stride), row * stride);
      }
    }
    return this.#rows;
  }

  #convert(picture: YuvImage, y: number, rows: number): void {
    const { kernels } = this.#workspace;
    const { redFromV, greenFromU, greenFromV, blueFromU } = picture.height >= 720 ? BT_709 : BT_601;
    const width = chromaWidth(picture);
    const first = y >> 1;
    const last = (y + rows - 1) >> 1;
    // Whole rows, in one go each plane: that is quicker than piece by piece, even where only a fifth of them is needed.
    this.#copy(picture.y.subarray(y * picture.width, (y + rows) * picture.width), this.#luma);
    this.#copy(picture.u.subarray(first * width, (last + 1) * width), this.#u);
    this.#copy(picture.v.subarray(first * width, (last + 1) * width), this.#v);
    for (let row = 0; row < rows; row += 1) {
      const colour = (((y + row) >> 1) - first) * width + (this.x >> 1);
      kernels.toRgb(
        this.#luma + row * picture.width + this.x,
        this.#u + colour,
        this.#v + colour,
        this.width,
        BRIGHTNESS,
        redFromV,
        greenFromU,
        greenFromV,
        blueFromU,
        this.#rows + row * this.stride,
      );
    }
  }

  #copy(plane: Uint8Array, to: number): void {
    this.#workspace.bytes(to, plane.length).set(plane);
  }
}

function chromaWidth({ width }: Picture): number {
  return (width + 1) >> 1;
}
