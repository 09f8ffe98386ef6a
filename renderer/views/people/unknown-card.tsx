import { useState } from 'react';
import type { UnknownPerson } from '../../../services/contract/person.ts';
import { useNow } from '../../house/now.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { ago, within } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { ForgetGroup } from './forget-group.tsx';
import { groupAddress } from './group-address.ts';
import { NameGroup } from './name-group.tsx';
import { UnknownVisits } from './unknown-visits.tsx';

/** Somebody without a name: the face, how often and when, and until when Lares remembers. */
export function UnknownCard({ group }: { readonly group: UnknownPerson }) {
  const [dialog, setDialog] = useState<'none' | 'name' | 'visits' | 'forget'>('none');
  const now = useNow(60_000);
  const visits = words.people.visits(group.visits);
  const close = () => {
    setDialog('none');
  };
  return (
    <Card className="flex h-full flex-col p-4">
      <div data-group={group.id} className="flex items-center gap-4">
        <img
          src={groupAddress(group)}
          alt={words.unknown.picture(visits)}
          className="size-24 shrink-0 rounded-2xl bg-sunken object-cover"
        />
        <div className="min-w-0">
          <p className="text-lg font-semibold">{visits}</p>
          <p className="text-sm text-quiet">{words.unknown.lastSeen(ago(group.lastSeenMs, now))}</p>
          <p className="text-sm text-quiet">{words.unknown.forgotten(within(group.forgottenAtMs, now))}</p>
        </div>
      </div>
      <div className="mt-4 flex gap-2 border-t border-line pt-3">
        <Button
          kind="soft"
          className="flex-1"
          onClick={() => {
            setDialog('name');
          }}
        >
          {words.unknown.nameIt}
        </Button>
        <Button
          kind="quiet"
          onClick={() => {
            setDialog('visits');
          }}
        >
          {words.unknown.seeVisits}
        </Button>
        <Button
          kind="faint"
          onClick={() => {
            setDialog('forget');
          }}
        >
          {words.unknown.forget}
        </Button>
      </div>
      {dialog === 'name' && <NameGroup group={group} onClose={close} />}
      {dialog === 'visits' && <UnknownVisits group={group} onClose={close} />}
      <ForgetGroup groupId={group.id} open={dialog === 'forget'} onCancel={close} />
    </Card>
  );
}
