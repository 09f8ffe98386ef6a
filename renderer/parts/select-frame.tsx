import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';

interface SelectFrameProps {
  readonly className?: string;
  readonly children: ReactNode;
}

/** Around a `<select>` in `selectStyle`: its arrow, as far from the edge as the text is. */
export function SelectFrame({ className = '', children }: SelectFrameProps) {
  return (
    <span className={`relative block ${className}`}>
      {children}
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute inset-y-0 right-3.5 my-auto size-5 text-quiet"
      />
    </span>
  );
}
