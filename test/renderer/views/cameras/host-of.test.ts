import { expect, it } from 'vitest';
import { hostOf } from '../../../../renderer/views/cameras/host-of.ts';

it.each([
  ['rtsp://192.168.1.20:554/live', '192.168.1.20'],
  ['http://anna:pw@Cam.lan/x', 'cam.lan'],
  ['rtsp://[fd00::7]:554/', '[fd00::7]'],
  ['rtsp://cam.lan?x=1', 'cam.lan'],
  ['/dev/video0', ''],
  ['', ''],
])('the host of %s is %s', (address, host) => {
  expect(hostOf(address)).toBe(host);
});
