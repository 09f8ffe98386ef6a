import { isDeepStrictEqual } from 'node:util';
import type { FaceLiveness } from '../../models/face-liveness.ts';
import type { Box } from '../contract/box.ts';
import type { CameraSettings, CameraState } from '../contract/camera.ts';
import type { LiveTracks } from '../contract/event.ts';
import type { CameraId } from '../contract/identifiers.ts';
import type { VisionSettings } from '../contract/settings.ts';
import type { VisionNews } from '../contract/vision-process.ts';
import type { RecordingWish, StreamName, Watched } from '../contract/video.ts';
import type { CameraLine } from './camera/camera-line.ts';
import { detectingStream } from './camera/camera.ts';
import type { CameraThread } from './camera/camera-thread.ts';
import { CameraZones } from './zones/camera-zones.ts';
import { CloseUp } from './camera/close-up.ts';
import { FaceSearch } from './faces/face-search.ts';
import type { FaceReader } from './faces/faces.ts';
import type { Frame } from './frames.ts';
import type { Hardware } from './camera/hardware.ts';
import type { Identify } from './faces/identity-votes.ts';
import { Liveness } from './faces/liveness.ts';
import { type Motion, MotionDetector } from './motion/motion.ts';
import type { ObjectSearch } from './object-search.ts';
import { type Seen, watch } from './pipeline.ts';
import { Portrait } from './faces/portrait.ts';
import { Stills } from './stills.ts';
import { Tracker, type VisitNews } from './tracks/tracks.ts';
import type { TapWatch } from './camera/video-tap.ts';
import { VisitLiveness } from './faces/visit-liveness.ts';

/** A camera may be lost for this long before its visits end. */
const VISITS_OUTLIVE_CAMERA_MS = 5000;

export interface WatchParts {
  readonly cameras: CameraThread;
  readonly objects: ObjectSearch;
  /** Null while there is none, and where nobody is to be recognised. */
  readonly faces: () => FaceReader | null;
  /** The same for those who want to be enrolled. */
  readonly enrolling: () => FaceReader | null;
  /** The networks that tell a living face, where they are installed. */
  readonly liveness: () => Pick<FaceLiveness, 'score'> | null;
  readonly identify: Identify;
  readonly hardware: Hardware | null;
  readonly news: VisionNews;
  /** Whether the hub keeps up with what it is told. */
  readonly hasRoom: () => boolean;
}

/** One camera being watched, from its start to `stop`. */
export class CameraWatch {
  #settings: CameraSettings;
  readonly #parts: WatchParts;
  readonly #zones: CameraZones;
  readonly #motion: MotionDetector;
  readonly #tracks: Tracker;
  readonly #over = new AbortController();
  readonly #done: Promise<void>;
  readonly #line: CameraLine;
  readonly #closeUp: CloseUp;
  readonly #stills: Stills;
  readonly #liveness: Liveness;
  readonly #lives: VisitLiveness;
  #portrait: Portrait | null = null;
  #quiet = true;
  #tuned = false;
  #endVisits: NodeJS.Timeout | undefined;

