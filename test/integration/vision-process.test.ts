import { type ChildProcess, execFileSync, fork, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BirpcReturn, createBirpc } from 'birpc';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CameraSettings, type CameraState } from '../../services/contract/camera.ts';
import type { Visit } from '../../services/contract/event.ts';
import { PersonId } from '../../services/contract/identifiers.ts';
import { VisionSettings } from '../../services/contract/settings.ts';
import { valueOf } from '../../services/contract/trouble.ts';
import type { VideoMessage } from '../../services/contract/video-message.ts';
import { VideoSplitter } from '../../services/contract/video-splitter.ts';
import type { VisionCalls, VisionNews } from '../../services/contract/vision-process.ts';
import { DEMO_FRAMES_PER_SECOND, demoClips, makeDemoClips } from '../../services/hub/demo/demo-clips.ts';
import { RtspServer } from '../../services/hub/demo/rtsp-server.ts';
import { compiledPack } from '../models/compiled-pack.ts';

const script = join(import.meta.dirname, '../../services/vision/process.ts');
const password = 'p@ss:w/rd %#?&';
const patience = { timeout: 90_000, interval: 100 };
const probe = await RtspServer.start([]);
await probe?.stop();

/** A vision process as the hub has it, and everything that it told. */
class VisionProbe {
  readonly states: CameraState[] = [];
  readonly visits: { readonly change: string; readonly visit: Visit }[] = [];
  readonly notices: unknown[] = [];
  readonly video: VideoMessage[] = [];
  readonly child: ChildProcess;
  readonly calls: BirpcReturn<VisionCalls, VisionNews>;
  pictures = 0;

  constructor(models: string) {
    this.child = fork(script, ['4'], {
      serialization: 'advanced',
      env: { ...process.env, LARES_MODELS: models },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc', 'pipe'],
    });
    const splitter = new VideoSplitter();
    const line = this.child.stdio[4];
    line?.on('data', (bytes: Uint8Array) => this.video.push(...splitter.push(bytes)));
    const tell = (change: string) => (visit: Visit) => void this.visits.push({ change, visit });
    const news: VisionNews = {
      cameraChanged: (_, state) => void this.states.push(state),
      tracksSeen: () => undefined,
      visitBegan: tell('began'),
      visitUpdated: tell('updated'),
      visitEnded: tell('ended'),
      motionSeen: () => undefined,
      pictureSeen: () => void (this.pictures += 1),
      embedderKnown: () => undefined,
      portraitSeen: () => undefined,
      troubled: (notice) => void this.notices.push(notice),
    };
    this.calls = createBirpc<VisionCalls, VisionNews>(news, {
      post: (message: Serializable) => this.child.send(message),
      on: (receive) => this.child.on('message', receive),
      bind: 'functions',
    });
  }

  get state(): CameraState['kind'] | undefined {
    return this.states.at(-1)?.kind;
  }

  /** The process ids of its ffmpegs. */
  get ffmpegs(): readonly number[] {
    return childrenOf(this.child.pid ?? 0);
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exit = once(this.child, 'exit');
    await this.calls.stop();
    await exit;
  }
}

function childrenOf(pid: number): readonly number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid=,comm='], { encoding: 'utf8' });
  const rows = table.split('\n').map((line) => line.trim().split(/\s+/));
  return rows
    .filter(([, parent, name]) => Number(parent) === pid && name === 'ffmpeg')
    .map(([id]) => Number(id));
}

