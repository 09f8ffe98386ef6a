import type { CameraSettings } from '../../contract/camera.ts';
import type { LiveWish } from '../../contract/live.ts';
import type { StreamName, Watched } from '../../contract/video.ts';

/** What a page gets that wishes so: never a stream that the camera does not have. Stills come from the cheapest stream. */
export function watchedOf(camera: CameraSettings, { stream, as }: LiveWish): Watched {
  return { cameraId: camera.id, stream: streamOf(camera, as === 'stills' ? 'sub' : stream), as };
}

function streamOf({ subAddress, roles }: CameraSettings, wanted: LiveWish['stream']): StreamName {
  const name = wanted === 'auto' ? roles.live : wanted;
  return name === 'sub' && subAddress !== '' ? 'sub' : 'main';
}
