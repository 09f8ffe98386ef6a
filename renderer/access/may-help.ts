import {
  type AccessView,
  GuestPermission,
  type Permission,
  permissionsOf,
} from '../../services/contract/access.ts';

type Candidate = AccessView['members'][number];

/** Whose PIN can help: a guest's perhaps, since the page does not know what guests may. */
export function whoMayHelp(members: readonly Candidate[], permission: Permission | null): Candidate[] {
  if (permission === null) return [...members];
  const guest = { cameras: null, may: [...GuestPermission.options] };
  return members.filter(({ role }) => permissionsOf(role, guest).includes(permission));
}
