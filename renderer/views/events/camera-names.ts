import { useHealth } from '../../house/health.ts';

/** The name of a camera by its id; the id itself when the camera is not in the house any more. */
export function useCameraName(): (cameraId: string) => string {
  const cameras = useHealth()?.cameras ?? [];
  return (cameraId) => cameras.find((camera) => camera.id === cameraId)?.name ?? cameraId;
}
