import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { CameraSettings, type CameraView } from '../../../../services/contract/camera.ts';
import type { EventChange } from '../../../../services/contract/event.ts';
import { monotonicMs } from '../../../../services/contract/monotonic-clock.ts';
import { Settings } from '../../../../services/contract/settings.ts';
import { Notices } from '../../../../services/hub/notices.ts';
import { RecordingTimes } from '../../../../services/hub/recording/recording-times.ts';
import { Recorder } from '../../../../services/hub/recording/recorder.ts';
import { DiskWatch } from '../../../../services/hub/retention/disk-watch.ts';
import { reserveOf } from '../../../../services/contract/retention.ts';
import { Signal } from '../../../../services/hub/signal.ts';
import { openStore } from '../../../../services/store/store.ts';
import { codedVideo, makeClip } from '../../../fixtures/coded-video.ts';
import { silentLog } from '../../../fixtures/silent-log.ts';
import { visit } from '../../store/samples.ts';
import { scratchFolder } from '../../store/scratch.ts';

/** Mounts a disk of two megabytes in memory; false where that is not permitted. */
function mounted(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function unmount(folder: string): void {
  execFileSync('umount', ['--lazy', folder], { stdio: 'ignore' });
}

const mayMount = ((): boolean => {
  const folder = mkdtempSync(join(tmpdir(), 'lares-mount-'));
  const may = mounted(folder);
  if (may) unmount(folder);
  rmSync(folder, { recursive: true });
  return may;
})();

const film = () => {
  const file = join(scratchFolder(), 'film.h264');
  makeClip(file, { size: '160x90', framesPerSecond: 10, seconds: 2 });
  return codedVideo(readFileSync(file), { width: 160, height: 90 });
};

/** A recorder whose clips go to a disk of their own; the database does not. */
function house() {
  const dataDirectory = join(scratchFolder(), 'data');
  const folder = join(dataDirectory, 'clips');
  mkdirSync(folder, { recursive: true });
  mounted(folder);
  const store = openStore({ dataDirectory, key: new Uint8Array(32).fill(5) });
  const yard = CameraSettings.parse({
    ...{ id: 'yard', name: 'Yard', address: '/yard' },
    recording: { mode: 'continuous' },
  });
  const notices = new Notices();
  const probe = store.disk;
  const disk = new DiskWatch({ probe, reserveOf: (total) => reserveOf(total, null), notices });
  const settings = { get: () => Settings.parse({}), changed: new Signal<Settings>() };
  const times = new RecordingTimes({ settings, disk });
  const cameras = { list: () => [yard], changed: new Signal<readonly CameraView[]>() };
  const events = { changed: new Signal<EventChange>() };
  const recorder = new Recorder({ store, cameras, events, times, notices, log: silentLog });
  for (const part of [times, recorder]) part.start();
  onTestFinished(async () => {
    disk.stop();
    times.stop();
    await recorder.stop();
    store.close();
    unmount(folder);
  });
  const video = film();
  let sent = 0;
  const bornMs = monotonicMs();
  const send = (count: number): void => {
    recorder.take({ kind: 'recording_config', cameraId: yard.id, config: video.config });
    for (const { key, data } of video.pictures.slice(0, count)) {
      const picture = { key, data, number: sent, timestampUs: sent * 1e5, arrivedMs: bornMs + sent * 100 };
      recorder.take({ kind: 'recording_picture', cameraId: yard.id, picture });
      sent += 1;
    }
  };
  return { folder, store, notices, disk, recorder, send, yard };
}

describe.skipIf(!mayMount)('a disk of its own (needs root and a kernel that lets it mount)', () => {
  it('that is full pauses recordings but not events, and they go on by themselves', async () => {
    const { folder, store, notices, disk, recorder, send, yard } = house();
    const filler = join(folder, 'filler');
    await disk.look();
    send(20);
    writeFileSync(filler, Buffer.alloc(1.7e6));
    await disk.look();
    expect([disk.state?.kind, recorder.wishes()]).toEqual(['full', []]);
    expect(notices.list().map(({ id }) => id)).toEqual(['disk']);
    expect(recorder.whyNot(yard)).toBe('Not recorded until the disk is well again.');
    store.events.put(visit('seen'));
    rmSync(filler);
    await disk.look();
    expect([disk.isWell, notices.list(), recorder.wishes().length]).toEqual([true, [], 1]);
    send(20);
    await recorder.stop();
    const clips = store.clips.list({ cameraId: yard.id, fromMs: 0, untilMs: 1e15 });
    expect(clips.map(({ state }) => state)).toEqual(['finished', 'finished']);
  });

  it('that turns read-only is noticed by the recording that it fails, and recordings go on when it is well', async () => {
    const { folder, disk, recorder, notices, send } = house();
    await disk.look();
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    send(20);
    recorder.unseen();
    await vi.waitFor(() => {
      expect([disk.state?.kind, recorder.wishes()]).toEqual(['read_only', []]);
    });
    expect(notices.list().some(({ id }) => id === 'disk')).toBe(true);
    execFileSync('mount', ['-o', 'remount,rw', folder]);
    await disk.look();
    expect([disk.isWell, recorder.wishes().length]).toEqual([true, 1]);
  });
});
