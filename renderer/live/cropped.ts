import type { Box } from '../../services/contract/box.ts';

interface Area {
  readonly width: number;
  readonly height: number;
}

const margin = 0.35;
/** No closer than this share of the picture's height: a crop without surroundings tells nothing of the place. */
const closest = 0.45;

/**
 * The part of a picture to show as a thumbnail: the box with a margin, widened to the wanted aspect (width / height), kept
 * inside the picture. In the picture's pixels.
 */
export function cropped(box: Box, picture: Area, aspect: number): Box {
  const boxWidth = box.width * picture.width * (1 + 2 * margin);
  const boxHeight = box.height * picture.height * (1 + 2 * margin);
  const height = Math.min(
    Math.max(boxHeight, boxWidth / aspect, closest * picture.height),
    picture.height,
    picture.width / aspect,
  );
  const width = height * aspect;
  const within = (centre: number, length: number, whole: number) =>
    Math.min(Math.max(centre - length / 2, 0), whole - length);
  return {
    x: within((box.x + box.width / 2) * picture.width, width, picture.width),
    y: within((box.y + box.height / 2) * picture.height, height, picture.height),
    width,
    height,
  };
}
