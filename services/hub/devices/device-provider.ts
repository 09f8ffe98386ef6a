import type { Domain, Entity } from '../../contract/entity.ts';
import type { EntityId } from '../../contract/identifiers.ts';
import type { Signal } from '../signal.ts';

/** What a thing can be told, in the words of Home Assistant's services. */
export type ServiceCall =
  /** Brightness in percent, 0..100; the colour by its English name. Both are for lights only. */
  | { readonly service: 'turn_on'; readonly brightness?: number; readonly color?: string }
  | { readonly service: 'turn_off' | 'lock' | 'unlock' | 'open_cover' | 'close_cover' }
  /** Degrees Celsius. */
  | { readonly service: 'set_temperature'; readonly temperature: number }
  /** Percent of a cover, 100 is open. */
  | { readonly service: 'set_position'; readonly position: number }
  /** Percent of a fan's speed; 0 turns it off. */
  | { readonly service: 'set_percentage'; readonly percentage: number }
  | { readonly service: 'media_play' | 'media_pause' | 'media_next_track' | 'media_previous_track' }
  /** Percent. */
  | { readonly service: 'volume_set'; readonly volume: number }
  | { readonly service: 'volume_mute'; readonly isMuted: boolean };

/** A source of things: the virtual home, or a broker. */
export interface DeviceProvider {
  list(): readonly Entity[];
  /** Sent when `list()` would now say something else. */
  readonly changed: Signal<void>;
  /**
   * Resolves when the thing, or whoever speaks for it, has taken the call. Throws Trouble `not_found`, `bad_input` (the
   * thing can't do this) or `unreachable`.
   */
  call(entityId: EntityId, call: ServiceCall): Promise<void>;
  /** Ends everything within a second; may be called twice. */
  stop(): Promise<void>;
}

/** HassTurnOn and HassTurnOff for each domain: a lock is locked and unlocked, a cover is opened and closed. */
export function turnCall(domain: Domain, on: boolean): ServiceCall {
  switch (domain) {
    case 'lock':
      return { service: on ? 'lock' : 'unlock' };
    case 'cover':
      return { service: on ? 'open_cover' : 'close_cover' };
    default:
      return { service: on ? 'turn_on' : 'turn_off' };
  }
}
