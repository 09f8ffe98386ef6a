import type { CameraId } from '../../contract/identifiers.ts';
import type { House } from '../house.ts';

/** Every video of a camera goes, kept or not: first the camera's key, so that none can be read, then the files. How many there were. */
export async function eraseRecordings(
  { recorder, store }: Pick<House, 'recorder' | 'store'>,
  cameraId: CameraId,
): Promise<number> {
  await recorder.cut(cameraId);
  const count = await store.clips.forgetCamera(cameraId);
  store.erasure.emptyLog();
  return count;
}