describe.skipIf(probe === null)('the vision process (needs the GStreamer RTSP server)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lares-vision-'));
  let server: RtspServer;
  let vision: VisionProbe;
  let camera: CameraSettings;

  beforeAll(async () => {
    await makeDemoClips({ directory: folder });
    const clip = demoClips(folder).find(({ name }) => name === 'living-room');
    const started = await RtspServer.start(
      [
        ...['--user', 'owner', '--password-from-env', 'CAMERA_PASSWORD', '--audio', 'sound'],
        `yard=${clip?.stream ?? ''}@${DEMO_FRAMES_PER_SECOND}`,
      ],
      0,
      { CAMERA_PASSWORD: password },
    );
    if (started === null) throw new Error('The camera could not be started.');
    server = started;
    const address = `rtsp://127.0.0.1:${server.port}/yard`;
    camera = CameraSettings.parse({ id: 'yard', name: 'Yard', address, username: 'owner', password });
    vision = new VisionProbe(await compiledPack());
  });

  afterAll(async () => {
    await vision.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('tests a camera before it is saved', async () => {
    const { picture, ...format } = valueOf(await vision.calls.testCamera(camera));
    expect(format).toEqual({ width: 1280, height: 720, codec: 'h264' });
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', width: 1280, height: 720 });
  });

  it.each([
    { code: 'refused', path: '/yard', secret: 'wrong', what: 'The camera refuses the user or the password.' },
    { code: 'not_found', path: '/none', secret: password, what: 'The camera has no video under this path.' },
    {
      code: 'no_video',
      path: '/sound',
      secret: password,
      what: 'This address sends no video, only sound or data.',
    },
    {
      code: 'unreachable',
      path: null,
      secret: password,
      what: "The camera can't be reached at this address.",
    },
  ])('says what is wrong with a camera: $code', async ({ code, path, secret, what }) => {
    const address = path === null ? 'rtsp://127.0.0.1:1/yard' : camera.address.replace('/yard', path);
    const answer = await vision.calls.testCamera({ ...camera, address, password: secret });
    expect(answer).toMatchObject({ ok: false, code, what });
    expect(JSON.stringify(answer)).not.toContain('127.0.0.1');
  });

  it('sees a camera live, and keeps its address and password off the command line', async () => {
    await vision.calls.setWatched([{ cameraId: camera.id, stream: 'main', as: 'stills' }]);
    await vision.calls.configure({ cameras: [camera], vision: VisionSettings.parse({}) });
    await vi.waitFor(() => {
      expect(vision.state).toBe('live');
    }, patience);
    const processes = execFileSync('ps', ['-eo', 'args='], { encoding: 'utf8' });
    expect(processes).not.toContain(`${server.port}/yard`);
    expect(processes).not.toContain(encodeURIComponent(password));
  });

  it('tells what each camera costs by its ffmpegs, when its newest picture came, and how long networks take', async () => {
    await vi.waitFor(async () => {
      const { cameras, lostToHub } = await vision.calls.measure();
      const [yard, ...others] = cameras;
      expect([others, lostToHub]).toEqual([[], 0]);
      expect(yard?.cameraId).toBe(camera.id);
      expect(yard?.pids.toSorted((a, b) => a - b)).toEqual(vision.ffmpegs.toSorted((a, b) => a - b));
      expect(vision.ffmpegs.length).toBeGreaterThan(0);
      expect(Math.abs(Date.now() - (yard?.newestAtMs ?? 0))).toBeLessThan(60_000);
    }, patience);
    await vi.waitFor(async () => {
      const { networks } = await vision.calls.measure();
      expect(networks.map(({ name }) => name)).toContain('centernet');
      for (const { runs, milliseconds } of networks) expect(milliseconds / runs).toBeGreaterThan(0);
    }, patience);
  });

  it('shows a camera live: its video leaves through a line of its own, from a key frame on', async () => {
    const watched = { cameraId: camera.id, stream: 'main' } as const;
    const stills = { ...watched, as: 'stills' } as const;
    await vision.calls.setWatched([stills, { ...watched, as: 'video' }]);
    await vi.waitFor(() => {
      expect(vision.video.length).toBeGreaterThan(20);
    }, patience);
    await vision.calls.setWatched([stills]);
    const [config, first] = vision.video;
    const video = { ...watched, transcoded: false };
    expect(config).toMatchObject({ kind: 'config', video, config: { width: 1280, height: 720 } });
    expect(first).toMatchObject({ kind: 'chunk', video, chunk: { key: true } });
  });

  it('makes a visit of a person who enters and leaves, with a picture and a face', async () => {
    await vi.waitFor(() => {
      expect(vision.visits.map(({ change }) => change)).toContain('ended');
    }, patience);
    const [began] = vision.visits;
    expect(began).toMatchObject({
      change: 'began',
      visit: { event: { label: 'person', cameraId: 'yard', endedAtMs: null } },
    });
    expect(await sharp(began?.visit.snapshot).metadata()).toMatchObject({
      format: 'jpeg',
      width: 1280,
      height: 720,
    });
    const face = vision.visits.find(({ visit }) => visit.face !== undefined)?.visit.face;
    expect(face?.values).toHaveLength(face?.dimension ?? -1);
    expect((await sharp(face?.crop).metadata()).format).toBe('jpeg');
    expect(vision.pictures).toBeGreaterThan(0);
  });

  it('names somebody who was enrolled from a visit', async () => {
    const face = vision.visits.find(({ visit }) => visit.face !== undefined)?.visit.face;
    if (face === undefined) throw new Error('No face was seen.');
    await vision.calls.setGallery([{ personId: PersonId.parse('ada'), name: 'Ada', descriptors: [face] }]);
    await vi.waitFor(() => {
      expect(vision.visits.map(({ visit }) => visit.event.identity)).toContainEqual(
        expect.objectContaining({ kind: 'known', personId: 'ada', name: 'Ada' }),
      );
    }, patience);
  });

  it('is not disturbed by a configuration that changes nothing', async () => {
    const before = vision.ffmpegs;
    await vision.calls.configure({ cameras: [{ ...camera }], vision: VisionSettings.parse({}) });
    expect(vision.ffmpegs).toEqual(before);
  });

  it('notices that ffmpeg died, and comes back by itself', async () => {
    const [ffmpeg] = vision.ffmpegs;
    const known = vision.states.length;
    process.kill(ffmpeg ?? 0, 'SIGKILL');
    await vi.waitFor(() => {
      expect(vision.states.slice(known).map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['lost', 'live']),
      );
    }, patience);
    expect(vision.states.slice(known)).toContainEqual(
      expect.objectContaining({ kind: 'lost', why: 'The camera stopped sending pictures.' }),
    );
  });

  it.each(['rtsp', 'pipe:0'])('notices that the ffmpeg froze that reads from %s', async (source) => {
    // The first decoder makes room for one that knows the camera's pace.
    await sleep(4000);
    const reads = (pid: number) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('concat');
    const ffmpeg = vision.ffmpegs.find((pid) => reads(pid) === (source === 'rtsp'));
    const known = vision.states.length;
    process.kill(ffmpeg ?? 0, 'SIGSTOP');
    await vi.waitFor(() => {
      expect(vision.states.slice(known).map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['lost', 'live']),
      );
    }, patience);
    expect(vision.ffmpegs).not.toContain(ffmpeg);
  });

  it('stops with nothing left running', async () => {
    const ffmpegs = vision.ffmpegs;
    await vision.stop();
    expect(ffmpegs).not.toEqual([]);
    expect(vision.child.exitCode).toBe(0);
    expect(vision.state).toBe('off');
    for (const ffmpeg of ffmpegs) expect(() => process.kill(ffmpeg, 0)).toThrow('ESRCH');
  });

  it('leaves nothing behind when it is killed, and ends with its hub', async () => {
    for (const end of ['SIGKILL', 'disconnect'] as const) {
      const other = new VisionProbe(await compiledPack());
      await other.calls.configure({ cameras: [camera], vision: VisionSettings.parse({}) });
      await vi.waitFor(() => {
        expect(other.state).toBe('live');
      }, patience);
      const ffmpegs = other.ffmpegs;
      const exit = once(other.child, 'exit');
      if (end === 'SIGKILL') other.child.kill(end);
      else other.child.disconnect();
      await exit;
      await vi.waitFor(() => {
        for (const ffmpeg of ffmpegs) expect(() => process.kill(ffmpeg, 0)).toThrow('ESRCH');
      }, patience);
    }
  });

  it('shows cameras without the networks, and says what is missing', async () => {
    const blind = new VisionProbe(join(folder, 'no-models'));
    await blind.calls.setWatched([{ cameraId: camera.id, stream: 'main', as: 'stills' }]);
    await blind.calls.configure({ cameras: [camera], vision: VisionSettings.parse({}) });
    await vi.waitFor(() => {
      expect(blind.pictures).toBeGreaterThan(0);
    }, patience);
    expect(blind.notices).toEqual([expect.objectContaining({ id: 'vision_models' })]);
    await blind.stop();
  });
});
