import type { ShownCamera, ShownSettings } from '../../contract/api.ts';
import type { Health } from '../../contract/health.ts';
import type { CameraId } from '../../contract/identifiers.ts';
import { Trouble } from '../../contract/trouble.ts';
import type { Access } from '../access/access.ts';
import type { Caller } from '../access/caller.ts';

/** The house's health as whoever asks may know it: a guest has the cameras that are for guests, and none of the household's troubles. */
export function healthFor(health: Health, access: Access, caller: Caller): Health {
  if (access.isAtHome(caller)) return health;
  const cameras = access.may(caller, 'view_live')
    ? health.cameras.filter(({ id }) => access.seesCamera(caller, id))
    : [];
  return { ...health, cameras, notices: [] };
}

/** Who does not live here is told nothing of where cameras and broker are. */
export function settingsFor(settings: ShownSettings, access: Access, caller: Caller): ShownSettings {
  if (access.isAtHome(caller)) return settings;
  const mqtt = { ...settings.mqtt, url: '', username: '' };
  return { ...settings, mqtt, cameras: camerasFor(settings.cameras, access, caller) };
}

export function camerasFor(
  cameras: readonly ShownCamera[],
  access: Access,
  caller: Caller,
): readonly ShownCamera[] {
  if (access.isAtHome(caller)) return cameras;
  return cameras
    .filter(({ id }) => access.seesCamera(caller, id))
    .map((camera) => ({ ...camera, address: '', subAddress: '', username: '' }));
}

/** Throws Trouble `not_found` where the camera is not for whoever asks. */
export function seenCamera(
  { sees }: { readonly sees: (cameraId: string) => boolean },
  { cameraId }: { readonly cameraId: CameraId },
): CameraId {
  if (sees(cameraId)) return cameraId;
  throw new Trouble('not_found', {
    what: 'This camera is not there.',
    advice: 'Look at the list of cameras.',
  });
}
