import type { CameraSettings } from '../../contract/camera.ts';
import type { CameraId } from '../../contract/identifiers.ts';
import type { CameraDays, Retention } from '../../contract/retention.ts';
import type { HeldClip } from '../../store/retention.ts';

/** How many days video is kept: as the owner set it for the house, and for single cameras. */
export class KeptDays {
  readonly #house: Retention;
  readonly #cameras: ReadonlyMap<CameraId, CameraDays>;

  constructor(house: Retention, cameras: readonly Pick<CameraSettings, 'id' | 'recording'>[]) {
    this.#house = house;
    this.#cameras = new Map(cameras.map(({ id, recording }) => [id, recording.days ?? {}]));
  }

  of(clip: Pick<HeldClip, 'cameraId' | 'kind' | 'shows' | 'isNamed'>): number {
    const { clipDays, continuousDays, namedDays } = this.#house;
    const own = this.#cameras.get(clip.cameraId);
    const byVisit = clip.shows.map((label) => own?.clips ?? clipDays[label]);
    // A recording of a visit that is not there any more.
    if (clip.kind === 'event' && byVisit.length === 0) byVisit.push(own?.clips ?? clipDays.person);
    const always = clip.kind === 'continuous' ? (own?.continuous ?? continuousDays) : 0;
    return Math.max(always, clip.isNamed ? namedDays : 0, ...byVisit);
  }

  /** No video is kept for less. */
  get fewest(): number {
    const { clipDays, continuousDays } = this.#house;
    const own = [...this.#cameras.values()].flatMap(({ clips, continuous }) => [
      clips ?? continuousDays,
      continuous ?? continuousDays,
    ]);
    return Math.min(continuousDays, ...Object.values(clipDays), ...own);
  }
}
