import type { Point } from '../../services/contract/zone.ts';
import type { Size } from '../parts/element-size.ts';

/** The outlines of a camera's privacy zones, in fractions of the picture: `CameraView.privacy`. */
export type Privacy = readonly (readonly Point[])[];

/**
 * Blackens the privacy zones on a canvas, in the same breath in which the picture is drawn on it: the canvas never shows
 * what is private, nor can it be read from it. An outline of a few pixels covers the coded edge as well.
 */
export function coverPrivacy(
  context: CanvasRenderingContext2D,
  privacy: Privacy,
  { width, height }: Size,
): void {
  if (privacy.length === 0) return;
  context.fillStyle = '#000';
  context.strokeStyle = '#000';
  context.lineJoin = 'round';
  context.lineWidth = Math.max(2, width / 200);
  for (const polygon of privacy) {
    context.beginPath();
    for (const { x, y } of polygon) context.lineTo(x * width, y * height);
    context.closePath();
    context.fill('evenodd');
    context.stroke();
  }
}
