import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export type MessageKind = 'info' | 'good' | 'warning' | 'error';

const looks: Readonly<Record<MessageKind, { icon: LucideIcon; style: string; iconStyle: string }>> = {
  info: { icon: Info, style: 'bg-accent-soft', iconStyle: 'text-accent' },
  good: { icon: CircleCheck, style: 'bg-accent-soft', iconStyle: 'text-good' },
  warning: { icon: TriangleAlert, style: 'bg-warn-soft', iconStyle: 'text-warn' },
  error: { icon: CircleAlert, style: 'bg-bad-soft', iconStyle: 'text-bad' },
};

interface MessageProps {
  readonly kind: MessageKind;
  readonly title?: string;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** One sentence or two that the owner should read. An error is spoken by screen readers at once. */
export function Message({ kind, title, action, children }: MessageProps) {
  const { icon: Icon, style, iconStyle } = looks[kind];
  return (
    <div
      role={kind === 'error' ? 'alert' : 'status'}
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 rounded-xl px-4 py-2.5 ${style}`}
    >
      <div className="flex min-w-0 flex-1 basis-64 items-start gap-3">
        <Icon aria-hidden className={`mt-0.5 size-5 shrink-0 ${iconStyle}`} />
        <p className="min-w-0 wrap-anywhere">
          {title !== undefined && <strong className="mr-2 font-semibold">{title}</strong>}
          {children}
        </p>
      </div>
      {action}
    </div>
  );
}
