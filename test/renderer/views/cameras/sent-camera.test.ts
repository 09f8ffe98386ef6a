import { describe, expect, it } from 'vitest';
import { blankCamera } from '../../../../renderer/views/cameras/blank-camera.ts';
import { sentCamera } from '../../../../renderer/views/cameras/sent-camera.ts';

const roles = { detect: 'sub', record: 'main', live: 'auto' } as const;

describe('a camera as it is sent', () => {
  it('has no password in its addresses; that of the first one counts', () => {
    const typed = {
      ...blankCamera,
      address: 'rtsp://a:b@cam.lan/1',
      subAddress: 'rtsp://c:d@cam.lan/2',
      roles,
    };
    const sent = { address: 'rtsp://cam.lan/1', subAddress: 'rtsp://cam.lan/2', roles };
    expect(sentCamera(typed)).toEqual({ ...blankCamera, ...sent, username: 'a', password: 'b' });
    expect(sentCamera({ ...typed, address: 'rtsp://cam.lan/1' })).toEqual({
      ...blankCamera,
      ...sent,
      username: 'c',
      password: 'd',
    });
  });

  it('chooses no stream that it has not', () => {
    const typed = { ...blankCamera, address: 'rtsp://cam.lan/1', subAddress: ' ', roles };
    expect(sentCamera(typed)).toEqual({ ...typed, roles: blankCamera.roles });
  });
});
