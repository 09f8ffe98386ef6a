import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mp4Fragment, mp4Start } from '../../../../services/contract/fragmented-mp4.ts';
import { CameraId, type ClipId, EventId } from '../../../../services/contract/identifiers.ts';
import type { CaseWish } from '../../../../services/contract/memory.ts';
import { CaseDesk } from '../../../../services/hub/memory/case-desk.ts';
import { openCase } from '../../../../services/store/case/open-case.ts';
import { openDataKey } from '../../../../services/store/data-key.ts';
import { openStore } from '../../../../services/store/store.ts';
import { startHouse } from '../../../fixtures/house.ts';
import { face, jpegOf, visit } from '../../store/samples.ts';
import { filesIn, scratchFolder } from '../../store/scratch.ts';

const cli = fileURLToPath(new URL('../../../../services/cli/lares.mjs', import.meta.url));
const nowMs = 1_700_000_000_000;
const passphrase = 'five small brown birds';
const door = CameraId.parse('front_door');
const config = { codec: 'avc1.640028', width: 64, height: 48, description: Uint8Array.of(1, 2, 3) };
const spanOf = (fromMs: number, toMs: number): CaseWish['of'] => ({ kind: 'span', fromMs, toMs });

/** A house with two visits, a video of each, and something said. */
async function house() {
  const dataDirectory = scratchFolder();
  const store = openStore({ dataDirectory, key: new Uint8Array(32).fill(5), now: () => nowMs });
  onTestFinished(() => {
    store.close();
  });
  for (const [n, name] of ['first', 'second'].entries()) {
    const beganAtMs = nowMs - 100_000 + n * 50_000;
    store.events.put(visit(name, { beganAtMs, endedAtMs: beganAtMs + 5000 }));
    await store.events.putSnapshot(EventId.parse(name), jpegOf(`${name} at the door`));
    await store.events.putFace(EventId.parse(name), face(name));
    await record(store, { eventId: EventId.parse(name), startedAtMs: beganAtMs });
  }
  const exchange = { intent: null, outcome: 'done', reply: 'Yes.' } as const;
  store.transcript.add({ id: 't', atMs: nowMs - 90_000, heard: 'is the door closed', ...exchange });
  const cameras = { list: () => [] };
  const desk = new CaseDesk({ store, cameras, lares: '1.0.0', now: () => nowMs });
  onTestFinished(() => {
    desk.stop();
  });
  const note = () => {
    store.audit.note({ who: 'kiosk', deed: 'exported' });
  };
  /** The case file, as it is fetched. */
  const made = async (of: CaseWish['of']): Promise<Buffer> => {
    const { path } = await desk.order({ of, passphrase }, note);
    const order = desk.take(path.replace('/cases/', ''));
    return Buffer.concat(order === null ? [] : await Array.fromAsync(order.bytes()));
  };
  return { store, desk, made, dataDirectory, note };
}

/** Of three seconds of pictures that are no pictures, of more than two records. */
async function record(
  store: Awaited<ReturnType<typeof openStore>>,
  about: { eventId: EventId; startedAtMs: number },
): Promise<ClipId> {
  const { codec, width, height } = config;
  const writer = await store.clips.begin({ cameraId: door, kind: 'event', codec, width, height, ...about });
  await writer.append(mp4Start(config), { durationMs: 0 });
  for (let n = 0; n < 3; n += 1) {
    const data = Buffer.alloc(700_000, createHash('sha512').update(`${about.eventId} ${n}`).digest());
    const pictures = [{ key: true, durationUs: 1_000_000, data }];
    await writer.append(mp4Fragment({ number: n + 1, timeUs: n * 1_000_000, pictures }), {
      durationMs: 1000,
    });
  }
  await writer.finish();
  return writer.id;
}

function opened(bytes: Uint8Array, given = passphrase) {
  const folder = scratchFolder();
  writeFileSync(join(folder, 'a.case'), bytes);
  const into = join(folder, 'case');
  const opening = openCase({ from: join(folder, 'a.case'), into, passphrase: () => Promise.resolve(given) });
  return opening.then((found) => ({ ...found, into }));
}

/** Where each record begins, behind the header. */
function recordsIn(bytes: Buffer): number[] {
  const starts: number[] = [];
  for (let at = 16 + bytes.readUInt32BE(12) + 32; at < bytes.length; at += 8 + bytes.readUInt32BE(at))
    starts.push(at);
  return starts;
}

