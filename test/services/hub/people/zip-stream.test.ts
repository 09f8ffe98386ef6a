import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { type ZipEntry, zipStream } from '../../../../services/hub/people/zip-stream.ts';

async function bytesOf(entries: AsyncIterable<ZipEntry>): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(zipStream(entries), (chunk) => Buffer.from(chunk)));
}

it('a zip holds what was put in, pictures as they are', async () => {
  const picture = Uint8Array.from({ length: 100_000 }, (_, n) => n * 31);
  const text = 'words '.repeat(10_000);
  const zip = await bytesOf(
    (async function* () {
      yield { path: 'words.json', bytes: new Uint8Array(Buffer.from(text)), atMs: 1_700_000_000_000 };
      await Promise.resolve();
      yield { path: 'faces/a.jpg', bytes: picture, atMs: 1_700_000_000_000 };
    })(),
  );
  const files = unzipSync(new Uint8Array(zip));
  expect(strFromU8(files['words.json'] ?? new Uint8Array())).toBe(text);
  expect(Buffer.from(files['faces/a.jpg'] ?? []).equals(picture)).toBe(true);
  expect(zip.length).toBeLessThan(picture.length + 2000);
});

it('the next picture is read when the last one was taken', async () => {
  let read = 0;
  const stream = zipStream(
    (async function* () {
      for (; read < 1000; read += 1) {
        await Promise.resolve();
        yield { path: `${read}.jpg`, bytes: new Uint8Array(100_000), atMs: 1_700_000_000_000 };
      }
    })(),
  );
  for await (const chunk of stream) {
    expect(chunk).toBeDefined();
    break;
  }
  expect(read).toBeLessThan(10);
});

it('what can not be read ends the archive with an error', async () => {
  await expect(
    bytesOf(
      (async function* () {
        yield { path: 'a.jpg', bytes: new Uint8Array(1), atMs: 1_700_000_000_000 };
        await Promise.resolve();
        throw new Error('damaged');
      })(),
    ),
  ).rejects.toThrow('damaged');
});

it('a time from before zips were is told as the earliest there is', async () => {
  const zip = await bytesOf(
    (async function* () {
      await Promise.resolve();
      yield { path: 'a.jpg', bytes: Uint8Array.of(1), atMs: 0 };
      yield { path: 'b.jpg', bytes: Uint8Array.of(2), atMs: 8.64e15 };
    })(),
  );
  expect(Object.keys(unzipSync(new Uint8Array(zip)))).toEqual(['a.jpg', 'b.jpg']);
});