  constructor(settings: CameraSettings, vision: VisionSettings, parts: WatchParts) {
    this.#settings = settings;
    this.#parts = parts;
    this.#tracks = new Tracker({ cameraId: settings.id });
    this.#zones = new CameraZones(settings, vision.motionSensitivity);
    this.#motion = new MotionDetector({ sensitivity: vision.motionSensitivity });
    this.#line = parts.cameras.open(settings, {
      framesPerSecond: vision.framesPerSecond,
      hardware: parts.hardware,
      signal: this.#over.signal,
      onState: (state) => {
        this.#report(state);
      },
      blacken: (frame) => {
        this.#zones.blacken(frame);
      },
    });
    this.#stills = new Stills(parts, settings.id);
    this.#liveness = new Liveness(parts.liveness);
    this.#lives = new VisitLiveness(this.#liveness);
    const hasCloser = detectingStream(settings) === 'sub';
    this.#closeUp = new CloseUp(() => (hasCloser ? this.#line.moment() : Promise.resolve(null)));
    this.#done = watch({
      frames: this.#line.frames(),
      zones: this.#zones,
      rests: (rests) => {
        this.#line.moved(!rests || this.#tuned || this.#portrait !== null);
      },
      motion: this.#motion,
      tracks: this.#tracks,
      tell: (seen) => this.#tell(seen),
      objects: parts.objects,
      faces: new FaceSearch(parts.faces, (frame) => this.#closeUp.of(frame), this.#liveness),
      identify: parts.identify,
    });
  }

  get id(): CameraId {
    return this.#settings.id;
  }

  /** When the newest picture came that was looked at; null before the first. */
  get newestAtMs(): number | null {
    return this.#line.newestAtMs;
  }

  /** Whether `use` suffices for these settings: they differ in no more than what was drawn, the sensitivity and the names. */
  serves(settings: CameraSettings): boolean {
    return isDeepStrictEqual(streamOf(settings), streamOf(this.#settings));
  }

  /** Other zones hold from the next frame on; the camera's streams go on, and what was learnt of its scene stays. */
  use(settings: CameraSettings): void {
    if (isDeepStrictEqual(settings, this.#settings)) return;
    this.#settings = settings;
    this.#zones.use(settings);
    this.#closeUp.forget();
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

  /** Who looks at this camera, and how. */
  watch(watched: readonly Watched[]): void {
    const mine = watched.filter(({ cameraId }) => cameraId === this.id);
    const of = (stream: StreamName): TapWatch => ({
      video: mine.some((one) => one.stream === stream && one.as === 'video'),
      transcoded: mine.some((one) => one.stream === stream && one.as === 'transcoded'),
    });
    this.#stills.wanted = mine.some(({ as }) => as === 'stills');
    this.#line.watch({ main: of('main'), sub: of('sub') });
  }

  /** What is to be recorded of all cameras. */
  record(wishes: readonly RecordingWish[]): void {
    this.#line.record(wishes.find(({ cameraId }) => cameraId === this.id) ?? null);
  }

  /** Somebody looks into the motion detector: every frame is looked at and told. */
  tune(tuned: boolean): void {
    this.#tuned = tuned;
  }

  /** Somebody stands before this camera to be enrolled, or no longer: each time anew. The camera does not rest meanwhile. */
  portray(portrayed: boolean): void {
    if (portrayed === (this.#portrait !== null)) return;
    this.#portrait = portrayed ? this.#newPortrait() : null;
  }

  /** What an earlier one still reads when this one begins is told no more. */
  #newPortrait(): Portrait {
    const portrait = new Portrait({
      reader: this.#parts.enrolling,
      closer: (frame) => this.#closeUp.of(frame),
      liveness: this.#liveness,
      tell: (view, taken) => {
        if (this.#portrait === portrait) this.#parts.news.portraitSeen(this.id, view, taken);
      },
    });
    return portrait;
  }

  #report(state: CameraState): void {
    this.#parts.news.cameraChanged(this.id, state);
    if (state.kind === 'live') {
      clearTimeout(this.#endVisits);
      this.#endVisits = undefined;
    }
    if (state.kind !== 'lost') return;
    this.#endVisits ??= setTimeout(() => {
      void this.#tellVisits(this.#tracks.end(), null);
    }, VISITS_OUTLIVE_CAMERA_MS);
  }

  async #tell({ frame, detected, motion, visits, tracks }: Seen): Promise<void> {
    if (this.#tuned) this.#tellMotion(frame.atMs, detected, motion);
    this.#lives.note(tracks, frame.atMs);
    await this.#tellVisits(visits, frame);
    this.#tellTracks({ cameraId: this.id, atMs: frame.atMs, tracks, motion });
    void this.#stills.see(frame);
    await this.#portrait?.see(frame);
  }

  #tellMotion(atMs: number, { scene, changed: score }: Motion, boxes: readonly Box[]): void {
    if (!this.#parts.hasRoom()) return;
    const { light } = this.#zones;
    const seen = { cameraId: this.id, atMs, scene, light, score, boxes };
    this.#parts.news.motionSeen({ ...seen, mask: this.#motion.mask() });
  }

  /** That nothing is there is told once. */
  #tellTracks(seen: LiveTracks): void {
    const quiet = seen.tracks.length === 0 && seen.motion.length === 0;
    if (!quiet || !this.#quiet) this.#parts.news.tracksSeen(seen);
    this.#quiet = quiet;
  }

  async #tellVisits(visits: readonly VisitNews[], frame: Frame | null): Promise<void> {
    for (const news of visits) {
      const { change, picture, face } = news;
      const event = this.#lives.told(news);
      const close = picture && frame !== null ? await this.#closeUp.of(frame) : null;
      const snapshot = close === null ? {} : { snapshot: await close.jpeg() };
      const visit = { event, ...snapshot, ...(face === null ? {} : { face }) };
      if (change === 'began') this.#parts.news.visitBegan(visit);
      else if (change === 'updated') this.#parts.news.visitUpdated(visit);
      else this.#parts.news.visitEnded(visit);
    }
  }
}

/** What of the settings says how the camera is pulled: the rest is left out. */
function streamOf(settings: CameraSettings): Omit<CameraSettings, 'recording'> {
  const { recording: _, ...pulled } = settings;
  return { ...pulled, name: '', area: '', zones: [], lines: [], sensitivity: { day: null, night: null } };
}
