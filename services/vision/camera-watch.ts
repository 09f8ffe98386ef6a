import type { CameraSettings, CameraState } from '../contract/camera.ts';
import type { LiveTracks } from '../contract/event.ts';
import type { VisionSettings } from '../contract/settings.ts';
import type { VisionNews } from '../contract/vision-process.ts';
import type { CameraThread } from './camera-thread.ts';
import type { FaceSearch } from './face-search.ts';
import type { Frame } from './frames.ts';
import type { Identify } from './identity-votes.ts';
import { MotionDetector } from './motion.ts';
import type { ObjectSearch } from './object-search.ts';
import { type Seen, watch } from './pipeline.ts';
import { Tracker, type VisitNews } from './tracks.ts';

/** A camera may be lost for this long before its visits end. */
const VISITS_OUTLIVE_CAMERA_MS = 5000;

export interface WatchParts {
  readonly cameras: CameraThread;
  readonly objects: ObjectSearch;
  readonly faces: FaceSearch;
  readonly identify: Identify;
  readonly news: VisionNews;
  /** Whether somebody looks at the live picture, and has got the last one. */
  readonly wantsPicture: (camera: CameraSettings) => boolean;
}

/** One camera being watched, from its start to `stop`. */
export class CameraWatch {
  readonly settings: CameraSettings;
  readonly #parts: WatchParts;
  readonly #tracks: Tracker;
  readonly #over = new AbortController();
  readonly #done: Promise<void>;
  #encoding = false;
  #quiet = true;
  #endVisits: NodeJS.Timeout | undefined;

  constructor(settings: CameraSettings, vision: VisionSettings, parts: WatchParts) {
    this.settings = settings;
    this.#parts = parts;
    this.#tracks = new Tracker({ cameraId: settings.id });
    this.#done = watch({
      frames: parts.cameras.frames(settings, {
        framesPerSecond: vision.framesPerSecond,
        signal: this.#over.signal,
        onState: (state) => {
          this.#report(state);
        },
      }),
      motion: new MotionDetector({ sensitivity: vision.motionSensitivity }),
      tracks: this.#tracks,
      tell: (seen) => this.#tell(seen),
      objects: parts.objects,
      faces: parts.faces,
      identify: parts.identify,
    });
  }

  /** Ends within a second; visits that go on end with it. */
  async stop(): Promise<void> {
    this.#over.abort();
    await this.#done;
    clearTimeout(this.#endVisits);
    await this.#tellVisits(this.#tracks.end(), null);
  }

  /** The known people changed. */
  async identifyAgain(): Promise<void> {
    await this.#tellVisits(this.#tracks.identifyAgain(this.#parts.identify), null);
  }

  #report(state: CameraState): void {
    this.#parts.news.cameraChanged(this.settings.id, state);
    if (state.kind === 'live') {
      clearTimeout(this.#endVisits);
      this.#endVisits = undefined;
    }
    if (state.kind !== 'lost') return;
    this.#endVisits ??= setTimeout(() => {
      void this.#tellVisits(this.#tracks.end(), null);
    }, VISITS_OUTLIVE_CAMERA_MS);
  }

  async #tell({ frame, motion, visits, tracks }: Seen): Promise<void> {
    await this.#tellVisits(visits, frame);
    this.#tellTracks({ cameraId: this.settings.id, atMs: frame.atMs, tracks, motion });
    if (!this.#encoding && this.#parts.wantsPicture(this.settings)) void this.#tellPicture(frame);
  }

  /** That nothing is there is told once. */
  #tellTracks(seen: LiveTracks): void {
    const quiet = seen.tracks.length === 0 && seen.motion.length === 0;
    if (!quiet || !this.#quiet) this.#parts.news.tracksSeen(seen);
    this.#quiet = quiet;
  }

  async #tellVisits(visits: readonly VisitNews[], frame: Frame | null): Promise<void> {
    for (const { change, event, picture, face } of visits) {
      const snapshot = picture && frame !== null ? { snapshot: await frame.jpeg() } : {};
      const visit = { event, ...snapshot, ...(face === null ? {} : { face }) };
      if (change === 'began') this.#parts.news.visitBegan(visit);
      else if (change === 'updated') this.#parts.news.visitUpdated(visit);
      else this.#parts.news.visitEnded(visit);
    }
  }

  async #tellPicture(frame: Frame): Promise<void> {
    this.#encoding = true;
    try {
      this.#parts.news.pictureSeen(this.settings.id, await frame.jpeg());
    } finally {
      this.#encoding = false;
    }
  }
}
