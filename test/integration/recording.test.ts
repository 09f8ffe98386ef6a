import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { CameraInput } from '../../services/contract/api.ts';
import type { Clip } from '../../services/contract/clip.ts';
import type { Event } from '../../services/contract/event.ts';
import { RtspCamera } from '../fixtures/rtsp-camera.ts';
import { hasChromium, openKiosk } from '../kiosk/kiosk-browser.ts';
import { TestHouse } from './test-house.ts';
import { FILM_FRAMES_PER_SECOND, visitorFilm } from './visitor-film.ts';

const patience = { timeout: 90_000, interval: 200 };

const Probed = z.object({
  streams: z.array(z.object({ codec_name: z.string(), nb_read_frames: z.string() })),
  format: z.object({ duration: z.string() }),
  packets: z.array(z.object({ pts_time: z.string(), flags: z.string() })),
});

/** What ffprobe reads of a file; it has nothing to complain of. */
function probe(file: Uint8Array): z.infer<typeof Probed> {
  const { stdout, stderr } = spawnSync(
    'ffprobe',
    [
      ...['-v', 'warning', '-count_frames', '-show_entries', 'stream=codec_name,nb_read_frames'],
      ...['-show_entries', 'packet=pts_time,flags', '-show_entries', 'format=duration', '-of', 'json'],
      'pipe:0',
    ],
    { input: file, encoding: 'utf8', maxBuffer: 1 << 24 },
  );
  expect(stderr).toBe('');
  return Probed.parse(JSON.parse(stdout));
}

