import type { Box } from '../../services/contract/box.ts';

interface Area {
  readonly width: number;
  readonly height: number;
}

/**
 * Where a box of the picture (0..1) is inside an element that shows the whole picture, centred (`object-fit: contain`).
 * The result is in the element's pixels.
 */
export function fitted(box: Box, picture: Area, element: Area): Box {
  const scale = Math.min(element.width / picture.width, element.height / picture.height);
  const left = (element.width - picture.width * scale) / 2;
  const top = (element.height - picture.height * scale) / 2;
  return {
    x: left + box.x * picture.width * scale,
    y: top + box.y * picture.height * scale,
    width: box.width * picture.width * scale,
    height: box.height * picture.height * scale,
  };
}
