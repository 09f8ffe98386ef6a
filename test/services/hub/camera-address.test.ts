import { describe, expect, it } from 'vitest';
import { CameraInput } from '../../../services/contract/api.ts';
import { keepsHosts, withoutPasswordInAddress } from '../../../services/hub/camera-address.ts';

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

describe('the address of a second stream', () => {
  const both = (address: string, subAddress: string) => {
    const camera = withoutPasswordInAddress(CameraInput.parse({ name: 'Door', address, subAddress }));
    return [camera.address, camera.subAddress, camera.username, camera.password];
  };

  it('gives its secrets away too; those of the first one count', () => {
    const plain = ['rtsp://cam.lan/1', 'rtsp://cam.lan/2'];
    expect(both('rtsp://cam.lan/1', 'rtsp://anna:s3cret@cam.lan/2')).toEqual([...plain, 'anna', 's3cret']);
    expect(both('rtsp://a:b@cam.lan/1', 'rtsp://c:d@cam.lan/2')).toEqual([...plain, 'a', 'b']);
    expect(both('rtsp://cam.lan/1', '')).toEqual(['rtsp://cam.lan/1', '', '', '']);
  });

  it('is sent a stored password only when it leads where the camera was before', () => {
    const before = { address: 'rtsp://cam.lan/1', subAddress: 'http://cam.lan:81/2' };
    const kept = (address: string, subAddress: string) => keepsHosts({ address, subAddress }, before);
    expect(kept('rtsp://CAM.lan:554/9', '')).toBe(true);
    expect(kept('rtsp://cam.lan/1', 'rtsp://cam.lan:554/2')).toBe(true);
    expect(kept('rtsp://cam.lan/1', 'http://cam.lan:81/3')).toBe(true);
    expect(kept('rtsp://cam.lan/1', 'rtsp://evil.lan/2')).toBe(false);
    expect(kept('rtsp://cam.lan/1', 'rtsp://cam.lan:555/2')).toBe(false);
    expect(kept('rtsp://evil.lan/1', 'rtsp://cam.lan/2')).toBe(false);
    expect(kept('/dev/video0', '')).toBe(false);
  });
});
