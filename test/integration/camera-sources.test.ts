import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RtspServer } from '../../services/hub/demo/rtsp-server.ts';
import { makeClip } from '../fixtures/clip.ts';
import { RtspCamera } from '../fixtures/rtsp-camera.ts';
import { Looking, patience } from './looking.ts';

const everything = { video: true, transcoded: false };
const nothing = { video: false, transcoded: false };

/** Looks until some pictures came, and tells what the camera's video is made of. */
async function seenAt(address: string, transport: 'tcp' | 'udp' = 'tcp') {
  const looking = new Looking(address, { transport });
  looking.camera.watch({ main: everything, sub: nothing });
  await looking.more(4);
  await looking.stop();
  const [picture] = looking.pictures;
  return { codecs: looking.codecs, width: picture?.width, height: picture?.height };
}

describe('a camera is looked through', () => {
  let folder: string;
  let web: Server;
  let webAddress: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lares-sources-'));
    web = createServer((request, response) => {
      serveVideo(request.url ?? '', response);
    });
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const address = web.address();
    webAddress = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  });
  afterAll(() => {
    web.closeAllConnections();
    web.close();
    rmSync(folder, { recursive: true });
  });

  it('over RTSP by UDP', async () => {
    const file = join(folder, 'clip.h264');
    const input = ['-f', 'lavfi', '-i', 'testsrc=size=320x240:rate=10:duration=2', '-pix_fmt', 'yuv420p'];
    execFileSync('ffmpeg', [
      '-v',
      'error',
      ...input,
      '-c:v',
      'libx264',
      '-bf',
      '0',
      '-g',
      '10',
      '-f',
      'h264',
      file,
    ]);
    const server = await RtspServer.start([`cam=${file}@10`]);
    expect(server).not.toBeNull();
    const seen = await seenAt(`rtsp://127.0.0.1:${server?.port ?? 0}/cam`, 'udp');
    await server?.stop();
    expect(seen).toEqual({ codecs: ['avc1'], width: 320, height: 240 });
  });

  it('over RTSP in TLS, by a certificate of its own', async () => {
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const subject = ['-subj', '/CN=camera', '-keyout', key, '-out', cert, '-days', '1'];
    execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject], {
      stdio: 'ignore',
    });
    const camera = await RtspCamera.start(makeClip());
    const tls = createTlsServer({ key: readFileSync(key), cert: readFileSync(cert) }, (socket) => {
      const plain = connect(camera.port, '127.0.0.1');
      socket.pipe(plain).pipe(socket);
      for (const end of [socket, plain]) end.on('error', () => undefined);
      socket.on('close', () => plain.destroy());
    });
    await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve));
    const address = tls.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const seen = await seenAt(`rtsps://127.0.0.1:${port}/cam`);
    tls.close();
    await camera.stop();
    expect(seen).toEqual({ codecs: ['avc1'], width: 320, height: 240 });
  });

  it('in H.265', async () => {
    const camera = await RtspCamera.start(makeClip({ codec: 'h265' }));
    const seen = await seenAt(camera.address);
    await camera.stop();
    expect(seen).toEqual({ codecs: ['hvc1'], width: 320, height: 240 });
  });

  it('over HTTP as FLV, with sound', async () => {
    expect(await seenAt(`${webAddress}/live.flv`)).toEqual({ codecs: ['avc1'], width: 320, height: 240 });
  });

  it('over HTTP as motion JPEG', async () => {
    expect(await seenAt(`${webAddress}/mjpeg`)).toEqual({ codecs: ['jpeg'], width: 320, height: 240 });
  });
});

describe('a camera with two streams', () => {
  it('is looked at in the small one, shown in both, and looked at closely in the large one', async () => {
    const [large, small] = [
      await RtspCamera.start(makeClip({ size: '640x480' })),
      await RtspCamera.start(makeClip({ framesPerSecond: 5, gop: 10 })),
    ];
    const looking = new Looking(large.address, { subAddress: small.address });
    looking.camera.watch({ main: everything, sub: everything });
    await looking.more(6);
    expect(looking.states.at(-1)).toMatchObject({ kind: 'live', stream: 'sub', decoding: 'all', width: 320 });
    const moment = await looking.camera.moment(new AbortController().signal);
    expect(moment).toMatchObject({ width: 640, height: 480 });
    const streams = looking.video.filter(({ kind }) => kind === 'chunk').map(({ stream }) => stream);
    expect(new Set(streams)).toEqual(new Set(['main', 'sub']));
    expect([large.plays, small.plays]).toEqual([1, 1]);
    await looking.stop();
    await large.stop();
    await small.stop();
  });

  it('tells that the large one is missing while the small one lives', async () => {
    const small = await RtspCamera.start(makeClip({ framesPerSecond: 5, gop: 10 }));
    const looking = new Looking('rtsp://127.0.0.1:1/none', { subAddress: small.address });
    await vi.waitFor(() => {
      expect(looking.states.at(-1)).toMatchObject({
        kind: 'live',
        missing: { stream: 'main', why: "The camera can't be reached at this address." },
      });
    }, patience);
    await looking.stop();
    await small.stop();
  });

  it('shows H.265 to a page that knows H.264 only', async () => {
    const camera = await RtspCamera.start(makeClip({ codec: 'h265' }));
    const looking = new Looking(camera.address);
    looking.camera.watch({ main: { video: false, transcoded: true }, sub: nothing });
    await looking.more(8);
    expect(looking.codecs).toEqual(['avc1']);
    expect(looking.video.filter(({ kind }) => kind === 'chunk').length).toBeGreaterThan(5);
    await looking.stop();
    await camera.stop();
  });
});

/** A web camera: its video as long as somebody listens. */
function serveVideo(path: string, response: ServerResponse): void {
  const input = ['-re', '-f', 'lavfi', '-i', 'testsrc=size=320x240:rate=10'];
  const sound = ['-re', '-f', 'lavfi', '-i', 'sine', '-c:a', 'aac', '-shortest'];
  const isFlv = path.endsWith('.flv');
  const coder = isFlv
    ? [...sound, '-pix_fmt', 'yuv420p', '-c:v', 'libx264', '-tune', 'zerolatency', '-g', '10', '-f', 'flv']
    : ['-c:v', 'mjpeg', '-f', 'mpjpeg', '-boundary_tag', 'picture'];
  response.writeHead(200, {
    'Content-Type': isFlv ? 'video/x-flv' : 'multipart/x-mixed-replace; boundary=picture',
  });
  const ffmpeg = spawn('ffmpeg', ['-v', 'quiet', ...input, ...coder, 'pipe:1'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  ffmpeg.stdout.pipe(response);
  response.on('close', () => ffmpeg.kill('SIGKILL'));
}
