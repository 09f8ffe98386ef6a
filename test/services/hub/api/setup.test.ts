import { expect, it, vi } from 'vitest';
import { CameraInput } from '../../../../services/contract/api.ts';
import type { SetupView } from '../../../../services/contract/setup.ts';
import { apiOf, startHouse } from '../../../fixtures/house.ts';

const states = ({ steps }: SetupView) => steps.map(({ step, state }) => `${step} ${state}`);

it('the set-up goes on in another browser, and after a restart, where it was', async () => {
  const first = await startHouse();
  expect(await first.api.setup.get.query()).toMatchObject({ opens: false, at: 'language' });
  const told: SetupView[] = [];
  const other = apiOf(first.address).setup.watch.subscribe(undefined, { onData: (view) => told.push(view) });
  await first.api.setup.pass.mutate({ step: 'language', as: 'done' });
  await first.api.setup.pass.mutate({ step: 'key', as: 'skipped' });
  await first.api.cameras.save.mutate(CameraInput.parse({ name: 'Door', address: 'rtsp://127.0.0.1:9/' }));
  await vi.waitFor(() => {
    expect(told.at(-1)).toMatchObject({ opens: true, at: 'cameras' });
  });
  expect(states(told.at(-1) ?? (await first.api.setup.get.query()))).toEqual([
    ...['language done', 'key skipped', 'cameras done'],
    ...['sound open', 'people open', 'rooms open', 'access open'],
  ]);
  other.unsubscribe();
  await first.stop();
  const again = await startHouse(first.folder);
  expect(await again.api.setup.get.query()).toMatchObject({ opens: true, at: 'cameras' });
  expect(await again.api.setup.leave.mutate()).toMatchObject({ opens: false, at: 'cameras' });
  expect(await again.api.setup.goTo.mutate({ at: 'rooms' })).toMatchObject({ opens: false, at: 'rooms' });
});

it('a settings file says that a house is set up', async () => {
  const { api } = await startHouse();
  await api.settings.import.mutate({ name: 'house.yaml', text: 'demo: true\nsetup: { left: true }\n' });
  expect(await api.setup.get.query()).toMatchObject({ opens: false });
  await api.settings.import.mutate({ name: 'house.yaml', text: 'setup: { left: false }\n' });
  expect(await api.setup.get.query()).toMatchObject({ opens: true });
});

it('an address without a picture is looked into', async () => {
  const { api } = await startHouse();
  expect(await api.setup.findFault.mutate({ address: '/dev/video9' })).toEqual({
    kind: 'no_network_address',
  });
  await expect(api.setup.findFault.mutate({ address: ' ' })).rejects.toMatchObject({
    data: { trouble: { code: 'bad_input' } },
  });
});
