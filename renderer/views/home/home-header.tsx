import { useNow } from '../../house/now.ts';
import { clock, longDay } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { ArmButton } from './arm-button.tsx';

/** The clock, as every thermostat has one, and whether the house is armed. */
export function HomeHeader({ armed }: { readonly armed: boolean }) {
  const now = useNow(1000);
  return (
    <header className="flex items-baseline gap-4">
      <h1 className="sr-only">{words.screens.home}</h1>
      <p className="text-4xl font-light tabular-nums lg:text-5xl">{clock(now)}</p>
      <p className="min-w-0 flex-1 truncate text-lg text-quiet">{longDay(now)}</p>
      <ArmButton armed={armed} />
    </header>
  );
}
