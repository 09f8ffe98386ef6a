import { expect, it } from 'vitest';
import { CameraSettings } from '../../../../services/contract/camera.ts';
import { watchedOf } from '../../../../services/hub/live/live-wish.ts';

const camera = (fields = {}) =>
  CameraSettings.parse({ id: 'door', name: 'Door', address: 'rtsp://127.0.0.1/', ...fields });
const both = { subAddress: 'rtsp://127.0.0.1/small' };

it.each([
  [camera(), 'auto', 'video', 'main'],
  [camera(), 'sub', 'video', 'main'],
  [camera(), 'main', 'stills', 'main'],
  [camera(both), 'auto', 'video', 'main'],
  [camera(both), 'sub', 'video', 'sub'],
  [camera(both), 'main', 'transcoded', 'main'],
  [camera(both), 'main', 'stills', 'sub'],
  [camera({ ...both, roles: { live: 'sub' } }), 'auto', 'video', 'sub'],
] as const)('case %#: gets a stream that the camera has', (...[settings, stream, as, got]) => {
  expect(watchedOf(settings, { stream, as })).toEqual({ cameraId: 'door', stream: got, as });
});
