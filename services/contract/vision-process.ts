import type { CameraSettings, CameraState } from './camera.ts';
import type { LiveTracks, Visit } from './event.ts';
import type { MotionView } from './motion-view.ts';
import type { CameraId } from './identifiers.ts';
import type { VisionMeasures } from './measures.ts';
import type { FaceDescriptor, GalleryPerson, PortraitView } from './person.ts';
import type { VisionSettings } from './settings.ts';
import type { Answer } from './trouble.ts';
import type { RecordingWish, Watched } from './video.ts';

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
  /** What somebody looks at. A stream that is new here is told from its last key frame on, at once. */
  setWatched(watched: readonly Watched[]): Promise<void>;
  /** What is to be recorded. A camera that is missing here keeps nothing in memory. */
  setRecorded(wishes: readonly RecordingWish[]): Promise<void>;
  /** Cameras whose motion detector somebody looks into. */
  setTuned(cameraIds: readonly CameraId[]): Promise<void>;
  testCamera(camera: CameraSettings): Promise<Answer<CameraTest>>;
  /** The one face in a photo (JPEG, PNG, WebP, HEIC), aligned and embedded. */
  readFace(photo: Uint8Array): Promise<Answer<FaceDescriptor>>;
  /** A kept crop read by the embedder of today; its face is where the crop was cut around. */
  describeCrop(crop: Uint8Array): Promise<Answer<FaceDescriptor>>;
  /** Somebody stands before this camera to be enrolled: what they are told comes as `portraitSeen`. Null ends it. */
  setPortrait(cameraId: CameraId | null): Promise<void>;
  /** What it costs, for the Health screen. */
  measure(): Promise<VisionMeasures>;
  stop(): Promise<void>;
}

/** News from the vision process to the hub. Video has a line of its own (video-message.ts). */
export interface VisionNews {
  cameraChanged(cameraId: CameraId, state: CameraState): void;
  tracksSeen(tracks: LiveTracks): void;
  visitBegan(visit: Visit): void;
  visitUpdated(visit: Visit): void;
  visitEnded(visit: Visit): void;
  motionSeen(view: MotionView): void;
  /** A JPEG of a camera that is watched `as: 'stills'`, at most one a second. */
  pictureSeen(cameraId: CameraId, picture: Uint8Array): void;
  /** The embedder that gives descriptors now; told when it is known, and again should it change. */
  embedderKnown(modelId: string): void;
  /** What to tell who is being enrolled, and the face that was just taken, if one was. */
  portraitSeen(cameraId: CameraId, view: PortraitView, taken: FaceDescriptor | null): void;
  /** Trouble of the whole process (a model that is missing), null when it is over. */
  troubled(notice: { id: string; what: string; advice: string } | null): void;
}
