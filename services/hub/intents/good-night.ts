import type { Entity } from '../../contract/entity.ts';
import type { Reply } from '../../contract/intent.ts';
import type { DeviceActions, Wish } from './device-actions.ts';

/** Answers LaresGoodNight: lights out, doors locked, and what still stands open. It opens nothing and arms nothing. */
export async function goodNight(devices: DeviceActions, wish: Wish): Promise<Reply> {
  const { speech } = wish;
  const has = (domain: Entity['domain']) => devices.list().some((entity) => entity.domain === domain);
  const done: string[] = [];
  if (has('light')) {
    const lights = await devices.act({ name: 'HassTurnOff', slots: { domain: 'light' } }, wish);
    done.push(lights.outcome === 'done' ? speech.say('lights_are_off') : lights.text);
  }
  if (has('lock')) {
    const locks = await devices.act({ name: 'HassTurnOn', slots: { domain: 'lock' } }, wish);
    done.push(locks.outcome === 'done' ? speech.say('doors_are_locked') : locks.text);
  }
  const open = devices
    .list()
    .filter(({ domain, state }) => domain === 'cover' && (state === 'open' || state === 'opening'))
    .filter(({ deviceClass }) => ['garage', 'gate', 'door', 'window'].includes(deviceClass));
  const values = { done: done.join(' '), things: speech.listed(open.map(({ name }) => speech.the(name))) };
  const text = speech.say(open.length === 0 ? 'good_night' : 'good_night_open', values);
  return { outcome: 'done', text: text.trim() };
}
