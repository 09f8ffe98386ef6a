import type { VisionCalls, VisionConfiguration } from '../contract/vision-process.ts';
import type { House } from './house.ts';

/** What vision can be told of the house. */
type Orders = Pick<
  VisionCalls,
  'configure' | 'setGallery' | 'setWatched' | 'setRecorded' | 'setTuned' | 'setPortrait'
>;

/** Everything that a vision process has to know when it begins. */
export async function greetVision(house: House, vision: Orders): Promise<void> {
  await vision.configure(visionConfiguration(house));
  await vision.setGallery(house.people.gallery());
  await vision.setWatched(house.live.watchedCameras());
  await vision.setRecorded(house.recorder.wishes());
  await vision.setTuned(house.tuning.tuned());
  await vision.setPortrait(house.portraits.cameraId);
}

/** Tells it what changes from then on. */
export function keepVisionTold(house: House, tell: (work: (vision: Orders) => Promise<void>) => void): void {
  house.people.changed.listen(() => {
    tell((vision) => vision.setGallery(house.people.gallery()));
  });
  house.live.watched.listen((watched) => {
    tell((vision) => vision.setWatched(watched));
  });
  house.recorder.wished.listen((wishes) => {
    tell((vision) => vision.setRecorded(wishes));
  });
  house.tuning.changed.listen((tuned) => {
    tell((vision) => vision.setTuned(tuned));
  });
  house.portraits.wished.listen(({ cameraId }) => {
    tell((vision) => vision.setPortrait(cameraId));
  });
}

export function visionConfiguration(house: House): VisionConfiguration {
  return { cameras: house.cameras.list(), vision: house.settings.get().vision };
}
