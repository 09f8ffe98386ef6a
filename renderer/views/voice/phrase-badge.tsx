import type { LucideIcon } from 'lucide-react';

interface PhraseBadgeProps {
  readonly icon?: LucideIcon;
  readonly children: string;
}

/** A word on a phrase: in use, or new. */
export function PhraseBadge({ icon: Icon, children }: PhraseBadgeProps) {
  return (
    <span className="flex shrink-0 items-center gap-1.5 rounded-full bg-accent-soft px-3 py-1 text-sm font-medium text-accent">
      {Icon && <Icon aria-hidden className="size-4" strokeWidth={2.5} />}
      {children}
    </span>
  );
}
