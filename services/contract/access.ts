import { z } from 'zod';
import type { Domain } from './entity.ts';
import { CameraId, PersonId } from './identifiers.ts';
import { NetworkSettings, Password } from './network.ts';
import { Trouble } from './trouble.ts';

/** Who somebody is in this house, in the words of Home Assistant's people. */
export const Role = z.enum(['owner', 'resident', 'guest', 'child']);
export type Role = z.infer<typeof Role>;

/** What may be allowed. Every procedure of the API, every picture and every live line needs exactly one of them. */
export const Permission = z.enum([
  'view_live',
  'view_recordings',
  'view_people',
  'control_devices',
  'arm',
  'disarm',
  'unlock_entrance',
  'export',
  /** To enrol people, and to correct what Lares took them for. */
  'enrol',
  'erase',
  'change_settings',
  'leave_kiosk',
  'manage_access',
]);
export type Permission = z.infer<typeof Permission>;

/** What takes something out of the house, lets somebody in or can't be taken back: nobody does it without a PIN. */
export const riskyPermissions: readonly Permission[] = [
  'disarm',
  'unlock_entrance',
  'export',
  'erase',
  'change_settings',
  'leave_kiosk',
  'manage_access',
];

/** What an owner may allow a guest. */
export const GuestPermission = Permission.extract([
  'view_live',
  'view_recordings',
  'view_people',
  'control_devices',
  'arm',
  'disarm',
  'unlock_entrance',
]);
export type GuestPermission = z.infer<typeof GuestPermission>;

/** The one table of who may do what. A guest may what the owner allows. */
const table: Readonly<Record<Exclude<Role, 'guest'>, readonly Permission[]>> = {
  owner: Permission.options,
  resident: [
    'view_live',
    'view_recordings',
    'view_people',
    'control_devices',
    'arm',
    'disarm',
    'unlock_entrance',
    'export',
    'enrol',
  ],
  child: ['view_live', 'control_devices'],
};

/** What a child may turn. */
const childDomains: readonly Domain[] = ['light', 'media_player'];

/** What guests see and may do. */
export const GuestAccess = z.strictObject({
  /** Null: all cameras. Whoever is shown some of them only is shown no recordings, which are of all. */
  cameras: z.array(CameraId).max(64).nullable().default(null),
  may: z.array(GuestPermission).max(20).default(['view_live', 'control_devices']),
});
export type GuestAccess = z.infer<typeof GuestAccess>;

/** Of use once an owner has a PIN; until then whoever is at the kiosk may do everything. */
export const AccessSettings = z.strictObject({
  /** What the kiosk is to whoever gives no PIN, without the risky deeds. */
  base: Role.exclude(['owner']).default('resident'),
  /** So long after the last touch a role that a PIN opened is closed again. */
  idleMinutes: z.number().int().min(1).max(60).default(5),
  guest: GuestAccess.prefault({}),
  network: NetworkSettings.prefault({}),
});
export type AccessSettings = z.infer<typeof AccessSettings>;

export function permissionsOf(role: Role, guest: GuestAccess): readonly Permission[] {
  if (role !== 'guest') return table[role];
  return guest.cameras === null ? guest.may : guest.may.filter((one) => one !== 'view_recordings');
}

/** Whether somebody of this role may see the camera. */
export function seesCamera(role: Role, guest: GuestAccess, cameraId: string): boolean {
  return role !== 'guest' || guest.cameras === null || guest.cameras.some((id) => id === cameraId);
}

/** Whether somebody of this role, who may control devices, may control those of this domain. */
export function turnsDomain(role: Role, domain: Domain): boolean {
  return role !== 'child' || childDomains.includes(domain);
}

export const MemberId = z
  .string()
  .regex(/^[a-z0-9-]{1,60}$/)
  .brand<'MemberId'>();
export type MemberId = z.infer<typeof MemberId>;

/** Who opened the owner's role by the house's passphrase or recovery code. No member is called so. */
export const byPassphrase = MemberId.parse('passphrase');

export const Pin = z.string().regex(/^\d{4,12}$/, 'a PIN has 4 to 12 digits');
export const MemberName = z.string().trim().min(1, 'a name is missing').max(200);

/** Somebody who may use the kiosk. Their PIN and their password never leave the hub. */
export interface Member {
  readonly id: MemberId;
  readonly name: string;
  readonly role: Role;
  /** Who of the known people they are. */
  readonly personId: PersonId | null;
  /** Whether they may log in over the network. */
  readonly hasPassword: boolean;
  /** Who is removed can be taken back until then, in milliseconds since 1970. */
  readonly leavesAtMs: number | null;
}

/** A new one without an id, who needs a PIN; of a known one, what is absent stays. */
export const SaveMember = z.strictObject({
  memberId: MemberId.optional(),
  name: MemberName,
  role: Role,
  personId: PersonId.nullable().default(null),
  pin: Pin.optional(),
  /** Null takes it away. */
  password: Password.nullable().optional(),
});
export type SaveMember = z.infer<typeof SaveMember>;

export const ByMember = z.strictObject({ memberId: MemberId });
export const SignIn = z.strictObject({ memberId: MemberId, pin: Pin });
export type SignIn = z.infer<typeof SignIn>;
/** The house's passphrase, or its recovery code. */
export const Recover = z.strictObject({ secret: z.string().min(1).max(1000) });
/** Of a file of the hub that is to be saved. */
export const TicketFor = z.strictObject({
  path: z.string().regex(/^\/(clips|people)\/[a-z0-9_-]+\.(mp4|zip)$/, 'this is no file to save'),
});

/** Of the file beside the key that proves a command line to the hub, and of what carries it there. */
export const hubTokenFileName = 'hub.token';
export const tokenParameter = 'token';

/** What became of a PIN that was typed. */
export type SignInAnswer =
  | { readonly kind: 'open' }
  /** So many more wrong ones are free of waiting. */
  | { readonly kind: 'wrong'; readonly left: number }
  /** Nothing was tried: too many were wrong. Milliseconds since 1970. */
  | { readonly kind: 'wait'; readonly untilMs: number };

/** What whoever looks at this page may do now. */
export interface AccessView {
  /** Whether an owner has a PIN; until then everybody may do everything. */
  readonly isGuarded: boolean;
  /** Whether the page came over the network, where whoever looks at it has logged in. */
  readonly isAfar: boolean;
  /** Who gave their PIN here; the name is null where it was the passphrase. */
  readonly signedIn: { readonly name: string | null; readonly role: Role } | null;
  /** What needs no PIN now. */
  readonly may: readonly Permission[];
  /** Who can give a PIN. */
  readonly members: readonly Pick<Member, 'id' | 'name' | 'role'>[];
}

/** Something needs a PIN first: the page asks for it, and wishes again. */
export class PinNeeded extends Trouble {
  readonly permission: Permission;

  constructor(permission: Permission) {
    super('pin_needed', {
      what: 'This needs a PIN.',
      advice: 'Sign in with the PIN of somebody who may do it.',
    });
    this.permission = permission;
  }
}
