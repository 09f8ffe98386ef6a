import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CameraSettings } from '../../services/contract/camera.ts';
import { testCamera } from '../../services/vision/camera/camera-check.ts';
import { type Clip, makeClip } from '../fixtures/clip.ts';
import { RtspCamera } from '../fixtures/rtsp-camera.ts';
import { Looking, patience } from './looking.ts';

describe('a camera that is unwell', () => {
  let clip: Clip;
  let device: RtspCamera;
  let looking: Looking;

  beforeAll(() => {
    clip = makeClip();
  });
  beforeEach(async () => {
    device = await RtspCamera.start(clip);
    looking = new Looking(device.address);
    await looking.more(3);
  });
  afterEach(async () => {
    await looking.stop();
    await device.stop();
  });

  it('is lost when it goes mute, and comes back', async () => {
    device.behaviour = { kind: 'mute' };
    const why = 'The camera stopped sending pictures.';
    expect(await looking.becomes('lost')).toMatchObject({ why });
    device.behaviour = { kind: 'well' };
    await looking.becomes('live');
  });

  it('is lost when it is cut, and comes back', async () => {
    const lost = looking.becomes('lost');
    device.cut();
    expect(await lost).toMatchObject({ kind: 'lost' });
    await looking.becomes('live');
  });

  it('is lost when its pictures are garbage, and comes back', async () => {
    device.behaviour = { kind: 'garbage' };
    await looking.becomes('lost');
    device.behaviour = { kind: 'well' };
    await looking.becomes('live');
  });

  it('is lost when it all but stops', async () => {
    device.behaviour = { kind: 'slow', framesPerSecond: 0.2 };
    await looking.becomes('lost');
  });

  it('is looked at although some of its NAL units are broken', async () => {
    device.behaviour = { kind: 'broken', share: 0.1 };
    await looking.more(10);
  });

  it.each(['still', 'jumps'] as const)('is looked at although its clock is unwell: %s', async (clock) => {
    device.behaviour = { kind: 'clock', clock };
    await looking.more(12);
  });

  it('is looked at, and shown, in its new size when that changes in mid-flight', async () => {
    looking.camera.watch({
      main: { video: true, transcoded: false },
      sub: { video: false, transcoded: false },
    });
    device.clip = makeClip({ size: '640x480' });
    await vi.waitFor(() => {
      expect(looking.pictures.at(-1)).toMatchObject({ width: 640, height: 480 });
    }, patience);
    const sizes = looking.video.flatMap((news) => (news.kind === 'config' ? [news.config.width] : []));
    expect(sizes).toEqual([320, 640]);
  });

  it('is looked at in its new codec', async () => {
    looking.camera.watch({
      main: { video: true, transcoded: false },
      sub: { video: false, transcoded: false },
    });
    device.clip = makeClip({ codec: 'h265' });
    const live = looking.becomes('live');
    device.cut();
    await live;
    await looking.more(3);
    expect(looking.codecs).toEqual(['avc1', 'hvc1']);
  });

  it('may keep its description to itself', async () => {
    device.describes = false;
    const live = looking.becomes('live');
    device.cut();
    await live;
    await looking.more(3);
  });

  it('is tried again for ever when it sends us in circles, or is busy', async () => {
    device.behaviour = { kind: 'redirect' };
    const lost = looking.becomes('lost');
    device.cut();
    await lost;
    device.behaviour = { kind: 'busy' };
    await vi.waitFor(() => {
      expect(looking.states.at(-1)).toMatchObject({
        kind: 'lost',
        why: 'The camera reports a fault of its own or has too many viewers.',
      });
    }, patience);
    device.behaviour = { kind: 'well' };
    await looking.becomes('live');
  });

  it('leaves nothing behind however often it falls', async () => {
    const open = () => readdirSync('/proc/self/fd').length;
    const before = open();
    for (let round = 0; round < 3; round += 1) {
      const live = looking.becomes('live');
      device.cut();
      await live;
    }
    expect(open()).toBeLessThanOrEqual(before + 2);
    await looking.stop();
    await vi.waitFor(() => {
      expect(device.viewers).toBe(0);
    }, patience);
  });
});

describe('a camera with a scene at rest', () => {
  it('is decoded at its key frames only, and as a whole from the key frame before the one that differs', async () => {
    const device = await RtspCamera.start(makeClip({ source: 'color=gray', seconds: 4 }));
    const looking = new Looking(device.address);
    looking.moving = false;
    await vi.waitFor(() => {
      expect(looking.pictures.filter(({ glance }) => glance).length).toBeGreaterThan(3);
    }, patience);
    expect(looking.states.at(-1)).toMatchObject({ kind: 'live', decoding: 'key_frames' });
    const glances = looking.pictures.filter(({ glance }) => glance).map(({ atMs }) => atMs);
    const pauses = glances.slice(1).map((atMs, index) => Math.round((atMs - (glances[index] ?? 0)) / 1000));
    expect(new Set(pauses)).toEqual(new Set([1]));
    looking.moving = true;
    await vi.waitFor(() => {
      expect(looking.states.at(-1)).toMatchObject({ decoding: 'woken' });
    }, patience);
    await looking.more(10);
    const lastGlance = looking.pictures.findLastIndex(({ glance }) => glance);
    const [glance, first] = looking.pictures.slice(lastGlance);
    // The group of pictures before the glance was replayed.
    expect((glance?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThan(500);
    await looking.stop();
    await device.stop();
  });

  it('is decoded as a whole when its key frames are far apart', async () => {
    const device = await RtspCamera.start(
      makeClip({ source: 'color=gray', seconds: 20, gop: 500, size: '160x120' }),
    );
    const looking = new Looking(device.address);
    looking.moving = false;
    await looking.more(3);
    await sleep(12_000);
    expect(looking.states.at(-1)).toMatchObject({ kind: 'live', decoding: 'woken' });
    expect(looking.pictures.length).toBeGreaterThan(40);
    await looking.stop();
    await device.stop();
  });
});

describe('an address', () => {
  const settings = (address: string) => CameraSettings.parse({ id: 'cam', name: 'Cam', address });
  const quiet = new AbortController().signal;

  it('that leads in circles is told in a sentence', async () => {
    const device = await RtspCamera.start(makeClip());
    device.behaviour = { kind: 'redirect' };
    await expect(testCamera(settings(device.address), quiet)).rejects.toThrow(/camera|address/);
    await device.stop();
  });
});
