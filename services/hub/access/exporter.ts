import type { FastifyRequest } from 'fastify';
import { PinNeeded } from '../../contract/access.ts';
import type { AuditWho } from '../../contract/audit.ts';
import type { Access } from './access.ts';
import { callerOf } from './caller.ts';

/**
 * Who saves the file that is asked for: whoever has its ticket, which is spent by this. The command line needs none, nor does anybody
 * before there is a PIN. Throws `PinNeeded`.
 */
export function exporter(
  access: Access,
  request: FastifyRequest<{ Querystring: { ticket?: string } }>,
): AuditWho {
  const caller = callerOf(request.raw);
  if (!access.isGuarded || caller.kind === 'command line') return access.whoOf(caller);
  const { pathname } = new URL(request.url, 'http://lares');
  const who = access.tickets.take(request.query.ticket ?? '', pathname);
  if (who === null) throw new PinNeeded('export');
  return who;
}
