import { expect, it } from 'vitest';
import { addressApart } from '../../../services/contract/address.ts';

it.each([
  ['rtsp://admin:secret@10.0.0.2:554/live', ['rtsp://10.0.0.2:554/live', 'admin', 'secret']],
  ['rtsp://admin:p@ss%21:w@10.0.0.2', ['rtsp://10.0.0.2', 'admin', 'p@ss!:w']],
  ['http://viewer@cam.local/stream', ['http://cam.local/stream', 'viewer', '']],
  ['rtsp://admin:100%@10.0.0.2/x', ['rtsp://10.0.0.2/x', 'admin', '100%']],
])('takes user and password out of %s', (typed, [address, username, password]) => {
  expect(addressApart(typed)).toEqual({ address, username, password });
});

it.each(['rtsp://10.0.0.2/live', 'rtsp://10.0.0.2/a@b', '/videos/me@home.mp4', '', 'admin@10.0.0.2'])(
  'leaves %s alone',
  (typed) => {
    expect(addressApart(typed)).toBeNull();
  },
);
