import { expect, test, vi } from 'vitest';
import { EventId } from '../../../../services/contract/identifiers.ts';
import { findWriting } from '../../../../services/cli/doctor/writing.ts';
import { startHouse } from '../../../fixtures/house.ts';

const patient = { timeout: 15_000, interval: 50 };

test('the page and the doctor are told of the disk, how long video lasts, and what may be kept', async () => {
  const { api, address } = await startHouse();
  await vi.waitFor(async () => {
    expect((await api.house.health.query()).disk?.kind).toBeDefined();
  }, patient);
  expect(await api.retention.forecast.query()).toMatchObject({ heldBytes: 0, days: null, cameras: [] });
  const eventId = EventId.parse('nobody');
  await expect(api.events.keep.mutate({ eventId, kept: true })).rejects.toThrow('This event is not there');
  const { retention } = await api.settings.get.query();
  const wanted = { ...retention, continuousDays: 7, mostGigabytes: 20 };
  expect((await api.settings.update.mutate({ retention: wanted })).retention).toEqual(wanted);
  vi.stubEnv('LARES_PORT', new URL(address).port);
  expect((await findWriting()).map(({ what }) => what)).toContain(
    '0 bytes of video, not known yet how much a day',
  );
  vi.unstubAllEnvs();
});
