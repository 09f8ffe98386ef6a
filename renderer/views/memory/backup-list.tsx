import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { trpc } from '../../hub.ts';
import { Message } from '../../parts/message.tsx';
import { bytes } from '../../words/numbers.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { clock, date } from '../../words/times.ts';
import { words } from '../../words/words.ts';

/** The backups that lie in the folder, the newest first. */
export function BackupList() {
  const text = words.memory.backup;
  const list = useQuery(trpc.backup.list.queryOptions());
  return (
    <details className="group border-t border-line pt-2">
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-2 font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-5 text-quiet transition-transform group-open:rotate-90 motion-reduce:transition-none"
        />
        {text.list}
        {list.data && <span className="text-quiet tabular-nums">{list.data.length}</span>}
      </summary>
      {list.isError && <Message kind="error">{sentenceOf(list.error)}</Message>}
      {list.data?.length === 0 && <p className="text-quiet">{text.listNone}</p>}
      <ul className="divide-y divide-line">
        {list.data?.map(({ name, madeAtMs, bytes: size }) => (
          <li key={name} className="flex flex-wrap justify-between gap-x-6 py-2.5">
            <span>{`${date(madeAtMs)}, ${clock(madeAtMs)}`}</span>
            <span className="text-quiet tabular-nums">{bytes(size)}</span>
            <span className="w-full text-sm text-quiet wrap-anywhere">{name}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
