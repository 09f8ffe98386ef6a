import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { hrefOf, type Route } from '../route.ts';
import { words } from '../words/words.ts';

interface ScreenProps {
  readonly title: string;
  readonly detail?: string;
  readonly back?: Route;
  readonly actions?: ReactNode;
  /** `narrow` keeps lines of text and forms readable. */
  readonly width?: 'full' | 'narrow';
  readonly children: ReactNode;
}

/** The frame of every screen but Home: a title, where back leads, and what can be done. */
export function Screen({ title, detail, back, actions, width = 'full', children }: ScreenProps) {
  return (
    <div
      className={`mx-auto w-full px-4 py-5 md:px-8 md:py-7 ${width === 'narrow' ? 'max-w-6xl' : 'max-w-[130rem]'}`}
    >
      <header className="mb-6 flex min-h-14 flex-wrap items-center gap-x-4 gap-y-3">
        {back && (
          <a
            href={hrefOf(back)}
            aria-label={words.common.back}
            className="-ml-2 grid size-12 place-items-center rounded-xl text-quiet hover:bg-sunken hover:text-ink"
          >
            <ArrowLeft aria-hidden />
          </a>
        )}
        <div className="min-w-0 flex-1 basis-60">
          <h1 className="truncate text-2xl font-semibold" dir="auto" title={title}>
            {title}
          </h1>
          {detail !== undefined && (
            <p className="mt-1 line-clamp-2 text-quiet wrap-anywhere" dir="auto">
              {detail}
            </p>
          )}
        </div>
        {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
