import type { ReactNode } from 'react';

interface WorkBarProps {
  readonly label: string;
  readonly detail: string;
  /** 0..1; null while that is not known. */
  readonly share: number | null;
  readonly action?: ReactNode;
}

/** How far something is that takes its time, and what can be done about it. */
export function WorkBar({ label, detail, share, action }: WorkBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex flex-wrap justify-between gap-x-4">
          <span className="font-medium">{label}</span>
          <span className="text-sm text-quiet tabular-nums">{detail}</span>
        </p>
        <div
          role="progressbar"
          aria-label={label}
          aria-valuetext={detail}
          {...(share === null ? {} : { 'aria-valuenow': Math.round(share * 100) })}
          className="mt-2 h-2 overflow-hidden rounded-full bg-sunken"
        >
          <div
            className={`h-full rounded-full bg-accent ${share === null ? 'w-1/3 animate-breathe motion-reduce:animate-none' : ''}`}
            style={share === null ? {} : { width: `${share * 100}%` }}
          />
        </div>
      </div>
      {action}
    </div>
  );
}
