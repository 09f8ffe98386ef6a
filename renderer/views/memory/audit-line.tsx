import { TriangleAlert } from 'lucide-react';
import type { AuditEntry } from '../../../services/contract/audit.ts';
import { moment } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { wordsOfPlace } from '../settings/setting-words.ts';

/** One line of the audit, as somebody would tell it. */
export function AuditLine({ entry, now }: { readonly entry: AuditEntry; readonly now: number }) {
  const text = words.memory.audit;
  const { number, atMs, who, deed } = entry;
  const isAlarming = deed === 'wrong_passphrase' || deed === 'wrong_pin';
  const about = aboutWords(entry);
  return (
    <div className="flex flex-wrap items-baseline gap-x-4 gap-y-0.5 py-3" data-audit={deed}>
      <p className="min-w-0 flex-1 basis-64 wrap-anywhere">
        {isAlarming && (
          <TriangleAlert aria-hidden className="mr-1.5 inline size-4 -translate-y-px text-warn" />
        )}
        <span className="font-medium">{text.deeds[deed]}</span>
        {about !== '' && (
          <span className="text-quiet" dir="auto">
            {' · '}
            {about}
          </span>
        )}
      </p>
      <p className="text-sm text-quiet tabular-nums" title={text.line(number)}>
        {whoWords(who)}, {moment(atMs, now)}
      </p>
    </div>
  );
}

function aboutWords({ person, isErased, deed, about }: AuditEntry): string {
  if (person !== null) return person;
  if (isErased) return words.memory.audit.erasedPerson;
  return deed === 'changed_settings' ? wordsOfPlace(about).title : about;
}

/** `kiosk owner 5f0c2a` → At the screen, Owner. */
function whoWords(who: AuditEntry['who']): string {
  const { who: ways, roles } = words.memory.audit;
  if (isKey(ways, who)) return ways[who];
  const role = who.split(' ')[1] ?? '';
  return isKey(roles, role) ? `${ways.kiosk}, ${roles[role]}` : ways.kiosk;
}

function isKey<T extends object>(all: T, key: PropertyKey): key is keyof T {
  return key in all;
}
