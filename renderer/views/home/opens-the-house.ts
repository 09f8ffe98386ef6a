import type { Entity } from '../../../services/contract/entity.ts';
import { isOn } from './device-look.ts';

const ways = ['garage', 'door', 'gate'];

/** Whether turning it would let somebody in: unlocking a lock, opening a garage, a door or a gate. */
export function opensTheHouse(entity: Entity): boolean {
  if (entity.domain === 'lock') return isOn(entity);
  return entity.domain === 'cover' && ways.includes(entity.deviceClass) && !isOn(entity);
}
