import type { PixelBox } from '../../../models/pixel-box.ts';

/** A part of a picture, and the size at which the face detector looks at it; both have the same shape. */
export interface FaceView {
  readonly view: PixelBox;
  readonly width: number;
  readonly height: number;
}

interface Look {
  /** Room around the part, as a share of its shorter side: a face that fills the picture is only found with some. */
  readonly border: number;
  /** Longest side of the detector's input, pixels. */
  readonly longest: number;
  /** Pixels are never enlarged more than this. */
  readonly enlarge: number;
}

/**
 * The head and shoulders of somebody: the face is a fifth of them and more. Shown twice as large it costs four times as much,
 * and in the dark fewer are found, since shrinking takes the noise away.
 */
const lookAtHead: Look = { border: 0.15, longest: 160, enlarge: 1.5 };
/** Wider than high, and the face may be a small share of it. */
const lookAtScene: Look = { border: 0.15, longest: 384, enlarge: 2 };
/** Larger than this, and a face that fills the photo is too large for the detectors. */
const lookForLargeFaces: Look = { border: 0.3, longest: 256, enlarge: 2 };
/** Noise hides faces from the larger looks. */
const lookForMiddlingFaces: Look = { border: 0.1, longest: 384, enlarge: 1 };
/** Here an eye of a large face may look like a face, which `FaceReader` sorts out. */
const lookForSmallFaces: Look = { border: 0, longest: 768, enlarge: 1 };
/** Dozens of people in a photo of many pixels: their faces are too small for the look before. */
const lookForCrowds: Look = { border: 0, longest: 1536, enlarge: 1 };

/** How a part of a camera's frame is looked at: once, since the next frame comes soon. */
export function viewsOfRegion(part: PixelBox, sideStep: number): readonly FaceView[] {
  return [faceView(part, part.width > part.height ? lookAtScene : lookAtHead, sideStep)];
}

/** How a photo is looked at: for faces that fill it, for small ones, and for those that only its many pixels show. */
export function viewsOfPhoto(
  photo: { readonly width: number; readonly height: number },
  sideStep: number,
): readonly FaceView[] {
  const whole = { x: 0, y: 0, width: photo.width, height: photo.height };
  const sharp = Math.max(photo.width, photo.height) > 1.25 * lookForSmallFaces.longest;
  const looks = [
    lookForLargeFaces,
    lookForMiddlingFaces,
    lookForSmallFaces,
    ...(sharp ? [lookForCrowds] : []),
  ];
  return looks.map((look) => faceView(whole, look, sideStep));
}

/** The part with its border, grown to the right and to the bottom until the detector's steps fit. */
export function faceView(part: PixelBox, { border, longest, enlarge }: Look, sideStep: number): FaceView {
  const room = border * Math.min(part.width, part.height);
  const width = part.width + 2 * room;
  const height = part.height + 2 * room;
  const scale = Math.min(enlarge, longest / Math.max(width, height));
  const columns = Math.max(1, Math.ceil((width * scale) / sideStep - 0.01)) * sideStep;
  const rows = Math.max(1, Math.ceil((height * scale) / sideStep - 0.01)) * sideStep;
  return {
    view: { x: part.x - room, y: part.y - room, width: columns / scale, height: rows / scale },
    width: columns,
    height: rows,
  };
}
