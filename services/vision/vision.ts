import { isDeepStrictEqual } from 'node:util';
import { runTimes } from '../../models/run-times.ts';
import type { CameraSettings } from '../contract/camera.ts';
import type { CameraId } from '../contract/identifiers.ts';
import type { Log } from '../contract/log.ts';
import type { VisionMeasures } from '../contract/measures.ts';
import type { FaceDescriptor, GalleryPerson } from '../contract/person.ts';
import type { VisionSettings } from '../contract/settings.ts';
import { answer, type Answer, type Trouble } from '../contract/trouble.ts';
import type { RecordingWish, Watched } from '../contract/video.ts';
import type { CameraTest, VisionCalls, VisionConfiguration, VisionNews } from '../contract/vision-process.ts';
import { testCamera } from './camera/camera-check.ts';
import { CameraThread } from './camera/camera-thread.ts';
import { CameraWatch } from './camera-watch.ts';
import { identify } from '../gallery/identify.ts';
import { describeCrop } from './faces/face-crop.ts';
import { readFace } from './faces/face-photo.ts';
import { findHardware, type Hardware } from './camera/hardware.ts';
import { Networks } from './networks.ts';
import { ObjectSearch } from './object-search.ts';
import { OneAtATime } from './photos/one-at-a-time.ts';

interface Parts {
  /** The folder of the networks. */
  readonly models: string;
  /** The number of the pipe that takes live video to the hub. */
  readonly videoPipe: string | undefined;
  readonly news: VisionNews;
  readonly log: Log;
  /** Whether the hub keeps up with the pictures. */
  readonly hasRoom: () => boolean;
}