/** A camera over RTSP, the vision process with its networks, the hub, the sealed files, and a real browser that plays them. */
describe.skipIf(!hasChromium)('recordings from end to end (needs /usr/bin/chromium)', () => {
  const house = new TestHouse();
  let camera: RtspCamera;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    camera = await RtspCamera.start(await visitorFilm(house.folder));
    const settings = join(house.folder, 'settings.yaml');
    writeFileSync(settings, 'demo: false\n');
    await house.start('--settings', settings);
    const recording = { mode: 'events', preRollSeconds: 3, postRollSeconds: 2 };
    const input = CameraInput.parse({ name: 'Front door', address: camera.address, recording });
    await house.api.cameras.save.mutate(input);
    browser = await openKiosk();
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await house.stop();
    await camera.stop();
    house.remove();
  });

  const visits = async (): Promise<readonly Event[]> => {
    const events = await house.api.events.newest.query({ limit: 50 });
    return events.filter(({ label }) => label === 'person').toReversed();
  };
  /** The first visit whose clip is as wanted, and the clip. */
  const visitWith = (is: (clip: Clip) => boolean) =>
    vi.waitFor(async () => {
      for (const event of await visits()) {
        const clips = await house.api.clips.ofEvent.query({ eventId: event.id });
        const clip = clips.find(is);
        if (clip !== undefined) return { event, clip };
      }
      throw new Error(`no such clip yet; the log says:\n${house.log}`);
    }, patience);
  const fetched = (clip: Clip, headers: Record<string, string> = {}) =>
    fetch(`${house.address}clips/${clip.id}.mp4`, { headers });
  const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

  it('keeps the camera’s own video of a visit, from a key frame before it on', async () => {
    const { event, clip } = await visitWith(({ state }) => state === 'finished');
    const wishedMs = event.beganAtMs - 3000;
    expect(clip).toMatchObject({ kind: 'event', eventId: event.id, width: 640, height: 360 });
    expect(clip.startedAtMs).toBeLessThanOrEqual(wishedMs + 100);
    expect(clip.startedAtMs).toBeGreaterThan(wishedMs - 3000);
    const { streams, format, packets } = probe(await bytesOf(await fetched(clip)));
    expect(streams).toEqual([{ codec_name: 'h264', nb_read_frames: `${packets.length}` }]);
    expect([packets[0]?.pts_time, packets[0]?.flags.startsWith('K')]).toEqual(['0.000000', true]);
    expect(Number(format.duration)).toBeCloseTo(clip.durationMs / 1000, 1);
    expect(packets.length / Number(format.duration)).toBeCloseTo(FILM_FRAMES_PER_SECOND, 0);
    expect(clip.startedAtMs + clip.durationMs).toBeGreaterThan(event.endedAtMs ?? Infinity);
  });

  it('gives any range of its bytes', async () => {
    const { clip } = await visitWith(({ state }) => state === 'finished');
    const whole = await bytesOf(await fetched(clip));
    const size = whole.length;
    for (const [range, from, until] of [
      ['bytes=0-99', 0, 100],
      [`bytes=${size - 5000}-`, size - 5000, size],
      ['bytes=-1000', size - 1000, size],
      ['bytes=12345-54321', 12_345, 54_322],
    ] as const) {
      const part = await fetched(clip, { range });
      expect([part.status, part.headers.get('content-range')]).toEqual([
        206,
        `bytes ${from}-${until - 1}/${size}`,
      ]);
      expect(Buffer.from(await bytesOf(part)).equals(whole.subarray(from, until))).toBe(true);
    }
    const beyond = await fetched(clip, { range: `bytes=${size}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${size}`]);
    expect((await fetch(`${house.address}clips/nobody.mp4`)).status).toBe(404);
    const saved = await fetch(`${house.address}clips/${clip.id}.mp4?export`);
    expect(saved.headers.get('content-disposition')).toContain('front_door%20');
    await saved.body?.cancel();
    const noted = (await house.api.audit.newest.query()).filter(({ about }) => about === clip.id);
    expect(noted.map(({ deed }) => deed)).toEqual(['exported', 'viewed']);
  });

  it('plays on the page, which asks for the part that is looked at', async () => {
    const { event, clip } = await visitWith(({ state }) => state === 'finished');
    const statuses: number[] = [];
    page.on('response', (response) => {
      if (response.url().includes('/clips/')) statuses.push(response.status());
    });
    await page.goto(`${house.address}#/events/${event.id}`);
    await page.getByRole('button', { name: 'Play the recording' }).click();
    await page.locator('video').evaluate((video) => {
      if (!(video instanceof HTMLVideoElement)) throw new Error('There is no player.');
      return video.play();
    });
    const at = await page.locator('video').evaluate(
      (video, seconds) =>
        new Promise<{ duration: number; time: number; width: number }>((resolve) => {
          if (!(video instanceof HTMLVideoElement)) return;
          video.pause();
          video.onseeked = () => {
            resolve({ duration: video.duration, time: video.currentTime, width: video.videoWidth });
          };
          video.currentTime = seconds;
        }),
      clip.durationMs / 2000,
    );
    expect(at.time).toBeCloseTo(clip.durationMs / 2000, 2);
    expect(at.duration).toBeCloseTo(clip.durationMs / 1000, 1);
    expect(at.width).toBe(640);
    expect(new Set(statuses)).toEqual(new Set([206]));
  });

  it('shows the visit on the timeline, plays it picture by picture, and saves it', async () => {
    const { event, clip } = await visitWith(({ state }) => state === 'finished');
    const { cameraId, id } = event;
    const untilMs = clip.startedAtMs + clip.durationMs;
    const spans = await house.api.clips.spans.query({ cameraId, fromMs: clip.startedAtMs, untilMs });
    expect(spans.some((span) => span.fromMs <= clip.startedAtMs && span.untilMs >= untilMs)).toBe(true);
    await page.goto(`${house.address}#/events?camera=${cameraId}&kind=person`);
    await page.locator(`[data-event="${id}"]`).click();
    await page.getByRole('button', { name: 'Play the recording' }).click();
    await page.locator('[data-scrub] [data-frames]').waitFor();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.locator('[data-scrub]').press('Home');
    const timeOf = () =>
      page
        .locator('video')
        .evaluate((video) => (video instanceof HTMLVideoElement && !video.seeking ? video.currentTime : -1));
    await expect.poll(timeOf, patience).toBe(0);
    for (const picture of [1, 2, 3]) {
      await page.getByRole('button', { name: 'Next picture' }).click();
      await expect.poll(timeOf, patience).toBeCloseTo(picture / FILM_FRAMES_PER_SECOND, 1);
    }
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file' }).click();
    const saved = readFileSync(await (await download).path());
    expect(saved.equals(await bytesOf(await fetched(clip)))).toBe(true);
  });

  it('plays while it is being written, and after the hub was killed at it', async () => {
    const { event, clip } = await visitWith(
      ({ state, durationMs }) => state === 'recording' && durationMs > 3000,
    );
    const soFar = await fetched(clip);
    expect([soFar.redirected, new URL(soFar.url).searchParams.has('to')]).toEqual([true, true]);
    const { packets } = probe(await bytesOf(soFar));
    expect(packets.length).toBeGreaterThanOrEqual(3 * FILM_FRAMES_PER_SECOND - 1);
    process.kill(house.pid, 'SIGKILL');
    await house.stop();
    await house.start();
    const [cut] = await house.api.clips.ofEvent.query({ eventId: event.id });
    expect(cut).toMatchObject({ id: clip.id, state: 'cut' });
    const again = probe(await bytesOf(await fetched(clip)));
    expect(again.packets.slice(0, packets.length)).toEqual(packets);
  });

  it('lies on the disk sealed: no box of an MP4 is found there', () => {
    const found = house
      .filesOnDisk()
      .filter(({ bytes }) => ['ftypiso', 'moof', 'mdat', 'avcC'].some((word) => bytes.includes(word)));
    expect(found.map(({ path }) => path)).toEqual([]);
    expect(house.filesOnDisk().some(({ path }) => path.includes('clips'))).toBe(true);
  });
});
