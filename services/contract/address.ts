export interface AddressApart {
  readonly address: string;
  readonly username: string;
  readonly password: string;
}

/**
 * An address as manuals give it: the user and the password may stand before the host, in clear, with any character. The last `@`
 * before the path ends the password: many passwords have one inside. A slash belongs to a password when no port could end
 * before it.
 */
const withUser = /^([a-z]+:\/\/)([^/]*|[^/:@]+:(?!\d*\/)[^@]*)@(.*)$/i;

/**
 * Takes the user and password out of an address such as `rtsp://user:secret@10.0.0.2/stream`, since an address is shown and
 * logged where a password may not be. Null when there is none in it.
 */
export function addressApart(typed: string): AddressApart | null {
  const match = withUser.exec(typed.trim());
  if (match === null) return null;
  const [, scheme = '', user = '', rest = ''] = match;
  const colon = user.indexOf(':');
  return {
    address: `${scheme}${rest}`,
    username: decoded(colon < 0 ? user : user.slice(0, colon)),
    password: decoded(colon < 0 ? '' : user.slice(colon + 1)),
  };
}

/** Manuals also give passwords that are not percent-encoded. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