/** All cameras, and the networks that look at them: what the vision process does. */
export class Vision implements VisionCalls {
  readonly #parts: Parts;
  readonly #over = new AbortController();
  readonly #networks: Networks;
  readonly #cameras: CameraThread;
  /** A photo of a hundred megapixels takes hundreds of megabytes while it is read. */
  readonly #photos = new OneAtATime();
  readonly #watches = new Map<CameraId, CameraWatch>();
  #settings: VisionSettings | null = null;
  #gallery: readonly GalleryPerson[] = [];
  #watched: readonly Watched[] = [];
  #recorded: readonly RecordingWish[] = [];
  #tuned = new Set<CameraId>();
  #portrayed: CameraId | null = null;
  #trouble: string | undefined;
  #turn: Promise<void> = Promise.resolve();
  #hardware: Promise<Hardware | null> | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#cameras = new CameraThread(parts.videoPipe);
    this.#networks = new Networks({
      models: parts.models,
      signal: this.#over.signal,
      troubled: (trouble) => {
        this.#complain(trouble);
      },
      embedderKnown: (modelId) => {
        parts.news.embedderKnown(modelId);
      },
    });
  }

  /** Wishes are fulfilled in their order. Only cameras whose streams are others now are pulled anew. */
  configure(configuration: VisionConfiguration): Promise<void> {
    // What went wrong with an earlier wish was told then.
    this.#turn = this.#turn.catch(() => undefined).then(() => this.#apply(configuration));
    return this.#turn;
  }

  async setGallery(gallery: readonly GalleryPerson[]): Promise<void> {
    this.#gallery = gallery;
    await Promise.all([...this.#watches.values()].map((watch) => watch.identifyAgain()));
  }

  setWatched(watched: readonly Watched[]): Promise<void> {
    this.#watched = watched;
    for (const watch of this.#watches.values()) watch.watch(watched);
    return Promise.resolve();
  }

  setRecorded(wishes: readonly RecordingWish[]): Promise<void> {
    this.#recorded = wishes;
    for (const watch of this.#watches.values()) watch.record(wishes);
    return Promise.resolve();
  }

  setTuned(cameraIds: readonly CameraId[]): Promise<void> {
    this.#tuned = new Set(cameraIds);
    for (const watch of this.#watches.values()) watch.tune(this.#tuned.has(watch.id));
    return Promise.resolve();
  }

  setPortrait(cameraId: CameraId | null): Promise<void> {
    this.#portrayed = cameraId;
    for (const watch of this.#watches.values()) watch.portray(watch.id === cameraId);
    return Promise.resolve();
  }

  async measure(): Promise<VisionMeasures> {
    const watches = [...this.#watches.values()];
    const { pids, lostToHub } = await this.#cameras.measure(watches.map(({ id }) => id));
    const cameras = watches.map(({ id, newestAtMs }, index) => ({
      cameraId: id,
      pids: pids[index] ?? [],
      newestAtMs,
    }));
    return { cameras, networks: runTimes(), lostToHub };
  }

  testCamera(camera: CameraSettings): Promise<Answer<CameraTest>> {
    return answer(() => testCamera(camera, this.#over.signal));
  }

  readFace(photo: Uint8Array): Promise<Answer<FaceDescriptor>> {
    return answer(() => this.#photos.run(async () => readFace(await this.#networks.needFaces(), photo)));
  }

  describeCrop(crop: Uint8Array): Promise<Answer<FaceDescriptor>> {
    return answer(() => this.#photos.run(async () => describeCrop(await this.#networks.needFaces(), crop)));
  }

  /** Ends every camera and its ffmpeg; may be called again. */
  async stop(): Promise<void> {
    this.#over.abort();
    await this.configure({ cameras: [], vision: this.#settings ?? STOPPED });
    await this.#cameras.stop();
  }

  async #apply({ cameras, vision }: VisionConfiguration): Promise<void> {
    const wanted = this.#over.signal.aborted ? [] : cameras.filter((camera) => camera.enabled);
    const same = isDeepStrictEqual(vision, this.#settings);
    const leaving = [...this.#watches.values()].filter(
      (watch) => !same || !wanted.some((camera) => watch.serves(camera)),
    );
    await Promise.all(leaving.map((watch) => watch.stop()));
    for (const { id } of leaving) this.#watches.delete(id);
    this.#settings = vision;
    const hardware = wanted.length > 0 && vision.hardwareDecoding ? await this.#findHardware() : null;
    for (const camera of wanted) {
      const known = this.#watches.get(camera.id);
      known?.use(camera);
      if (known !== undefined) continue;
      const watch = this.#watch(camera, vision, hardware);
      this.#watches.set(camera.id, watch);
      watch.watch(this.#watched);
      watch.record(this.#recorded);
      watch.tune(this.#tuned.has(camera.id));
      watch.portray(camera.id === this.#portrayed);
    }
  }

  /** Tried once, before the first camera. */
  #findHardware(): Promise<Hardware | null> {
    this.#hardware ??= findHardware({ log: this.#parts.log, signal: this.#over.signal });
    return this.#hardware;
  }

  #watch(camera: CameraSettings, vision: VisionSettings, hardware: Hardware | null): CameraWatch {
    return new CameraWatch(camera, vision, {
      cameras: this.#cameras,
      objects: new ObjectSearch(() => this.#networks.objects),
      faces: () => (vision.recogniseFaces ? this.#networks.faces : null),
      enrolling: () => this.#networks.faces,
      liveness: () => this.#networks.liveness,
      identify: (descriptor, looks) => identify(descriptor, this.#gallery, looks),
      hardware,
      news: this.#parts.news,
      hasRoom: this.#parts.hasRoom,
    });
  }

  #complain(trouble: Trouble | null): void {
    if (trouble?.message === this.#trouble) return;
    this.#trouble = trouble?.message;
    if (trouble !== null) this.#parts.log.warn(trouble.sentences);
    this.#parts.news.troubled(
      trouble === null ? null : { id: 'vision_models', what: trouble.message, advice: trouble.advice },
    );
  }
}

const STOPPED: VisionSettings = {
  motionSensitivity: 0.5,
  recogniseFaces: false,
  groupUnknown: false,
  keepUnknownDays: 7,
  framesPerSecond: 1,
  hardwareDecoding: false,
};
