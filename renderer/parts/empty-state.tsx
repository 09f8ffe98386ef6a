import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly detail: string;
  readonly children?: ReactNode;
}

/** Nothing is here yet: says what will be, and what to do next. */
export function EmptyState({ icon: Icon, title, detail, children }: EmptyStateProps) {
  return (
    <div className="flex flex-col items-center justify-center gap-3 rounded-card border border-dashed border-line px-6 py-10 text-center">
      <span className="grid size-14 place-items-center rounded-full bg-sunken text-quiet">
        <Icon aria-hidden className="size-7" strokeWidth={1.5} />
      </span>
      <p className="text-lg font-semibold">{title}</p>
      <p className="max-w-md text-balance text-quiet">{detail}</p>
      {children !== undefined && <div className="mt-2 flex flex-wrap justify-center gap-2">{children}</div>}
    </div>
  );
}
