import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { demoClips, haveDemoClips, makeDemoClips } from '../../services/hub/demo/demo-clips.ts';
import { DemoHouse } from '../../services/hub/demo/demo-house.ts';
import { RtspServer } from '../../services/hub/demo/rtsp-server.ts';
import { testCamera } from '../../services/vision/camera/camera-check.ts';

const probe = await RtspServer.start([]);
await probe?.stop();

describe('the demo house', () => {
  const directory = mkdtempSync(join(tmpdir(), 'lares-demo-'));
  const over = new AbortController();
  const steps: number[] = [];

  beforeAll(async () => {
    await Promise.all([
      makeDemoClips({ directory, onProgress: (done) => void steps.push(done) }),
      makeDemoClips({ directory }),
    ]);
  });

  afterAll(() => {
    over.abort();
    rmSync(directory, { recursive: true, force: true });
  });

  it('makes its clips once, and leaves nothing half made behind', async () => {
    expect(steps).toEqual([0, 1, 2]);
    expect(haveDemoClips(directory)).toBe(true);
    expect(readdirSync(directory)).toEqual(['edition-1']);
    await makeDemoClips({ directory, onProgress: (done) => void steps.push(done) });
    expect(steps).toEqual([0, 1, 2]);
  });

  it('makes clips as a camera would send them: H.264 without B frames, forty seconds', () => {
    for (const { file } of demoClips(directory)) {
      const fields = 'stream=codec_name,has_b_frames,width,height,nb_frames';
      const text = execFileSync('ffprobe', ['-v', 'error', '-show_entries', fields, '-of', 'csv=p=0', file], {
        encoding: 'utf8',
      });
      expect(text.trim()).toBe('h264,1280,720,0,480');
    }
  });

  it.skipIf(probe === null)(
    'serves them over RTSP, and comes back at the same address when its server dies (needs the GStreamer RTSP server)',
    async () => {
      const house = await DemoHouse.start({ directory, signal: over.signal });
      expect(house.cameras.map(({ id, name }) => [id, name])).toEqual([
        ['demo-living-room', 'Living room'],
        ['demo-front-door', 'Front door'],
      ]);
      const [camera] = house.cameras;
      if (camera === undefined) throw new Error('There is no camera.');
      expect(await testCamera(camera, over.signal)).toMatchObject({
        width: 1280,
        height: 720,
        codec: 'h264',
      });
      const table = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
      const server = table.find((line) => line.includes(`${directory}/`) && line.includes('rtsp-server.py'));
      process.kill(Number(server?.trim().split(/\s+/)[0]), 'SIGKILL');
      await expect(testCamera(camera, over.signal)).rejects.toThrow();
      await vi.waitFor(() => testCamera(camera, over.signal), { timeout: 30_000, interval: 500 });
      await house.stop();
      await expect(testCamera(camera, over.signal)).rejects.toThrow("The camera can't be reached");
    },
  );
});
