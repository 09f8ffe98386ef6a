import type { CameraView } from '../../../services/contract/camera.ts';
import type { PictureSize } from '../../live/flow.ts';

const usual = 16 / 9;

/**
 * The shape of a camera's picture, width by height: of the one that is shown, or else as Lares looks at it. In thousandths, so
 * that two streams of one camera that differ by a pixel are of one shape.
 */
export function aspectOf({ state }: Pick<CameraView, 'state'>, shown?: PictureSize): number {
  const { width, height } = shown ?? (state.kind === 'live' ? state : { width: usual, height: 1 });
  return width > 0 && height > 0 ? Math.round((width / height) * 1000) / 1000 : usual;
}
