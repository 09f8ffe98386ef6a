import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { CameraSettings, type CameraView } from '../../../../services/contract/camera.ts';
import type { Clip } from '../../../../services/contract/clip.ts';
import type { Event, EventChange } from '../../../../services/contract/event.ts';
import { EventId } from '../../../../services/contract/identifiers.ts';
import { monotonicMs } from '../../../../services/contract/monotonic-clock.ts';
import type { RecordingWish } from '../../../../services/contract/video.ts';
import { Notices } from '../../../../services/hub/notices.ts';
import { indexOf } from '../../../../services/hub/playback/clip-index.ts';
import { MovieFile } from '../../../../services/hub/playback/movie-file.ts';
import { Recorder } from '../../../../services/hub/recording/recorder.ts';
import { Signal } from '../../../../services/hub/signal.ts';
import { openStore } from '../../../../services/store/store.ts';
import { codedVideo, makeClip } from '../../../fixtures/coded-video.ts';
import { TestTimes } from '../../../fixtures/recording-times.ts';
import { silentLog } from '../../../fixtures/silent-log.ts';
import { scratchFolder } from '../../store/scratch.ts';

let video: ReturnType<typeof codedVideo>;

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'lares-recorder-'));
  const file = join(folder, 'clip.h264');
  makeClip(file, { size: '320x180', framesPerSecond: 10, seconds: 3 });
  video = codedVideo(readFileSync(file), { width: 320, height: 180 });
  rmSync(folder, { recursive: true });
});

const camera = (more: object = {}) =>
  CameraSettings.parse({ id: 'yard', name: 'Yard', address: 'rtsp://127.0.0.1/1', ...more });

function visit(name: string): Event {
  const [id, nowMs] = [EventId.parse(name), Date.now()];
  const box = { x: 0, y: 0, width: 1, height: 1 };
  const about = { label: 'person', score: 1, box, identity: { kind: 'unknown' } } as const;
  const rest = { hasSnapshot: false, hasFace: false };
  return { id, cameraId: camera().id, beganAtMs: nowMs, endedAtMs: nowMs, ...about, ...rest };
}

/** A recorder with a real store, for one camera; the test is the vision process. */
function recording(settings: object = {}) {
  const store = openStore({ dataDirectory: scratchFolder(), key: new Uint8Array(32).fill(3) });
  const cameras = { settings: camera(settings), changed: new Signal<readonly CameraView[]>() };
  const events = { changed: new Signal<EventChange>() };
  const notices = new Notices();
  const times = new TestTimes();
  const recorder = new Recorder({
    store,
    cameras: { list: () => [cameras.settings], changed: cameras.changed },
    times,
    events,
    notices,
    log: silentLog,
  });
  recorder.start();
  onTestFinished(async () => {
    await recorder.stop();
    store.close();
  });
  let sent = 0;
  const { id: cameraId } = cameras.settings;
  const bornMs = monotonicMs();
  return {
    ...{ store, recorder, notices, events, times },
    use: (next: object) => {
      cameras.settings = camera(next);
      cameras.changed.send([]);
    },
    tell: (change: EventChange['change'], event: Event) => {
      events.changed.send({ change, event });
    },
    config: () => {
      recorder.take({ kind: 'recording_config', cameraId, config: video.config });
    },
    over: () => {
      recorder.take({ kind: 'recording_over', cameraId });
    },
    /** Sends so many pictures, each of them `apartMs` after the one before; some are lost before them. */
    send: (count: number, { apartMs = 100, lost = 0 } = {}) => {
      sent += lost;
      for (const end = sent + count; sent < end; sent += 1) {
        const { key, data } = video.pictures[sent % video.pictures.length] ?? {
          key: false,
          data: new Uint8Array(),
        };
        const times = { timestampUs: sent * apartMs * 1000, arrivedMs: bornMs + sent * apartMs };
        recorder.take({
          kind: 'recording_picture',
          cameraId,
          picture: { key, data, number: sent, ...times },
        });
      }
    },
    clips: (): readonly Clip[] => store.clips.list({ cameraId, fromMs: 0, untilMs: Date.now() + 1e9 }),
    finished: (count: number) =>
      vi.waitFor(() => {
        const clips = store.clips.list({ cameraId, fromMs: 0, untilMs: Date.now() + 1e9 });
        expect(clips.map(({ state }) => state)).toEqual(Array.from({ length: count }, () => 'finished'));
        return clips;
      }),
  };
}

