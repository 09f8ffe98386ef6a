import { expect, vi } from 'vitest';
import { CameraSettings, type CameraState } from '../../services/contract/camera.ts';
import type { StreamName } from '../../services/contract/video.ts';
import { Camera } from '../../services/vision/camera/camera.ts';
import type { TapNews } from '../../services/vision/camera/video-tap.ts';

export const patience = { timeout: 40_000, interval: 50 };

interface SeenPicture {
  readonly width: number;
  readonly height: number;
  readonly atMs: number;
  readonly glance: boolean;
}

/** A camera that is looked through, and what is seen. */
export class Looking {
  readonly states: CameraState[] = [];
  readonly pictures: SeenPicture[] = [];
  readonly video: (TapNews & { readonly stream: StreamName })[] = [];
  readonly camera: Camera;
  /** What is said to the camera of each picture: whether something moves in it. */
  moving = true;
  readonly #over = new AbortController();
  readonly #done: Promise<void>;

  constructor(address: string, more: Partial<CameraSettings> = {}) {
    const settings = CameraSettings.parse({ id: 'cam', name: 'Cam', address, ...more });
    this.camera = new Camera(settings, {
      framesPerSecond: 5,
      onState: (state) => void this.states.push(state),
      onRecording: () => undefined,
      onVideo: (stream, news) => void this.video.push({ ...news, stream }),
    });
    this.#done = this.#look();
  }

  /** The codecs that were told, without their profiles. */
  get codecs(): readonly string[] {
    return this.video.flatMap((news) => (news.kind === 'config' ? [news.config.codec.slice(0, 4)] : []));
  }

  /** Waits for so many pictures more. */
  async more(count: number): Promise<void> {
    const known = this.pictures.length;
    await vi.waitFor(() => {
      expect(this.pictures.length).toBeGreaterThanOrEqual(known + count);
    }, patience);
  }

  /** Waits for a state that was not told before. */
  async becomes(kind: CameraState['kind']): Promise<CameraState | undefined> {
    const known = this.states.length;
    await vi.waitFor(() => {
      expect(this.states.slice(known).map((state) => state.kind)).toContain(kind);
    }, patience);
    return this.states.slice(known).find((state) => state.kind === kind);
  }

  async stop(): Promise<void> {
    this.#over.abort();
    await this.#done;
  }

  async #look(): Promise<void> {
    for await (const { width, height, atMs, glance } of this.camera.pictures(this.#over.signal)) {
      this.pictures.push({ width, height, atMs, glance });
      this.camera.moved(this.moving);
    }
  }
}
