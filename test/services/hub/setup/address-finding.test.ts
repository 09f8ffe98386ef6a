import { createServer as createWebServer } from 'node:http';
import { BlockList, createServer, type Server } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { findFault, judged } from '../../../../services/hub/setup/address-finding.ts';
import { makeClip } from '../../../fixtures/clip.ts';
import { RtspCamera } from '../../../fixtures/rtsp-camera.ts';

const { signal } = new AbortController();

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('it listens to no port');
  return address.port;
}

const find = (port: number, scheme = 'rtsp') =>
  findFault(`${scheme}://admin:secret@127.0.0.1:${port}/stream`, { signal });

it('finds nobody to blame where RTSP answers', async () => {
  const camera = await RtspCamera.start(makeClip());
  onTestFinished(() => camera.stop());
  expect(await find(camera.port)).toEqual({ kind: 'video_port' });
});

it('finds a web page in the place of video', async () => {
  const web = createWebServer((_, response) => {
    response.end('<html>a camera’s own page</html>');
  });
  const port = await portOf(web);
  expect(await find(port)).toMatchObject({ kind: 'web_page', port });
});

it('finds something that is neither, and tells it no secret', async () => {
  let told = '';
  const server = createServer((socket) => {
    socket.on('data', (bytes) => {
      told += bytes.toString();
      socket.end('SSH-2.0-OpenSSH_9.2 of a machine that is no camera\r\n');
    });
    socket.on('error', () => undefined);
  });
  const port = await portOf(server);
  expect(await find(port)).toMatchObject({ kind: 'no_video_port', port });
  expect(told).toBe('OPTIONS * RTSP/1.0\r\nCSeq: 1\r\n\r\n');
});

it('leads nobody from TLS to a port without it', async () => {
  const server = createServer((socket) => {
    socket.end('\x15\x03\x01\x00\x02\x02\x46');
    socket.on('error', () => undefined);
  });
  expect(await find(await portOf(server), 'rtsps')).toEqual({ kind: 'no_network_address' });
});

it('finds a closed port on a machine that is there', async () => {
  const server = createServer();
  const port = await portOf(server);
  await new Promise((resolve) => server.close(resolve));
  expect(await find(port)).toMatchObject({ kind: 'closed_port', port });
});

it.each(['/dev/video0', 'file:///films/door.mp4', 'rtsp://', 'ftp://10.0.0.1/a'])(
  'has nothing to find out of %s',
  async (address) => {
    expect(await findFault(address, { signal })).toEqual({ kind: 'no_network_address' });
  },
);

it('tells a machine that is off from a port that is closed, and names the port with video', () => {
  const others = [8554, 88, 80];
  expect(
    judged({ port: 554, asked: 'silent', others, answers: ['silent', 'silent', 'silent'], elsewhere: true }),
  ).toEqual({ kind: 'nobody_there', elsewhere: true });
  expect(
    judged({ port: 554, asked: 'silent', others, answers: ['silent', 'silent', 'web'], elsewhere: false }),
  ).toEqual({ kind: 'closed_port', port: 554, video: null });
  expect(
    judged({ port: 80, asked: 'web', others, answers: ['rtsp', 'closed', 'web'], elsewhere: false }),
  ).toEqual({ kind: 'web_page', port: 80, video: 8554 });
});

it('knows, when nobody answers or waits any more, whether the address is in a network of this machine', async () => {
  const networks = new BlockList();
  networks.addSubnet('10.1.2.0', 24, 'ipv4');
  const over = AbortSignal.abort();
  const elsewhere = async (host: string) => findFault(`rtsp://${host}/`, { signal: over, networks });
  expect(await elsewhere('10.9.9.9')).toEqual({ kind: 'nobody_there', elsewhere: true });
  expect(await elsewhere('10.1.2.9')).toEqual({ kind: 'nobody_there', elsewhere: false });
});
