import { z } from 'zod';
import type { EntityId } from './identifiers.ts';

/** Home Assistant's domains that Lares acts on. */
export const Domain = z.enum(['light', 'switch', 'lock', 'cover', 'climate', 'fan', 'media_player', 'scene']);
export type Domain = z.infer<typeof Domain>;

/** A thing in the home, in Home Assistant's words. `state` is HA's: on/off, locked/unlocked, open/closed, heat/off, playing/paused/idle, unknown, unavailable. */
export interface Entity {
  readonly entityId: EntityId;
  readonly domain: Domain;
  /** HA's device class where it matters (a cover: garage, blind, curtain, door …), else ''. */
  readonly deviceClass: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly area: string;
  readonly state: string;
  /**
   * brightness, percentage (a fan's speed), position (a cover's, 100 is open) and volume in percent, color by name, temperature and
   * current_temperature in °C, where the entity has them.
   */
  readonly attributes: {
    readonly brightness?: number;
    readonly color?: string;
    readonly temperature?: number;
    readonly currentTemperature?: number;
    readonly percentage?: number;
    readonly position?: number;
    readonly volume?: number;
    readonly isMuted?: boolean;
  };
  readonly via: 'virtual' | 'mqtt';
}

/** The names that the voice must know, to build its grammar. */
export interface HomeNames {
  readonly entities: readonly Pick<
    Entity,
    'entityId' | 'domain' | 'deviceClass' | 'name' | 'aliases' | 'area'
  >[];
  readonly areas: readonly string[];
  readonly people: readonly string[];
  readonly cameras: readonly { readonly id: string; readonly name: string }[];
}
