import type { CameraView } from '../../services/contract/camera.ts';
import type { Showing, StreamName } from '../../services/contract/video.ts';

/** How a camera is shown: which stream, in which showing, and why not as one would wish. */
export interface LivePlan {
  readonly stream: StreamName;
  readonly as: Showing;
  /** The codec of the camera's stream that this browser can't show; null while it can. */
  readonly unplayable: string | null;
}

/** A small stream has 360 lines or a bit more: shown larger than this, it looks blurred. */
const smallSufficesPx = 400;
/** Once small, it stays so up to here, so that a window that is being resized does not go back and forth. */
const smallStaysPx = 460;

interface Place {
  /** Of the picture on the screen, in the device's pixels. */
  readonly heightPx: number;
  readonly before: StreamName | null;
}

/** The stream for a place on the page, unless the owner chose one. */
export function streamFor(camera: Pick<CameraView, 'hasSub' | 'liveStream'>, place: Place): StreamName {
  if (!camera.hasSub) return 'main';
  if (camera.liveStream !== 'auto') return camera.liveStream;
  return place.heightPx <= (place.before === 'sub' ? smallStaysPx : smallSufficesPx) ? 'sub' : 'main';
}

/**
 * What to try after this browser could not show a plan's codec: the camera's small stream, which is H.264 more often; then
 * video that Lares made H.264, of the smaller stream, since that costs the hub least; then stills, which every browser shows.
 */
export function planAfter(plan: LivePlan, codec: string, hasSub: boolean): LivePlan {
  const unplayable = plan.unplayable ?? codec;
  if (plan.as === 'video' && plan.stream === 'main' && hasSub)
    return { stream: 'sub', as: 'video', unplayable };
  if (plan.as === 'video') return { stream: hasSub ? 'sub' : 'main', as: 'transcoded', unplayable };
  return { stream: plan.stream, as: 'stills', unplayable };
}
