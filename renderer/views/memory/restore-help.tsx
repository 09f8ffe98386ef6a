import { ChevronRight } from 'lucide-react';
import { Prose } from '../../parts/prose.tsx';
import { words } from '../../words/words.ts';

/** What to do on the day when the backup is needed. */
export function RestoreHelp() {
  const { restoreTitle, restoreSteps, restoreNote } = words.memory.backup;
  return (
    <details className="group border-t border-line pt-2">
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-2 font-medium [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-5 text-quiet transition-transform group-open:rotate-90 motion-reduce:transition-none"
        />
        {restoreTitle}
      </summary>
      <ol className="ml-5 flex list-decimal flex-col gap-2">
        {restoreSteps.map((step) => (
          <li key={step}>
            <Prose text={step} />
          </li>
        ))}
      </ol>
      <p className="mt-3 text-sm text-quiet">{restoreNote}</p>
    </details>
  );
}
