import { networkHeaders, type OwnAddress, refusalAt } from '../request-guard.ts';
import { cookieIn } from './callers.ts';
import type { Entrance } from './entrance.ts';
import type { Session } from './session.ts';
import type { NetworkSessions } from './network-sessions.ts';

/** For a browser that came by TLS only, and that no other page can send with it. */
export const networkCookie = '__Host-lares';

/** Over the network whoever is logged in comes in. */
export function networkEntrance(sessions: NetworkSessions, own: OwnAddress): Entrance {
  const watched = new WeakMap<object, Session>();
  return {
    refusalOf: (origin) => refusalAt(origin, own),
    headers: () => networkHeaders(own),
    recognise: ({ raw }) => {
      const session = sessions.find(cookieIn(raw.headers.cookie ?? '', networkCookie));
      if (session === null) return null;
      const { socket } = raw;
      if (watched.get(socket) !== session) {
        watched.set(socket, session);
        // What is under way is cut off when the session is ended.
        socket.once(
          'close',
          session.ended.listen(() => socket.destroy()),
        );
      }
      return { caller: { kind: 'page', session }, cookie: null };
    },
  };
}
