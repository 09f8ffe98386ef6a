import type { IncomingMessage } from 'node:http';
import type { AuditWho } from '../contract/audit.ts';

/**
 * Which way a request came, as its address says (`?from=command-line`), else from the page. It is a claim and no proof: every program
 * on this machine may say either.
 */
export function whoOf({ url = '' }: Pick<IncomingMessage, 'url'>): AuditWho {
  return new URL(url, 'http://lares').searchParams.get('from') === 'command-line' ? 'command line' : 'kiosk';
}
