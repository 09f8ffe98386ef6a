import { cut } from './cut.ts';
import type { Picture, RgbImage } from './image.ts';
import { installedNetwork } from './packs.ts';
import type { PixelBox } from './pixel-box.ts';
import { toPlanes } from './planes.ts';
import { Session } from './session.ts';

const side = 80;
/** How much of the picture around the box of the face each network was trained with, as a multiple of the box. */
const nearScale = 2.7;
const wideScale = 4;
/** Of the three classes the one of living faces; the others are pictures on paper and on screens. */
const livingClass = 1;

/**
 * Tells a living face from a picture of one by what surrounds it and by its texture: MiniFASNetV2 and MiniFASNetV1SE, averaged
 * as their makers do (https://github.com/minivision-ai/Silent-Face-Anti-Spoofing). A hint, not a lock: nobody published how
 * often they err on cameras like these.
 */
export class FaceLiveness {
  readonly #near: Session;
  readonly #wide: Session;

  private constructor(near: Session, wide: Session) {
    this.#near = near;
    this.#wide = wide;
  }

  /** Null when the networks, which are of the standard pack, are not there: Lares does without. */
  static async open(models: string): Promise<FaceLiveness | null> {
    const near = await installedNetwork(models, 'liveness-near');
    const wide = await installedNetwork(models, 'liveness-wide');
    if (near === null || wide === null) return null;
    return new FaceLiveness(await Session.open(near.path), await Session.open(wide.path));
  }

  /** How sure it is that the face in `box` (forehead to chin, pixels) lives, 0..1. */
  async score(image: Picture, box: PixelBox): Promise<number> {
    const near = await look(this.#near, cutAround(image, box, nearScale));
    const wide = await look(this.#wide, cutAround(image, box, wideScale));
    return (near + wide) / 2;
  }

  async close(): Promise<void> {
    await this.#near.close();
    await this.#wide.close();
  }
}

async function look(session: Session, view: RgbImage): Promise<number> {
  const { data } = (await session.run({ input: toPlanes([view], { order: 'bgr' }) })).floats('output');
  return probabilityOf(data, livingClass);
}

function cutAround(image: Picture, box: PixelBox, scale: number): RgbImage {
  return cut(image, surroundings(box, scale, image), { width: side, height: side });
}

/**
 * The box, `scale` times as large, as the networks were trained: less where the picture is too small for that, and moved
 * into the picture where it reaches out of it.
 */
export function surroundings(
  box: PixelBox,
  scale: number,
  image: { readonly width: number; readonly height: number },
): PixelBox {
  const fitting = Math.min(scale, image.width / box.width, image.height / box.height);
  const width = box.width * fitting;
  const height = box.height * fitting;
  return {
    x: within(box.x + (box.width - width) / 2, image.width - width),
    y: within(box.y + (box.height - height) / 2, image.height - height),
    width,
    height,
  };
}

/** Softmax: the share of one class. */
export function probabilityOf(logits: Float32Array, index: number): number {
  const most = Math.max(...logits);
  const powers = Array.from(logits, (logit) => Math.exp(logit - most));
  return (powers[index] ?? 0) / powers.reduce((sum, power) => sum + power, 0);
}

function within(start: number, most: number): number {
  return Math.min(Math.max(start, 0), Math.max(most, 0));
}
