import { Command } from 'commander';
import type { AuditCheck, AuditEntry, AuditFlaw } from '../contract/audit.ts';
import { countOf } from './count-of.ts';
import { hubRuns, withHub } from './hub-client.ts';
import { table } from './table.ts';
import { timeText } from './time-text.ts';

/** `lares audit`: asks the running hub, or opens the store when none runs. */
export function auditCommand(): Command {
  const audit = new Command('audit').description(
    'who did what: viewed, exported, enrolled, erased, unlocked, changed',
  );
  audit
    .command('list')
    .description('the newest entries, the newest last')
    .option('--limit <count>', 'how many', countOf(1000), 50)
    .option('--json', 'as JSON')
    .action(async ({ limit, json }: { limit: number; json?: true }) => {
      const entries = await newest(limit);
      console.log(json ? JSON.stringify(entries, null, 2) : auditText(entries));
    });
  audit
    .command('verify')
    .description(
      'find any entry that was changed, deleted, inserted, moved or cut off; exit code 1 if there is one',
    )
    .option('--json', 'as JSON')
    .action(async ({ json }: { json?: true }) => {
      const check = await checked();
      console.log(json ? JSON.stringify(check, null, 2) : checkText(check));
      if (check.flaws.length > 0) process.exitCode = 1;
    });
  return audit;
}

async function newest(limit: number): Promise<readonly AuditEntry[]> {
  if (await hubRuns()) return withHub((hub) => hub.audit.newest.query({ limit }));
  const { withStore } = await import('./own-store.ts');
  return withStore((store) => store.audit.newest(limit));
}

async function checked(): Promise<AuditCheck> {
  if (await hubRuns()) return withHub((hub) => hub.audit.check.query());
  const { withStore } = await import('./own-store.ts');
  return withStore((store) => store.audit.check());
}

/** A table for a terminal, the newest last, where the eye is. */
export function auditText(entries: readonly AuditEntry[]): string {
  if (entries.length === 0) return 'Nothing was noted yet.';
  const rows = entries
    .toReversed()
    .map(({ number, atMs, who, deed, about, person, isErased }) => [
      `${number}`,
      timeText(atMs),
      who,
      deed.replaceAll('_', ' '),
      [about, person ?? '', isErased ? 'somebody who was erased' : '']
        .filter((part) => part !== '')
        .join(' '),
    ]);
  return table([['', 'when', 'who', 'did', 'to'], ...rows]);
}

/** One sentence a flaw, or one that there is none. */
export function checkText({ entries, flaws }: AuditCheck): string {
  if (flaws.length === 0)
    return `The audit is as it was written: ${entries} entries, none changed and none missing.`;
  return [
    `The audit is not as it was written (${entries} entries):`,
    ...flaws.map((flaw) => `  ${flawText(flaw)}`),
  ].join('\n');
}

function flawText({ kind, number, last }: AuditFlaw): string {
  const which = number === last ? `Entry ${number}` : `Entries ${number} to ${last}`;
  const are = number === last ? 'is' : 'are';
  switch (kind) {
    case 'changed':
      return `${which} was changed, inserted, or moved from another place.`;
    case 'missing':
      return `${which} ${are} missing.`;
    case 'cut_off':
      return `${which} ${are} cut off at the end.`;
    case 'added':
      return `${which} came behind the one that was sealed as the newest.`;
    case 'unsealed':
      return `The seal of the newest entry is gone or false: what came after entry ${number} can't be told.`;
  }
}