describe('a case file', () => {
  it('holds what was seen in a span of time, each file with its hash, and is opened by its passphrase alone', async () => {
    const { made, store } = await house();
    const bytes = await made(spanOf(nowMs - 200_000, nowMs));
    for (const clear of ['front_door', 'first', 'JFIF', 'is the door closed', 'ftyp'])
      expect(bytes.includes(clear)).toBe(false);
    const { manifest, files, flaws, into } = await opened(bytes);
    expect(flaws).toEqual([]);
    const [id = '', other = ''] = store.clips
      .list({ cameraId: door, fromMs: 0, untilMs: nowMs })
      .map((clip) => clip.id.slice(0, 8));
    expect(files.map(({ name }) => name)).toEqual([
      ...[
        'events.json',
        'said.json',
        'pictures/first.jpg',
        'faces/first.jpg',
        'pictures/second.jpg',
        'faces/second.jpg',
      ],
      ...[
        `videos/front_door 2023-11-14T22-11-40.000Z ${id}.mp4`,
        `videos/front_door 2023-11-14T22-12-30.000Z ${other}.mp4`,
      ],
      'manifest.json',
    ]);
    const last = store.audit.last();
    expect(manifest).toMatchObject({
      madeAt: '2023-11-14T22:13:20.000Z',
      of: { from: '2023-11-14T22:10:00.000Z', to: '2023-11-14T22:13:20.000Z' },
      audit: { number: last.number, mark: Buffer.from(last.mark).toString('hex') },
      leftOut: [],
    });
    for (const { name, sha256 } of manifest?.files ?? [])
      expect(
        createHash('sha256')
          .update(readFileSync(join(into, name)))
          .digest('hex'),
      ).toBe(sha256);
    expect(readFileSync(join(into, 'pictures/first.jpg'))).toEqual(jpegOf('first at the door'));
    expect(readFileSync(join(into, 'said.json'), 'utf8')).toContain('is the door closed');
    expect(manifest?.files.find(({ kind }) => kind === 'video')).toMatchObject({
      ...{ camera: 'front_door', event: 'first', codec: config.codec, width: 64 },
      ...{ from: '2023-11-14T22:11:40.000Z', to: '2023-11-14T22:11:43.000Z' },
    });
    await expect(opened(bytes, 'five small brown words')).rejects.toThrow(
      'This is not the passphrase of this case file.',
    );
  });

  it('may be of single events, and of nothing it is refused', async () => {
    const { made, desk, note } = await house();
    const { manifest } = await opened(await made({ kind: 'events', eventIds: [EventId.parse('second')] }));
    expect(manifest?.files.map(({ kind }) => kind)).toEqual(['events', 'picture', 'face', 'video']);
    expect(manifest?.of).toEqual({ events: ['second'] });
    await expect(desk.order({ of: spanOf(0, 1000), passphrase }, note)).rejects.toThrow(
      'There is nothing of this',
    );
  });

  it('is fetched once, is about as long as was said, and nothing of it touches the disk', async () => {
    const { desk, dataDirectory, note } = await house();
    const before = filesIn(dataDirectory).length;
    const ticket = await desk.order({ of: spanOf(0, nowMs), passphrase }, note);
    expect(ticket).toMatchObject({ name: 'lares-2023-11-14T22-13-20.case', counts: { events: 2, clips: 2 } });
    const order = desk.take(ticket.path.replace('/cases/', ''));
    let length = 0;
    for await (const part of order?.bytes() ?? []) {
      length += part.length;
      expect(filesIn(dataDirectory)).toHaveLength(before);
    }
    expect(length / ticket.expectedBytes).toBeCloseTo(1, 1);
    expect(desk.take(ticket.path.replace('/cases/', ''))).toBeNull();
  });

  it('says which of its videos could not be read to their end', async () => {
    const { store, made, dataDirectory } = await house();
    const [clip] = store.clips.ofEvent(EventId.parse('first'));
    const path = join(dataDirectory, 'clips', clip?.id.slice(0, 2) ?? '', clip?.id ?? '');
    truncateSync(path, 900_000);
    const { manifest, flaws } = await opened(
      await made({ kind: 'events', eventIds: [EventId.parse('first')] }),
    );
    expect(flaws).toEqual([]);
    expect(manifest?.leftOut.map(({ why }) => why)).toEqual([expect.stringContaining('damaged')]);
  });

  it('that was changed names every flaw, and gives what is sound', async () => {
    const { made } = await house();
    const bytes = await made(spanOf(0, nowMs));
    const starts = recordsIn(bytes);
    const at = (number: number): number => starts[number - 1] ?? 0;
    const end = (number: number): number => starts[number] ?? bytes.length;

    const flipped = Buffer.from(bytes);
    flipped[at(6) + 20] = (flipped[at(6) + 20] ?? 0) ^ 1;
    const one = await opened(flipped);
    expect(one.flaws).toEqual([{ kind: 'changed', record: 6 }]);
    expect(one.files.filter(({ isWhole }) => !isWhole).map(({ name }) => name)).toEqual([
      'pictures/first.jpg',
    ]);

    const entryGone = Buffer.from(bytes);
    entryGone[at(7) + 10] = (entryGone[at(7) + 10] ?? 0) ^ 1;
    expect((await opened(entryGone)).flaws).toEqual([
      { kind: 'changed', record: 7 },
      { kind: 'missing', name: 'faces/first.jpg' },
    ]);

    const swapped = Buffer.concat([
      ...[bytes.subarray(0, at(6)), bytes.subarray(at(8), end(8)), bytes.subarray(at(7), end(7))],
      ...[bytes.subarray(at(6), end(6)), bytes.subarray(end(8))],
    ]);
    expect((await opened(swapped)).flaws).toMatchObject([
      { kind: 'moved', record: 6, from: 8 },
      { kind: 'moved', record: 8, from: 6 },
    ]);

    const cut = await opened(bytes.subarray(0, bytes.length - 5));
    expect(cut.flaws).toEqual([{ kind: 'cut_off', record: starts.length }]);
    expect(cut.manifest?.files).toHaveLength(8);
    const half = await opened(bytes.subarray(0, at(12)));
    expect([half.manifest, half.flaws]).toEqual([null, [{ kind: 'cut_off', record: 12 }]]);

    const added = Buffer.concat([bytes, Buffer.from('more')]);
    expect((await opened(added)).flaws).toEqual([{ kind: 'added', bytes: 4 }]);
  });

  it('that is none, from a newer Lares, or broken at its beginning is told as that', async () => {
    const { made } = await house();
    const bytes = await made({ kind: 'events', eventIds: [EventId.parse('first')] });
    await expect(opened(Buffer.from('a film'))).rejects.toThrow('This is no case file of Lares.');
    const newer = Buffer.from(bytes);
    newer.writeUInt32BE(2, 8);
    await expect(opened(newer)).rejects.toThrow('This case file is from a newer Lares');
    const broken = Buffer.from(bytes);
    broken[40] = (broken[40] ?? 0) ^ 1;
    await expect(opened(broken)).rejects.toThrow('The beginning of this case file is damaged');
  });
});

