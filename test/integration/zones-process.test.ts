import { fork, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBirpc } from 'birpc';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CameraSettings, type CameraState } from '../../services/contract/camera.ts';
import type { Visit } from '../../services/contract/event.ts';
import type { MotionView } from '../../services/contract/motion-view.ts';
import { VisionSettings } from '../../services/contract/settings.ts';
import type { VisionCalls, VisionNews } from '../../services/contract/vision-process.ts';
import { demoClips, makeDemoClips } from '../../services/hub/demo/demo-clips.ts';
import { compiledPack } from '../models/compiled-pack.ts';
import { zoneOf } from '../services/vision/zones/zone-samples.ts';

const script = join(import.meta.dirname, '../../services/vision/process.ts');
const patience = { timeout: 90_000, interval: 100 };
const left = zoneOf('privacy', { left: 0, top: 0, right: 0.3, bottom: 1 });
const right = zoneOf('privacy', { left: 0.7, top: 0, right: 1, bottom: 1 });

/** The vision process, and the last of all that it told. */
function startVision(models: string) {
  const child = fork(script, { serialization: 'advanced', env: { ...process.env, LARES_MODELS: models } });
  const told = {
    states: new Array<CameraState['kind']>(),
    stills: new Array<Uint8Array>(),
    snapshots: new Array<Uint8Array>(),
    views: new Array<MotionView>(),
  };
  const keep = ({ snapshot }: Visit): void => {
    if (snapshot !== undefined) told.snapshots.push(snapshot);
  };
  const news: VisionNews = {
    cameraChanged: (_, { kind }) => void told.states.push(kind),
    tracksSeen: () => undefined,
    visitBegan: keep,
    visitUpdated: keep,
    visitEnded: () => undefined,
    motionSeen: (view) => void told.views.push(view),
    pictureSeen: (_, picture) => void told.stills.push(picture),
    embedderKnown: () => undefined,
    portraitSeen: () => undefined,
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

/** The brightest byte of the picture's left and right quarter. */
async function sidesOf(picture: Uint8Array): Promise<{ left: number; right: number }> {
  const { width, height } = await sharp(picture).metadata();
  const quarter = Math.round(width / 4);
  const brightest = async (from: number): Promise<number> => {
    const part = sharp(picture).extract({ left: from, top: 0, width: quarter, height });
    return (await part.raw().toBuffer()).reduce((most, level) => Math.max(most, level), 0);
  };
  return { left: await brightest(0), right: await brightest(width - quarter) };
}

describe('zones in the vision process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lares-zones-'));
  const vision = VisionSettings.parse({ recogniseFaces: false });
  let camera: CameraSettings;
  let probe: ReturnType<typeof startVision>;

  beforeAll(async () => {
    await makeDemoClips({ directory: folder });
    const address = demoClips(folder).find(({ name }) => name === 'living-room')?.file;
    camera = CameraSettings.parse({ id: 'room', name: 'Room', address, zones: [left] });
    probe = startVision(await compiledPack());
    await probe.calls.setWatched([{ cameraId: camera.id, stream: 'main', as: 'stills' }]);
    await probe.calls.setTuned([camera.id]);
    await probe.calls.configure({ cameras: [camera], vision });
  });

  afterAll(async () => {
    await probe.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are black in snapshots and stills, and no motion is told of them', async () => {
    const { told } = probe;
    await vi.waitFor(() => {
      expect(told.snapshots.length).toBeGreaterThan(0);
      expect(told.stills.length).toBeGreaterThan(2);
    }, patience);
    for (const picture of [...told.stills, ...told.snapshots]) {
      const sides = await sidesOf(picture);
      expect(sides.left).toBeLessThan(8);
      expect(sides.right).toBeGreaterThan(60);
    }
  });

  it('are told of as they look from inside while somebody tunes', async () => {
    const { told } = probe;
    await vi.waitFor(() => {
      expect(
        told.views.some(
          ({ scene, boxes, mask }) => scene === 'known' && boxes.length > 0 && mask.includes(2),
        ),
      ).toBe(true);
    }, patience);
    for (const { cameraId, light, mask, score } of told.views) {
      expect({ cameraId, light, blocks: mask.length }).toEqual({
        cameraId: camera.id,
        light: 'day',
        blocks: 3600,
      });
      expect(score).toBeGreaterThanOrEqual(0);
      const inside = mask.filter((_, block) => block % 80 < 23);
      expect(new Set(inside)).toEqual(new Set([0]));
    }
  });

  it('change while the camera goes on', async () => {
    const { told, calls } = probe;
    const states = told.states.length;
    await calls.configure({ cameras: [{ ...camera, zones: [right] }], vision });
    told.stills.length = 0;
    await vi.waitFor(() => {
      expect(told.stills.length).toBeGreaterThan(2);
    }, patience);
    const sides = await sidesOf(told.stills.at(-1) ?? new Uint8Array());
    expect(sides.right).toBeLessThan(8);
    expect(sides.left).toBeGreaterThan(60);
    expect(new Set(told.states.slice(states))).not.toContain('connecting');
    await calls.setTuned([]);
    told.views.length = 0;
    const before = told.stills.length;
    await vi.waitFor(() => {
      expect(told.stills.length).toBeGreaterThan(before + 1);
    }, patience);
    expect(told.views.length).toBeLessThanOrEqual(1);
  });
});
