import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EntityId } from '../../../../services/contract/identifiers.ts';
import { VirtualHome } from '../../../../services/hub/devices/virtual-home.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const garage = EntityId.parse('cover.garage_door');
const door = EntityId.parse('lock.front_door');

describe('VirtualHome', () => {
  it('takes a moment to open the garage, and tells of both', async () => {
    const home = new VirtualHome(1000);
    const states: (string | undefined)[] = [];
    home.changed.listen(() => states.push(home.list().find(({ entityId }) => entityId === garage)?.state));
    await home.call(garage, { service: 'open_cover' });
    vi.advanceTimersByTime(1000);
    await home.call(garage, { service: 'close_cover' });
    vi.advanceTimersByTime(500);
    await home.call(garage, { service: 'open_cover' });
    vi.advanceTimersByTime(2000);
    expect(states).toEqual(['opening', 'open', 'closing', 'opening', 'open']);
    await home.stop();
  });

  it('refuses what a thing can not do', async () => {
    const home = new VirtualHome();
    await expect(home.call(door, { service: 'turn_on' })).rejects.toMatchObject({
      code: 'bad_input',
      message: 'Front Door can not be turned on.',
    });
    await expect(home.call(EntityId.parse('light.attic'), { service: 'turn_on' })).rejects.toMatchObject({
      code: 'not_found',
    });
    await home.stop();
  });
});
