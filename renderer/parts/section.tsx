import { useId, type ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly action?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of a screen with its heading. */
export function Section({ title, action, className = '', children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={className}>
      <div className="mb-2 flex min-h-8 items-center justify-between gap-3">
        <h2 id={id} className="text-sm font-semibold tracking-wide text-quiet">
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  );
}