it('a case file is promised to a page, fetched once, noted in the audit, and opened at a terminal', async () => {
  const { address, folder, api } = await startHouse();
  const opened = await openDataKey({ configDirectory: join(folder, 'config'), dataExists: true });
  if (opened.kind !== 'open') throw new Error('the house is locked');
  const store = openStore({ dataDirectory: join(folder, 'data'), key: opened.key });
  store.events.put(visit('e1', { beganAtMs: nowMs, endedAtMs: nowMs + 1000 }));
  store.close();
  const { path, name } = await api.memory.caseFile.mutate({ of: spanOf(nowMs - 1, nowMs + 1), passphrase });
  const url = new URL(path, address);
  const answer = await fetch(url);
  expect(answer.headers.get('content-disposition')).toContain(name);
  const file = join(folder, 'a.case');
  writeFileSync(file, Buffer.from(await answer.arrayBuffer()));
  expect((await fetch(url)).status).toBe(404);
  expect((await api.audit.newest.query({ limit: 1 })).map(({ deed, about }) => [deed, about])).toEqual([
    ['exported', 'case of 2023-11-14T22:13:19.999Z to 2023-11-14T22:13:20.001Z'],
  ]);
  const text = execFileSync(process.execPath, [cli, 'case', 'open', file, join(folder, 'case'), '--stdin'], {
    input: `${passphrase}\n`,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  expect(text).toContain('2 files unpacked, each exactly as it was written.');
});
