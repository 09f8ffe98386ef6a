import type { Entity } from '../../../services/contract/entity.ts';
import { degrees, percent } from '../../words/numbers.ts';
import { words } from '../../words/words.ts';

/** On, locked, open or heating: what a tap would end. */
export function isOn({ domain, state }: Entity): boolean {
  switch (domain) {
    case 'lock':
      return state === 'locked' || state === 'locking';
    case 'cover':
      return state === 'open' || state === 'opening';
    case 'climate':
      return state !== 'off' && state !== 'unknown' && state !== 'unavailable';
    case 'media_player':
      return state === 'on' || state === 'playing';
    default:
      return state === 'on';
  }
}

/** Whether the tile glows: light and warmth do, and so does what stands open. */
export function glows(entity: Entity): boolean {
  return entity.domain === 'lock' ? entity.state === 'unlocked' : isOn(entity);
}

/** The state in plain words, with the figure that matters. */
export function deviceSentence(entity: Entity): string {
  const { domain, state, attributes } = entity;
  const stateWords: Readonly<Record<string, string>> = words.devices.states;
  const word = stateWords[state] ?? state;
  // A scene has no state: Home Assistant tells when it was set last.
  if (domain === 'scene' && state !== 'unavailable') return words.devices.scene;
  if (domain === 'light' && state === 'on' && attributes.brightness !== undefined)
    return words.devices.brightness(percent(attributes.brightness / 100));
  if (domain !== 'climate') return word;
  const { currentTemperature, temperature } = attributes;
  const now = currentTemperature === undefined ? [] : [degrees(currentTemperature)];
  const wanted =
    temperature === undefined || !isOn(entity) ? word : words.devices.target(degrees(temperature));
  return [...now, wanted].join(' · ');
}
