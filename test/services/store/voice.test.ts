import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Intent } from '../../../services/contract/intent.ts';
import type { TranscriptEntry } from '../../../services/contract/voice.ts';
import type { Recording, WakeModel } from '../../../services/contract/wake.ts';
import { Database } from '../../../services/store/database.ts';
import { derivedKey } from '../../../services/store/derived-key.ts';
import { openStore } from '../../../services/store/store.ts';
import { rawDatabase } from './raw-files.ts';
import { filesIn, scratchFolder } from './scratch.ts';

const key = new Uint8Array(32).fill(5);

function house(dataDirectory = scratchFolder()) {
  let nowMs = 1_700_000_000_000;
  const store = openStore({ dataDirectory, key, now: () => (nowMs += 1) });
  onTestFinished(() => {
    store.close();
  });
  const vaultFiles = (): number => filesIn(join(dataDirectory, 'vault')).length;
  /** Whether any file of the house holds this in clear, or the database once it is decrypted. */
  const holds = (text: string) => ({
    files: filesIn(dataDirectory).some(({ bytes }) => bytes.includes(text)),
    database: rawDatabase(dataDirectory, key).includes(text),
  });
  return { dataDirectory, store, vaultFiles, holds };
}

function soundOf(words: string): Recording {
  return { pcm: new Uint8Array(Buffer.alloc(3200, words)), durationMs: 100, peak: 0.25 };
}

function modelOf(phrase: string, more: { embedding?: string; network?: string } = {}): WakeModel {
  const { embedding = 'e1', network = `the network of ${phrase}` } = more;
  return {
    network: new Uint8Array(Buffer.from(network)),
    embedding,
    report: {
      ...{ phrase, origin: 'trained', trainedAtMs: 5, recordings: 2, hoursOfNegatives: 3.5 },
      heldOut: { recordings: 2, heard: 1 },
      curve: [
        { sensitivity: 0, threshold: 0.75, falseAlarmsPerHour: 0.1, missRate: 0.05 },
        { sensitivity: 1, threshold: 0.25, falseAlarmsPerHour: 2, missRate: null },
      ],
    },
  };
}

function entryOf(id: string, more: Partial<TranscriptEntry> = {}): TranscriptEntry {
  return { id, atMs: 1, heard: 'turn on', intent: null, outcome: 'failed', reply: 'No.', ...more };
}

describe('wake models', () => {
  it('come back as they were, after a restart too, and a new one takes the place of the old', async () => {
    const { store, dataDirectory, vaultFiles } = house();
    await store.wakeModels.put(modelOf('smart mirror', { network: 'older' }));
    const olderId = store.wakeModels.idOf('smart mirror');
    await store.wakeModels.put(modelOf('smart mirror'));
    await store.wakeModels.put(modelOf('view glass', { embedding: 'e2' }));
    store.close();
    const again = openStore({ dataDirectory, key });
    const model = await again.wakeModels.get('smart mirror');
    expect({ ...model, network: Buffer.from(model?.network ?? []).toString() }).toEqual({
      ...modelOf('smart mirror'),
      network: 'the network of smart mirror',
    });
    expect(again.wakeModels.idOf('smart mirror')).toMatch(/^[0-9a-f]{12}$/);
    expect(again.wakeModels.idOf('smart mirror')).not.toBe(olderId);
    expect([again.wakeModels.idOf('computer'), await again.wakeModels.get('computer')]).toEqual([null, null]);
    expect(again.wakeModels.reports()).toEqual([
      modelOf('smart mirror').report,
      modelOf('view glass').report,
    ]);
    expect(vaultFiles()).toBe(2);
    again.close();
  });

  it('are none where the network is missing or another one', async () => {
    const { store, dataDirectory } = house();
    await store.wakeModels.put(modelOf('smart mirror'));
    const database = Database.open(join(dataDirectory, 'lares.db'), derivedKey(key, 'database'));
    database.run("UPDATE wake_models SET model_id = '000000000000'");
    database.close();
    expect(await store.wakeModels.get('smart mirror')).toBeNull();
    expect(store.wakeModels.idOf('smart mirror')).toBe('000000000000');
  });

  it('leave nothing when they are forgotten', async () => {
    const { store, holds, vaultFiles, dataDirectory } = house();
    await store.wakeModels.put(modelOf('wilhelmine'));
    expect(holds('wilhelmine')).toEqual({ files: false, database: true });
    await store.wakeModels.remove('wilhelmine');
    expect(store.erasure.scrub()).toBe(true);
    expect(holds('wilhelmine')).toEqual({ files: false, database: false });
    expect([store.wakeModels.reports(), vaultFiles()]).toEqual([[], 0]);
    expect(readFileSync(join(dataDirectory, 'lares.db-wal'))).toHaveLength(0);
  });
});

describe('samples of a phrase', () => {
  it('are encrypted, and read back as they were', async () => {
    const { store, holds } = house();
    const sample = await store.wakeSamples.add('computer', 'call', soundOf('a voice that calls '));
    await store.wakeSamples.add('jarvis', 'not_call', soundOf('a television '));
    expect(store.wakeSamples.list()).toMatchObject([
      { phrase: 'jarvis', kind: 'not_call', durationMs: 100, peak: 0.25 },
      { ...sample, phrase: 'computer', kind: 'call' },
    ]);
    const recording = await store.wakeSamples.recording(sample.id);
    expect(recording && { ...recording, pcm: new Uint8Array(recording.pcm) }).toEqual(
      soundOf('a voice that calls '),
    );
    expect(holds('a voice that calls')).toEqual({ files: false, database: false });
  });

  it('are fifty of a phrase at most: the oldest go, those of other phrases stay', async () => {
    const { store, vaultFiles } = house();
    const other = await store.wakeSamples.add('jarvis', 'call', soundOf('other'));
    const first = await store.wakeSamples.add('computer', 'call', soundOf('first'));
    for (let n = 0; n < 50; n += 1) await store.wakeSamples.add('computer', 'call', soundOf(`${n}`));
    expect(store.wakeSamples.of('computer')).toHaveLength(50);
    expect(await store.wakeSamples.recording(first.id)).toBeNull();
    expect(store.wakeSamples.of('jarvis')).toEqual([other]);
    expect(vaultFiles()).toBe(51);
    expect(await store.wakeSamples.remove(other.id)).toBe(true);
    expect(await store.wakeSamples.remove(other.id)).toBe(false);
    expect(vaultFiles()).toBe(50);
  });
});

