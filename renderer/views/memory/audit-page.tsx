import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { FileClock, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import type { AuditCheck } from '../../../services/contract/audit.ts';
import { useNow } from '../../house/now.ts';
import { client, trpc } from '../../hub.ts';
import { Button } from '../../parts/button.tsx';
import { Card } from '../../parts/card.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { Field } from '../../parts/field.tsx';
import { Message } from '../../parts/message.tsx';
import { Section } from '../../parts/section.tsx';
import { SelectFrame } from '../../parts/select-frame.tsx';
import { selectStyle } from '../../parts/field-style.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { type AuditGroup, auditGroups, deedsOf } from './audit-groups.ts';
import { AuditLine } from './audit-line.tsx';

const pageSize = 50;

/** Who did what, the newest first, and whether the list is as it was written. */
export function AuditPage() {
  const text = words.memory.audit;
  const [group, setGroup] = useState<AuditGroup>('all');
  const now = useNow(30_000);
  const deeds = deedsOf(group);
  const key = { limit: pageSize, ...(deeds === null ? {} : { deeds: [...deeds] }) };
  const lines = useInfiniteQuery({
    queryKey: [...trpc.audit.newest.queryKey(key), 'pages'],
    queryFn: ({ pageParam }) => client.audit.newest.query({ ...key, before: pageParam }),
    initialPageParam: Number.MAX_SAFE_INTEGER,
    getNextPageParam: (page) => (page.length < pageSize ? undefined : page.at(-1)?.number),
    staleTime: 0,
  });
  const all = lines.data?.pages.flat() ?? [];
  return (
    <Section title={text.title} className="max-lg:[&>:first-child]:sr-only">
      <p className="mb-4 text-quiet">{text.detail}</p>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <div className="min-w-0 flex-1 basis-60 sm:max-w-xs">
          <Field label={text.filter}>
            {(control) => (
              <SelectFrame>
                <select
                  {...control}
                  className={selectStyle}
                  value={group}
                  onChange={({ target }) => {
                    setGroup(auditGroups.find((each) => each === target.value) ?? 'all');
                  }}
                >
                  {auditGroups.map((each) => (
                    <option key={each} value={each}>
                      {text.groups[each]}
                    </option>
                  ))}
                </select>
              </SelectFrame>
            )}
          </Field>
        </div>
        <CheckChain />
      </div>
      {lines.isError && <Message kind="error">{sentenceOf(lines.error)}</Message>}
      {lines.isPending && <p className="text-quiet">{words.common.loading}</p>}
      {lines.isSuccess && all.length === 0 && <EmptyState icon={FileClock} title={text.none} detail="" />}
      {all.length > 0 && (
        <Card className="divide-y divide-line px-5">
          {all.map((entry) => (
            <AuditLine key={entry.number} entry={entry} now={now} />
          ))}
        </Card>
      )}
      {lines.hasNextPage && (
        <Button className="mt-3" disabled={lines.isFetching} onClick={() => void lines.fetchNextPage()}>
          {lines.isFetching ? words.common.loading : text.more}
        </Button>
      )}
    </Section>
  );
}

/** Goes through the whole chain; what it finds stays beneath the button. */
function CheckChain() {
  const text = words.memory.audit;
  const check = useMutation({ mutationFn: () => client.audit.check.query() });
  return (
    <>
      <Button
        disabled={check.isPending}
        onClick={() => {
          check.mutate();
        }}
      >
        <ShieldCheck aria-hidden className="size-5" />
        {check.isPending ? text.checking : text.check}
      </Button>
      {check.isError && <Message kind="error">{sentenceOf(check.error)}</Message>}
      {check.data && (
        <div className="w-full">
          <Verdict check={check.data} />
        </div>
      )}
    </>
  );
}

function Verdict({ check: { entries, flaws } }: { readonly check: AuditCheck }) {
  const text = words.memory.audit;
  if (flaws.length === 0) return <Message kind="good">{text.sound(entries)}</Message>;
  const sentences = flaws.slice(0, 5).map(({ kind, number, last }) => text.flaws[kind](number, last));
  return <Message kind="error">{sentences.join(' ')}</Message>;
}
