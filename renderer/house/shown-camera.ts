import type { CameraView } from '../../services/contract/camera.ts';
import type { TranscriptEntry } from '../../services/contract/voice.ts';
import { goTo } from '../route.ts';

/** "Computer, show the garden": brings the camera that was asked for to the front. */
export function showCameraOf(entry: TranscriptEntry, cameras: readonly CameraView[]): void {
  if (entry.intent?.name !== 'LaresShowCamera' || entry.outcome === 'not_understood') return;
  const wanted = entry.intent.slots.camera?.toLowerCase();
  const camera = cameras.find((each) => each.id === wanted || each.name.toLowerCase() === wanted);
  if (camera !== undefined) goTo({ screen: 'camera', cameraId: camera.id });
}
