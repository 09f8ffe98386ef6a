import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { download } from '../../models/download.ts';

const content = randomBytes(200_000);
const sha256 = createHash('sha256').update(content).digest('hex');

let folder = '';
let server: Server;
let ranges: (string | undefined)[] = [];
/** How the server behaves at the next requests. */
let mood: 'ranges' | 'whole' | 'cut' | 'other' | 'missing' = 'ranges';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lares-download-'));
  ranges = [];
  mood = 'ranges';
  server = createServer((request, response) => {
    ranges.push(request.headers.range);
    const start = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    if (mood === 'missing') response.writeHead(404).end();
    else if (mood === 'whole') response.writeHead(200).end(content);
    else if (mood === 'other') response.writeHead(200).end(Buffer.alloc(content.length));
    else {
      const total = content.length;
      response.writeHead(206, { 'content-range': `bytes ${start}-${total - 1}/${total}` });
      // The rest never comes.
      if (mood === 'cut') response.write(content.subarray(start, start + 50_000));
      else response.end(content.subarray(start));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

function file(): { address: string; path: string; sizeBytes: number; sha256: string } {
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return {
    address: `http://127.0.0.1:${port}/network.onnx`,
    path: join(folder, 'network.onnx'),
    sizeBytes: content.length,
    sha256,
  };
}

describe('download', () => {
  it('fetches a file and says how far it is', async () => {
    let last = 0;
    await download({ ...file(), onProgress: (received) => (last = received) });
    expect(last).toBe(content.length);
    expect(await readFile(join(folder, 'network.onnx'))).toEqual(content);
    expect(await readdir(folder)).toEqual(['network.onnx']);
  });

  it('goes on where a broken attempt stopped', async () => {
    mood = 'cut';
    const broken = new AbortController();
    const onProgress = (received: number): void => {
      if (received === 50_000) broken.abort(new Error('broken'));
    };
    await expect(download({ ...file(), onProgress, signal: broken.signal })).rejects.toThrow('broken');
    mood = 'ranges';
    await download(file());
    expect(ranges).toEqual(['bytes=0-', 'bytes=50000-']);
    expect(await readFile(join(folder, 'network.onnx'))).toEqual(content);
  });

  it('starts anew when the server knows no ranges', async () => {
    await writeFile(join(folder, 'network.onnx.part'), 'some bytes');
    mood = 'whole';
    await download(file());
    expect(await readFile(join(folder, 'network.onnx'))).toEqual(content);
  });

  it('refuses another file than expected and keeps nothing of it', async () => {
    mood = 'other';
    await expect(download(file())).rejects.toMatchObject({ code: 'damaged' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('says that a server is out of reach, or stops when it is told to', async () => {
    mood = 'missing';
    await expect(download(file())).rejects.toMatchObject({ code: 'unreachable' });
    const reason = new Error('stopped');
    await expect(download({ ...file(), signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
