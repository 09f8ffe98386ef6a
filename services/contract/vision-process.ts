import type { CameraSettings, CameraState } from './camera.ts';
import type { LiveTracks, Visit } from './event.ts';
import type { CameraId } from './identifiers.ts';
import type { FaceDescriptor, GalleryPerson } from './person.ts';
import type { VisionSettings } from './settings.ts';
import type { Answer } from './trouble.ts';

export interface VisionConfiguration {
  readonly cameras: readonly CameraSettings[];
  readonly vision: VisionSettings;
}

/** The answer to a test of an address before it is saved. */
export interface CameraTest {
  readonly picture: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly codec: string;
}

/** Calls from the hub to the vision process. All are idempotent: the hub tells the whole wish, vision works out the difference. */
export interface VisionCalls {
  configure(configuration: VisionConfiguration): Promise<void>;
  setGallery(gallery: readonly GalleryPerson[]): Promise<void>;
  /** Cameras whose live picture somebody looks at. */
  setWatched(cameraIds: readonly CameraId[]): Promise<void>;
  testCamera(camera: CameraSettings): Promise<Answer<CameraTest>>;
  /** The one face in a photo (JPEG, PNG, WebP, HEIC), aligned and embedded. */
  readFace(photo: Uint8Array): Promise<Answer<FaceDescriptor>>;
  stop(): Promise<void>;
}

/** News from the vision process to the hub. */
export interface VisionNews {
  cameraChanged(cameraId: CameraId, state: CameraState): void;
  tracksSeen(tracks: LiveTracks): void;
  visitBegan(visit: Visit): void;
  visitUpdated(visit: Visit): void;
  visitEnded(visit: Visit): void;
  /** A JPEG of a watched camera, at most `framesPerSecond` a second. */
  pictureSeen(cameraId: CameraId, picture: Uint8Array): void;
  /** Trouble of the whole process (a model that is missing), null when it is over. */
  troubled(notice: { id: string; what: string; advice: string } | null): void;
}
