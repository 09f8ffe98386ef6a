export interface SplitAddress {
  readonly address: string;
  readonly username: string;
  readonly password: string;
}

/**
 * Takes the user and password out of an address such as `rtsp://user:secret@10.0.0.2/stream`, as camera manuals print them,
 * since an address is shown and logged where a password may not be. Null when there is none. The last `@` before the path
 * ends the password: many cameras' passwords have one inside.
 */
export function splitAddress(typed: string): SplitAddress | null {
  const parts = /^([a-z]+:\/\/)([^/]*)@([^/@]*(?:\/.*)?)$/i.exec(typed.trim());
  if (parts === null) return null;
  const [, scheme = '', credentials = '', rest = ''] = parts;
  const colon = credentials.indexOf(':');
  const username = colon === -1 ? credentials : credentials.slice(0, colon);
  const password = colon === -1 ? '' : credentials.slice(colon + 1);
  return { address: scheme + rest, username: decoded(username), password: decoded(password) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
