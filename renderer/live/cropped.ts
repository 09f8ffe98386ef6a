import type { Box } from '../../services/contract/box.ts';

interface Area {
  readonly width: number;
  readonly height: number;
}

/** How much surroundings belong to what is shown, as a share of it. */
const margin = 0.2;
/** No closer than this share of the picture's height: a crop without surroundings tells nothing of the place. */
const closest = 0.3;
/** Of somebody who stands, the upper part is shown: that is where one knows them by. */
const upperPart = 0.6;

/**
 * The part of a picture to show as a thumbnail: what is in the box with a margin, widened to the wanted aspect
 * (width / height), kept inside the picture. In the picture's pixels.
 */
export function cropped(box: Box, picture: Area, aspect: number): Box {
  const boxWidth = box.width * picture.width;
  const upright = box.height * picture.height > boxWidth * 1.5;
  const boxHeight = box.height * picture.height * (upright ? upperPart : 1);
  const height = Math.min(
    Math.max(boxHeight * (1 + 2 * margin), (boxWidth / aspect) * (1 + 2 * margin), closest * picture.height),
    picture.height,
    picture.width / aspect,
  );
  const width = height * aspect;
  const within = (centre: number, length: number, whole: number) =>
    Math.min(Math.max(centre - length / 2, 0), whole - length);
  return {
    x: within(box.x * picture.width + boxWidth / 2, width, picture.width),
    y: within(box.y * picture.height + boxHeight / 2, height, picture.height),
    width,
    height,
  };
}
