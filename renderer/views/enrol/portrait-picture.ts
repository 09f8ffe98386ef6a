import type { PortraitView } from '../../../services/contract/person.ts';

const edge = 192;
/** The head around the face. */
const margin = 1.5;

type FaceBox = NonNullable<PortraitView['box']>;

/** The square around a face, within a picture of this size, in its pixels. */
export function squareAround(box: FaceBox, width: number, height: number) {
  const size = Math.min(Math.max(box.width * width, box.height * height) * margin, width, height);
  const within = (middle: number, most: number) => Math.min(Math.max(0, middle - size / 2), most - size);
  return {
    left: within((box.x + box.width / 2) * width, width),
    top: within((box.y + box.height / 2) * height, height),
    size,
  };
}

/** The face that is in the live picture now, as in a mirror. It stays in the page's memory. */
export function portraitOf(live: HTMLCanvasElement, box: FaceBox): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = edge;
  canvas.height = edge;
  const { left, top, size } = squareAround(box, live.width, live.height);
  const context = canvas.getContext('2d');
  context?.setTransform(-1, 0, 0, 1, edge, 0);
  context?.drawImage(live, left, top, size, size, 0, 0, edge, edge);
  return canvas;
}
