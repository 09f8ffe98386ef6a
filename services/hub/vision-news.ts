import type { VisionNews } from '../contract/vision-process.ts';
import type { House } from './house.ts';

/** What was seen: vision news → events → store → signals. */
export function visionNews(house: House): VisionNews {
  const { cameras, events, live, notices, portraits, reEnrolment, tracks, tuning } = house;
  return {
    cameraChanged: (id, state) => {
      cameras.stateChanged(id, state);
    },
    tracksSeen: (seen) => {
      tracks.send(seen);
    },
    visitBegan: (visit) => {
      events.began(visit);
    },
    visitUpdated: (visit) => {
      events.updated(visit);
    },
    visitEnded: (visit) => {
      events.ended(visit);
    },
    motionSeen: (view) => {
      tuning.motionSeen(view);
    },
    pictureSeen: (id, picture) => {
      live.pictureSeen(id, picture);
    },
    embedderKnown: (modelId) => {
      reEnrolment.embedderKnown(modelId);
    },
    portraitSeen: (id, view, taken) => {
      portraits.portraitSeen(id, view, taken);
    },
    troubled: (notice) => {
      if (notice === null) notices.clearAll('vision:');
      else notices.raise({ ...notice, id: `vision:${notice.id}`, severity: 'error' });
    },
  };
}
