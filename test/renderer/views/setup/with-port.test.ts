import { expect, it } from 'vitest';
import { withPort } from '../../../../renderer/views/setup/with-port.ts';

it.each([
  ['rtsp://192.168.1.20/stream1', 'rtsp://192.168.1.20:8554/stream1'],
  ['rtsp://192.168.1.20:80/a?b=1', 'rtsp://192.168.1.20:8554/a?b=1'],
  ['rtsp://192.168.1.20:80', 'rtsp://192.168.1.20:8554/'],
  ['http://camera.local/index.html', 'rtsp://camera.local:8554/'],
  ['rtsp://[fe80::1]:80/cam', 'rtsp://[fe80::1]:8554/cam'],
  ['rtsp://anna:a@b@10.0.0.2:80/cam', 'rtsp://anna:a@b@10.0.0.2:8554/cam'],
])('%s at port 8554 is %s', (address, other) => {
  expect(withPort(address, 8554)).toBe(other);
});
