import { join } from 'node:path';
import sharp from 'sharp';
import { DEMO_HEIGHT, DEMO_WIDTH, type DemoFigure, type DemoScene, type DemoVisit } from './demo-scene.ts';

/** The edge of a figure fades out over some pixels, or it looks like a paper doll. */
const FEATHER = 2.5;

/** The scene without anybody in it. */
export async function paintStage(scene: DemoScene, photos: string, file: string): Promise<void> {
  const photo = sharp(join(photos, scene.photo));
  const { width, height } = await photo.metadata();
  const [x, y, w, h] = scene.stage;
  const empty = await photo
    .extract(pixels({ x: x * width, y: y * height, width: w * width, height: h * height }))
    .toBuffer({ resolveWithObject: true });
  const full = { width: DEMO_WIDTH + 2 * scene.pan, height: DEMO_HEIGHT };
  const fit = scene.filling === 'mirrored' ? 'cover' : 'fill';
  const wide = scene.filling === 'mirrored' ? await besideItsMirror(empty) : empty.data;
  await sharp(wide)
    .resize({ ...full, fit, position: 'top', kernel: 'cubic' })
    .blur(2.5)
    .toFile(file);
}

async function besideItsMirror({ data, info }: { data: Buffer; info: Size }): Promise<Buffer> {
  const mirrored = await sharp(data).flop().toBuffer();
  return sharp(data)
    .extend({ right: info.width })
    .composite([{ input: mirrored, left: info.width, top: 0 }])
    .png({ compressionLevel: 1 })
    .toBuffer();
}

/** A person without what is around them, as high as they stand in the scene. */
export async function cutOut({ figure, height }: DemoVisit, photos: string, file: string): Promise<void> {
  const photo = sharp(join(photos, figure.photo));
  const size = await photo.metadata();
  const path = figure.outline.map(([x, y]) => `${x * size.width},${y * size.height}`).join(' ');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><rect width="100%" height="100%" fill="#000"/><polygon points="${path}" fill="#fff"/></svg>`;
  const mask = await sharp(Buffer.from(svg)).removeAlpha().blur(FEATHER).extractChannel(0).raw().toBuffer();
  const raw = { width: size.width, height: size.height, channels: 1 } as const;
  const cut = await photo.joinChannel(mask, { raw }).png({ compressionLevel: 1 }).toBuffer();
  await sharp(cut)
    .extract(pixels(boundsOf(figure, size)))
    .resize({ height: Math.round(height * DEMO_HEIGHT) })
    .toFile(file);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function boundsOf({ outline }: DemoFigure, { width, height }: Size): Size & { x: number; y: number } {
  const xs = outline.map(([x]) => x * width);
  const ys = outline.map(([, y]) => y * height);
  const x = Math.max(0, Math.min(...xs) - 3 * FEATHER);
  const y = Math.max(0, Math.min(...ys) - 3 * FEATHER);
  // The lower edge is where the photo or the picture ends: nothing fades there.
  return {
    x,
    y,
    width: Math.min(width, Math.max(...xs) + 3 * FEATHER) - x,
    height: Math.max(...ys) - 2 * FEATHER - y,
  };
}

function pixels({ x, y, width, height }: Size & { readonly x: number; readonly y: number }): {
  left: number;
  top: number;
  width: number;
  height: number;
} {
  return { left: Math.round(x), top: Math.round(y), width: Math.floor(width), height: Math.floor(height) };
}
