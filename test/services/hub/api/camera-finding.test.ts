import { expect, it, onTestFinished } from 'vitest';
import { OnvifDevice, password, user } from '../../../fixtures/onvif-device.ts';
import { startHouse } from '../../../fixtures/house.ts';

it('a camera is asked for its streams, and a wrong password is told in plain words', async () => {
  const device = new OnvifDevice('good');
  onTestFinished(() => {
    device.close();
  });
  const xaddr = await device.listen('127.0.0.1', 0);
  const { api } = await startHouse();
  expect(await api.cameras.onvif.mutate({ xaddr, username: user, password })).toMatchObject({
    name: 'Vesta Hearth 2',
    main: { address: 'rtsp://127.0.0.1:554/live?profile=main&user=none', codec: 'H.264' },
    sub: { address: 'rtsp://127.0.0.1:554/live?profile=sub&user=none', height: 360 },
  });
  const refused = api.cameras.onvif.mutate({ xaddr, username: user, password: 'wr0ng' });
  await expect(refused).rejects.toMatchObject({
    data: { trouble: { code: 'refused', what: 'The camera refuses this user and password.' } },
  });
  await expect(api.cameras.onvif.mutate({ xaddr: 'two words' })).rejects.toMatchObject({
    data: { trouble: { code: 'bad_input' } },
  });
});