const wished = ({ recorder }: { recorder: Recorder }): readonly (number | null)[] =>
  recorder.wishes().map(({ fromMs }: RecordingWish) => fromMs);

describe('the recorder', () => {
  it('keeps one clip of visits that overlap, which plays as a plain MP4', async () => {
    const house = recording({ recording: { mode: 'events', preRollSeconds: 5, postRollSeconds: 0 } });
    expect(house.recorder.wishes()).toEqual([
      { cameraId: 'yard', stream: 'main', keepMs: 15_000, fromMs: null },
    ]);
    const [first, second] = [visit('first'), visit('second')];
    house.tell('began', first);
    expect(wished(house)).toEqual([expect.closeTo(monotonicMs() - 5000, -3)]);
    house.config();
    house.send(20);
    house.tell('began', second);
    house.tell('ended', first);
    house.send(5);
    house.tell('ended', second);
    const [clip] = await house.finished(1);
    expect(wished(house)).toEqual([null]);
    expect(clip).toMatchObject({
      kind: 'event',
      eventId: 'first',
      codec: video.config.codec,
      durationMs: 2500,
    });
    const reader = clip === undefined ? null : await house.store.clips.openRead(clip.id);
    if (reader === null) throw new Error('The clip is not there.');
    const movie = new MovieFile(reader, await indexOf(reader, reader.size));
    const bytes: Uint8Array[] = [];
    for await (const piece of movie.read(0, movie.size)) bytes.push(piece);
    const half: Uint8Array[] = [];
    for await (const piece of movie.read(100, movie.size - 7)) half.push(piece);
    expect(Buffer.concat(half)).toEqual(Buffer.concat(bytes).subarray(100, -7));
    expect(probed(Buffer.concat(bytes))).toEqual({ frames: 25, keys: [0, 10, 20], seconds: 2.5 });
    await reader.close();
  });

  it('pauses while the disk is unwell or somebody wants to be alone, and goes on by itself', async () => {
    const privacy = { whileHome: true, times: [{ from: '22:00', to: '07:00' }] };
    const house = recording({ recording: { mode: 'continuous', privacy } });
    house.config();
    house.send(10);
    for (const [why, well] of [
      [{ isDiskWell: false }, { isDiskWell: true }],
      [{ isHome: true }, { isHome: false }],
      [{ clock: '23:10' }, { clock: '07:00' }],
    ]) {
      house.times.become(why ?? {});
      expect(house.recorder.wishes()).toEqual([]);
      house.send(10);
      house.times.become(well ?? {});
      expect(house.recorder.wishes()).toMatchObject([{ cameraId: 'yard' }]);
      house.config();
      house.send(10);
    }
    house.times.become({ isDiskWell: false });
    expect((await house.finished(4)).map(({ kind }) => kind)).toEqual(Array(4).fill('continuous'));
  });

  it('goes on in another clip after a minute of recording all the time, without a gap', async () => {
    const house = recording({ recording: { mode: 'continuous' } });
    expect(wished(house)).toEqual([expect.closeTo(monotonicMs(), -3)]);
    house.config();
    house.send(151, { apartMs: 1000 });
    await house.recorder.stop();
    const clips = house.clips();
    expect(clips.map(({ kind, eventId, durationMs }) => [kind, eventId, durationMs])).toEqual([
      ['continuous', null, 60_000],
      ['continuous', null, 60_000],
      ['continuous', null, 31_000],
    ]);
    const [one, two, three] = clips.map(({ startedAtMs }) => startedAtMs);
    expect([(two ?? 0) - (one ?? 0), (three ?? 0) - (two ?? 0)]).toEqual([60_000, 60_000].map(near));
  });

  it('ends a clip when the camera is lost, and begins another when it is back', async () => {
    const house = recording();
    house.tell('began', visit('long'));
    house.config();
    house.send(10);
    house.over();
    house.send(10);
    house.config();
    house.send(10);
    house.recorder.unseen();
    expect((await house.finished(2)).map(({ durationMs }) => durationMs)).toEqual([1000, 1000]);
  });

  it('deletes a clip with its visit, unless it shows another one', async () => {
    const house = recording({ recording: { mode: 'events', preRollSeconds: 0, postRollSeconds: 0 } });
    const [shared, guest, alone] = [visit('shared'), visit('guest'), visit('alone')];
    for (const [index, visits] of [[shared, guest], [alone]].entries()) {
      for (const each of visits) {
        house.store.events.put(each);
        house.tell('began', each);
      }
      house.config();
      house.send(10);
      for (const each of visits) house.tell('ended', each);
      house.store.events.endOpen();
      await house.finished(index + 1);
    }
    const kept = () => house.clips().map(({ eventId }) => eventId);
    expect(kept()).toEqual(['shared', 'alone']);
    house.tell('deleted', shared);
    house.tell('deleted', alone);
    await vi.waitFor(() => {
      expect(kept()).toEqual(['shared']);
    });
  });

  it('tells how many pictures are missing in a recording, until one is whole again', async () => {
    const house = recording({ recording: { mode: 'continuous' } });
    house.config();
    house.send(10);
    house.send(20, { lost: 10 });
    house.over();
    await house.finished(1);
    await vi.waitFor(() => {
      expect(house.notices.list()).toMatchObject([
        { what: '10 pictures are missing in a recording, since this computer could not keep up.' },
      ]);
    });
    house.config();
    house.send(30);
    house.over();
    await vi.waitFor(() => {
      expect(house.notices.list()).toEqual([]);
    });
  });

  it('records nothing of a camera with a privacy zone, and says so; nor of one that is not to be recorded', () => {
    const polygon = [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
      { x: 1, y: 1 },
    ];
    const house = recording({ zones: [{ name: 'Neighbours', kind: 'privacy', polygon }] });
    house.tell('began', visit('seen'));
    expect(house.recorder.wishes()).toEqual([]);
    expect(house.notices.list()).toMatchObject([
      { id: 'recording-private', what: 'Not recorded, for the sake of privacy zones: Yard.' },
    ]);
    house.use({ recording: { mode: 'off' } });
    expect([house.recorder.wishes(), house.notices.list()]).toEqual([[], []]);
    house.use({});
    expect(wished(house)).toEqual([expect.any(Number)]);
  });
});

/** Times are rounded to milliseconds, on a machine that may be busy in between. */
function near(value: number): unknown {
  return expect.closeTo(value, -1.5);
}

function probed(file: Uint8Array) {
  const entries = 'packet=flags:stream=nb_read_frames:format=duration';
  const { stdout, stderr } = spawnSync(
    'ffprobe',
    ['-v', 'warning', '-count_frames', '-show_entries', entries, '-of', 'compact=nk=1', 'pipe:0'],
    { input: file, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  const rows = stdout
    .trim()
    .split('\n')
    .map((row) => row.split('|'));
  const values = (kind: string) => rows.flatMap(([name, value = '']) => (name === kind ? [value] : []));
  return {
    frames: Number(values('stream')[0]),
    keys: values('packet').flatMap((flags, at) => (flags.startsWith('K') ? [at] : [])),
    seconds: Number(values('format')[0]),
  };
}