describe('what was wrong', () => {
  it('is told with its verdict, and whether there is a recording', async () => {
    const { store, holds } = house();
    store.transcript.add(entryOf('a', { confidence: 0.625, atMs: 2 }));
    store.transcript.add(entryOf('b'));
    store.transcript.setVerdict('a', { how: 'misheard', meant: 'turn on the fan' });
    store.transcript.setVerdict('b', { how: 'not_called', meant: '' });
    await store.recordings.put('b', 'computer', soundOf('a television '));
    await store.recordings.put('gone', 'computer', soundOf('nobody '));
    expect(store.transcript.newest(5)).toEqual([
      entryOf('a', {
        ...{ confidence: 0.625, atMs: 2 },
        verdict: { how: 'misheard', meant: 'turn on the fan', hasRecording: false },
      }),
      entryOf('b', { verdict: { how: 'not_called', meant: '', hasRecording: true } }),
    ]);
    // The exchange itself told once more keeps what was said of it.
    store.transcript.add(entryOf('b', { reply: 'Yes.' }));
    expect(store.transcript.get('b')?.verdict).toMatchObject({ hasRecording: true });
    expect(store.recordings.count()).toBe(1);
    expect(store.recordings.falseCalls()).toMatchObject([
      { id: 'b', phrase: 'computer', kind: 'not_call', durationMs: 100, peak: 0.25 },
    ]);
    expect(Buffer.from((await store.recordings.get('b'))?.pcm ?? []).toString()).toMatch(/^a television /);
    expect(holds('a television')).toEqual({ files: false, database: false });
    store.transcript.setVerdict('b', null);
    expect(store.transcript.get('b')).toEqual(entryOf('b', { reply: 'Yes.' }));
    expect(store.transcript.judged().map(({ id }) => id)).toEqual(['a']);
  });

  it('goes with its exchange when that falls out of the transcript', async () => {
    const { store, vaultFiles } = house();
    store.transcript.add(entryOf('old'));
    await store.recordings.put('old', 'computer', soundOf('old'));
    for (let n = 0; n < 500; n += 1) store.transcript.add(entryOf(`t${n}`, { atMs: 10 + n }));
    expect(store.transcript.get('old')).toBeNull();
    expect(vaultFiles()).toBe(1);
    expect([await store.recordings.tidy(), await store.recordings.tidy()]).toEqual([true, false]);
    expect([store.recordings.count(), vaultFiles()]).toEqual([0, 0]);
  });

  it('is kept of two hundred exchanges at most, and forgotten all at once', async () => {
    const { store, vaultFiles } = house();
    for (let n = 0; n < 203; n += 1) {
      store.transcript.add(entryOf(`t${n}`, { atMs: 10 + n }));
      await store.recordings.put(`t${n}`, 'computer', soundOf(`${n}`));
    }
    expect([store.recordings.count(), vaultFiles()]).toEqual([200, 200]);
    expect([await store.recordings.get('t2'), await store.recordings.get('t3')]).toMatchObject([
      null,
      { durationMs: 100 },
    ]);
    await store.recordings.removeAll();
    expect([store.recordings.count(), vaultFiles()]).toEqual([0, 0]);
  });

  it('forgets a person, also in what was meant and in the second of two commands', () => {
    const { store } = house();
    const intent: Intent = {
      name: 'HassTurnOn',
      slots: { name: 'lamp' },
      also: [{ name: 'LaresWhoIsThere', slots: { person: 'Anna' } }],
    };
    const { id } = store.people.create('Anna', { givenBy: 'Otto', recordedBy: 'Otto' });
    store.transcript.add(entryOf('a', { intent }));
    store.transcript.setVerdict('a', { how: 'misheard', meant: "is Anna's lamp on" });
    store.transcript.add(entryOf('b', { atMs: 0 }));
    expect(store.transcript.naming('anna').map((entry) => entry.id)).toEqual(['a']);
    store.people.forget(id);
    expect(store.transcript.get('a')).toMatchObject({
      intent: { also: [{ name: 'LaresWhoIsThere', slots: { person: 'somebody' } }] },
      verdict: { how: 'misheard', meant: "is somebody's lamp on" },
    });
    expect(store.transcript.naming('anna')).toEqual([]);
  });
});

it('timers come back as they were', () => {
  const { store, dataDirectory } = house();
  const pasta = { id: 1, name: 'pasta', lengthMs: 300_000, state: { kind: 'running', endsAtMs: 5 } } as const;
  const tea = { id: 3, name: '', lengthMs: 60_000, state: { kind: 'paused', leftMs: 0 } } as const;
  store.timers.put(pasta);
  store.timers.put({ ...tea, id: 2 });
  store.timers.put({ ...tea, state: { kind: 'running', endsAtMs: 9 } });
  store.timers.put(tea);
  store.timers.remove(2);
  store.close();
  const again = openStore({ dataDirectory, key });
  expect(again.timers.list()).toEqual([pasta, tea]);
  again.close();
});
