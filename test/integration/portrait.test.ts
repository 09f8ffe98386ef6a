import { execFileSync, fork, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createBirpc } from 'birpc';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CameraSettings } from '../../services/contract/camera.ts';
import type { FaceDescriptor, PortraitView } from '../../services/contract/person.ts';
import { VisionSettings } from '../../services/contract/settings.ts';
import { valueOf } from '../../services/contract/trouble.ts';
import type { VisionCalls, VisionNews } from '../../services/contract/vision-process.ts';
import { compiledPack } from '../models/compiled-pack.ts';

const known = join(import.meta.dirname, '../../../shared/data/faces/known');
const script = join(import.meta.dirname, '../../services/vision/process.ts');

/** A film of photographs, each for so many seconds: two of one man, from the front and turned right, then one of another man. */
function film(folder: string): string {
  const path = join(folder, 'before-the-camera.mp4');
  const photos = ['obama.jpg', 'obama2.jpg', 'biden.jpg'].map((name) => join(known, name));
  const inputs = photos.flatMap((photo) => ['-loop', '1', '-framerate', '10', '-t', '5', '-i', photo]);
  const fit =
    'scale=640:480:force_original_aspect_ratio=decrease,pad=640:480:-1:-1:gray,setsar=1,format=yuv420p';
  const filters = photos.map((_, i) => `[${i}:v]${fit}[v${i}]`).join(';');
  execFileSync('ffmpeg', [
    ...['-v', 'error', ...inputs, '-filter_complex', `${filters};[v0][v1][v2]concat=n=3`],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '20', path],
  ]);
  return path;
}

/** The vision process, and what it told of an enrolment. */
function startVision(models: string) {
  const child = fork(script, { serialization: 'advanced', env: { ...process.env, LARES_MODELS: models } });
  const told = {
    embedder: '',
    live: false,
    views: new Array<PortraitView>(),
    taken: new Array<FaceDescriptor>(),
  };
  const news: VisionNews = {
    cameraChanged: (_, { kind }) => void (told.live ||= kind === 'live'),
    tracksSeen: () => undefined,
    visitBegan: () => undefined,
    visitUpdated: () => undefined,
    visitEnded: () => undefined,
    motionSeen: () => undefined,
    pictureSeen: () => undefined,
    embedderKnown: (modelId) => void (told.embedder = modelId),
    portraitSeen: (_, view, taken) => {
      told.views.push(view);
      if (taken !== null) told.taken.push(taken);
    },
    troubled: () => undefined,
  };
  const calls = createBirpc<VisionCalls, VisionNews>(news, {
    post: (message: Serializable) => child.send(message),
    on: (receive) => child.on('message', receive),
    bind: 'functions',
  });
  const stop = async (): Promise<void> => {
    const exit = once(child, 'exit');
    await calls.stop();
    await exit;
  };
  return { calls, told, stop };
}

describe.skipIf(!existsSync(known))('enrolment before a camera (needs the faces in ../shared/data)', () => {
  let folder: string;
  let vision: ReturnType<typeof startVision>;
  const patience = { timeout: 60_000, interval: 100 };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lares-portrait-'));
    vision = startVision(await compiledPack());
    const camera = CameraSettings.parse({ id: 'hall', name: 'Hall', address: film(folder) });
    await vision.calls.configure({ cameras: [camera], vision: VisionSettings.parse({}) });
  });

  afterAll(async () => {
    await vision.stop();
    await rm(folder, { recursive: true });
  });

  it('says which embedder gives descriptors', async () => {
    await vi.waitFor(() => {
      expect(vision.told.embedder).toMatch(/^dlib-resnet-68/);
    }, patience);
  });

  it('takes the front and the side of one man, and not the other one who steps in', async () => {
    const { calls, told } = vision;
    await vi.waitFor(() => {
      expect(told.live).toBe(true);
    }, patience);
    expect(told.views).toEqual([]);
    await calls.setPortrait(CameraSettings.shape.id.parse('hall'));
    await vi.waitFor(() => {
      expect(told.views.map(({ advice }) => advice)).toContain('alone_please');
      expect(told.taken.length).toBe(2);
    }, patience);
    expect(told.views.at(-1)?.taken.toSorted()).toEqual(['front', 'right']);
    for (const { modelId, quality = 0, crop } of told.taken) {
      expect([modelId, quality > 0.5]).toEqual([told.embedder, true]);
      expect((await sharp(crop).metadata()).format).toBe('jpeg');
    }
  });

  it('reads what was taken again, as when the embedder changes', async () => {
    const [face] = vision.told.taken;
    const again = valueOf(await vision.calls.describeCrop(face?.crop ?? new Uint8Array()));
    expect({
      modelId: again.modelId,
      crop: Buffer.from(again.crop).equals(face?.crop ?? new Uint8Array()),
    }).toEqual({
      modelId: vision.told.embedder,
      crop: true,
    });
  });

  it('tells nothing more when it is over', async () => {
    await vision.calls.setPortrait(null);
    const count = vision.told.views.length;
    await sleep(1500);
    expect(vision.told.views.length).toBe(count);
  });
});
