import { setInterval } from 'node:timers/promises';
import { CameraSettings } from '../../contract/camera.ts';
import { DEMO_FRAMES_PER_SECOND, type DemoClip, demoClips, makeDemoClips } from './demo-clips.ts';
import { RtspServer } from './rtsp-server.ts';

const LOOK_AFTER_IT_MS = 1000;

/** How the demo cameras are called. */
const CAMERAS: Readonly<Record<string, { readonly name: string; readonly area: string }>> = {
  'front-door': { name: 'Front door', area: 'Entrance' },
  'living-room': { name: 'Living room', area: 'Living room' },
};

interface Options {
  /** Where the clips are, or are made first. */
  readonly directory: string;
  readonly signal: AbortSignal;
}

/** Two cameras without a camera: clips over a real RTSP server where GStreamer is there, else played as files. */
export class DemoHouse {
  readonly cameras: readonly CameraSettings[];
  readonly #over = new AbortController();
  readonly #served: Promise<void>;

  private constructor(
    cameras: readonly CameraSettings[],
    server: RtspServer | null,
    args: readonly string[],
  ) {
    this.cameras = cameras;
    this.#served = server === null ? Promise.resolve() : keepServing(server, args, this.#over.signal);
  }

  /** Throws Trouble 'unavailable' when the clips can't be made. Ends with `stop` or with the signal. */
  static async start({ directory, signal }: Options): Promise<DemoHouse> {
    await makeDemoClips({ directory, signal });
    signal.throwIfAborted();
    const clips = demoClips(directory);
    const args = clips.map(({ name, stream }) => `${name}=${stream}@${DEMO_FRAMES_PER_SECOND}`);
    const server = await RtspServer.start(args);
    const cameras = clips.map((clip) => cameraOf(clip, server));
    const house = new DemoHouse(cameras, server, args);
    signal.addEventListener('abort', () => void house.stop(), { once: true });
    if (signal.aborted) await house.stop();
    return house;
  }

  /** May be called again. */
  async stop(): Promise<void> {
    this.#over.abort();
    await this.#served;
  }
}

function cameraOf({ name, file }: DemoClip, server: RtspServer | null): CameraSettings {
  return CameraSettings.parse({
    id: `demo-${name}`,
    name: CAMERAS[name]?.name ?? name,
    area: CAMERAS[name]?.area ?? '',
    address: server === null ? file : `rtsp://127.0.0.1:${server.port}/${name}`,
    // Somebody is always there: a month of it would fill a disk.
    recording: { days: { clips: 1 } },
  });
}

/** A server that dies comes back on the same port, so that the cameras keep their addresses. */
async function keepServing(first: RtspServer, args: readonly string[], signal: AbortSignal): Promise<void> {
  let server: RtspServer | null = first;
  try {
    for await (const _ of setInterval(LOOK_AFTER_IT_MS, undefined, { signal }))
      if (server?.isRunning !== true) server = await RtspServer.start(args, first.port);
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await server?.stop();
  }
}
