import { ShieldCheck } from 'lucide-react';
import { useNow } from '../../house/now.ts';
import { clock, longDay } from '../../words/times.ts';
import { words } from '../../words/words.ts';

/** The clock, as every thermostat has one, and whether the house is armed. */
export function HomeHeader({ armed }: { readonly armed: boolean }) {
  const now = useNow(1000);
  return (
    <header className="flex items-baseline gap-4">
      <h1 className="sr-only">{words.screens.home}</h1>
      <p className="text-4xl font-light tabular-nums lg:text-5xl">{clock(now)}</p>
      <p className="min-w-0 flex-1 truncate text-lg text-quiet">{longDay(now)}</p>
      {armed && (
        <p className="flex items-center gap-2 self-center rounded-full bg-accent-soft px-4 py-2 font-medium text-accent">
          <ShieldCheck aria-hidden className="size-5" />
          {words.home.armed}
        </p>
      )}
    </header>
  );
}
