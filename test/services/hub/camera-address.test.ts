import { describe, expect, it } from 'vitest';
import { CameraInput } from '../../../services/contract/api.ts';
import { withoutPasswordInAddress } from '../../../services/hub/camera-address.ts';

const taken = (address: string, fields = {}) => {
  const camera = CameraInput.parse({ name: 'Door', address, ...fields });
  const { address: shown, username, password } = withoutPasswordInAddress(camera);
  return [shown, username, password];
};

describe('a camera address', () => {
  it.each([
    ['rtsp://192.168.1.7:554/stream1', ['rtsp://192.168.1.7:554/stream1', '', '']],
    ['rtsp://admin:secret@cam.lan/live', ['rtsp://cam.lan/live', 'admin', 'secret']],
    ['rtsp://admin@cam.lan/live', ['rtsp://cam.lan/live', 'admin', '']],
    ['rtsp://admin:p@ss:word?#@cam.lan/live@2', ['rtsp://cam.lan/live@2', 'admin', 'p@ss:word?#']],
    ['rtsp://admin:p%40ss%2F@cam.lan/', ['rtsp://cam.lan/', 'admin', 'p@ss/']],
    ['rtsp://admin:100%@cam.lan/', ['rtsp://cam.lan/', 'admin', '100%']],
    ['rtsp://admin:pa/ss@cam.lan/live', ['rtsp://cam.lan/live', 'admin', 'pa/ss']],
    ['http://cam.lan:80/a@b.jpg', ['http://cam.lan:80/a@b.jpg', '', '']],
    ['http://cam.lan/a@b.jpg', ['http://cam.lan/a@b.jpg', '', '']],
    ['/home/anna/me@home.mp4', ['/home/anna/me@home.mp4', '', '']],
  ])('%s gives its secrets to their fields', (address, expected) => {
    expect(taken(address)).toEqual(expected);
  });

  it('does not overwrite the fields that are filled in', () => {
    expect(taken('rtsp://a:b@cam.lan/', { username: 'c', password: 'd' })).toEqual([
      'rtsp://cam.lan/',
      'c',
      'd',
    ]);
  });
});
