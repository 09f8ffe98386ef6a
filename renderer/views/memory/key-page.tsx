import { useQuery } from '@tanstack/react-query';
import { FileKey, KeyRound, type LucideIcon, MonitorCheck, ScrollText } from 'lucide-react';
import { useState } from 'react';
import type { KeyView } from '../../../services/contract/key.ts';
import { trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { Message } from '../../parts/message.tsx';
import { Prose } from '../../parts/prose.tsx';
import { Section } from '../../parts/section.tsx';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { LockCard } from './lock-card.tsx';
import { PassphraseDialog } from './passphrase-dialog.tsx';
import { RecoveryDialog } from './recovery-dialog.tsx';
import { RemoveWayDialog } from './remove-way-dialog.tsx';

type Way = KeyView['ways'][number];
type Open = 'nothing' | 'passphrase' | 'recovery' | 'remove-passphrase' | 'remove-recovery';

const icons: Readonly<Record<Way, LucideIcon>> = {
  plain: FileKey,
  passphrase: KeyRound,
  operating_system: MonitorCheck,
  recovery: ScrollText,
};

/** What opens the house, and how that is changed. */
export function KeyPage() {
  const text = words.memory.key;
  const view = useQuery({ ...trpc.key.ways.queryOptions(), staleTime: 0 });
  const [open, setOpen] = useState<Open>('nothing');
  const ways = view.data?.ways ?? [];
  const opensBySecret = ways.includes('passphrase') || ways.includes('recovery');
  const needsSecret = opensBySecret && !ways.includes('plain');
  const close = (): void => {
    setOpen('nothing');
  };
  return (
    <div className="flex flex-col gap-6">
      <Section title={text.title} className="max-lg:[&>:first-child]:sr-only">
        {view.isPending && <p className="text-quiet">{words.common.loading}</p>}
        {view.isError && <Message kind="error">{sentenceOf(view.error)}</Message>}
        {view.isSuccess && (
          <Card className="divide-y divide-line px-5">
            {ways.map((way) => (
              <WayRow key={way} way={way} onOpen={setOpen} />
            ))}
            {missing(ways).map((way) => (
              <div key={way} className="flex flex-wrap gap-2 py-4">
                <Button
                  kind={way === 'passphrase' ? 'primary' : 'plain'}
                  onClick={() => {
                    setOpen(way);
                  }}
                >
                  {way === 'passphrase' ? text.set : text.makeRecovery}
                </Button>
              </div>
            ))}
          </Card>
        )}
        {view.isSuccess && missing(ways).length === 2 && (
          <p className="mt-3 text-sm text-quiet">{text.only}</p>
        )}
      </Section>
      {needsSecret && <LockCard />}
      <Section title={text.rotateTitle}>
        <Card className="p-5">
          <p className="text-quiet">
            <Prose text={text.rotateDetail} />
          </p>
        </Card>
      </Section>
      <PassphraseDialog
        open={open === 'passphrase'}
        isChanged={ways.includes('passphrase')}
        {...{ needsSecret }}
        onClose={close}
      />
      <RecoveryDialog
        open={open === 'recovery'}
        isRenewed={ways.includes('recovery')}
        {...{ needsSecret }}
        onClose={close}
      />
      <RemoveWayDialog
        way={open === 'remove-passphrase' ? 'passphrase' : open === 'remove-recovery' ? 'recovery' : null}
        {...{ needsSecret }}
        onClose={close}
      />
    </div>
  );
}

/** What could be added. */
function missing(ways: readonly Way[]): readonly ('passphrase' | 'recovery')[] {
  return (['passphrase', 'recovery'] as const).filter((way) => !ways.includes(way));
}

function WayRow({ way, onOpen }: { readonly way: Way; readonly onOpen: (open: Open) => void }) {
  const text = words.memory.key;
  const Icon = icons[way];
  const canChange = way === 'passphrase' || way === 'recovery';
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 py-4" data-way={way}>
      <Icon aria-hidden className="size-6 shrink-0 text-accent" strokeWidth={1.75} />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium">{text.ways[way]}</p>
        <p className="mt-0.5 text-sm text-quiet">{text.details[way]}</p>
      </div>
      {canChange && (
        <div className="flex flex-wrap gap-2">
          <Button
            {...(way === 'passphrase' ? { 'aria-label': text.change } : {})}
            onClick={() => {
              onOpen(way);
            }}
          >
            {way === 'passphrase' ? text.changeIt : text.renewRecovery}
          </Button>
          <Button
            kind="quiet-danger"
            aria-label={`${text.remove}: ${text.ways[way]}`}
            onClick={() => {
              onOpen(way === 'passphrase' ? 'remove-passphrase' : 'remove-recovery');
            }}
          >
            {text.remove}
          </Button>
        </div>
      )}
    </div>
  );
}
