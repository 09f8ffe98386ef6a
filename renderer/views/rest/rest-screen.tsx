import { Shield, ShieldCheck, Unplug } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { clockOf, isWithin } from '../../../services/contract/time-of-day.ts';
import { useConnection } from '../../connection.ts';
import { useHealth } from '../../house/health.ts';
import { useNow } from '../../house/now.ts';
import { trpc } from '../../hub.ts';
import { clock, longDay } from '../../words/times.ts';
import { words } from '../../words/words.ts';
import { driftAt } from './drift.ts';

/** How far the clock moves from the middle, in hundredths of the screen. */
const reach = { x: 14, y: 16 };

/** The resting screen: the time, the day, and whether the house is armed. Nothing of who lives here. */
export function RestScreen() {
  const now = useNow(1000);
  const dim = useQuery(trpc.settings.get.queryOptions()).data?.kiosk.dimAtNight;
  const dark = dim?.enabled === true && isWithin(dim, clockOf(new Date(now)));
  const { x, y } = driftAt(now);
  return (
    <div
      role="dialog"
      aria-modal
      aria-label={words.rest.title}
      data-rest={dark ? 'dark' : 'calm'}
      className={`fixed inset-0 z-60 grid cursor-none touch-none place-items-center overflow-hidden bg-black select-none motion-safe:animate-appear ${dark ? 'text-[#75716a]' : 'text-[#d8d2c6]'}`}
    >
      <div
        style={{ transform: `translate(${x * reach.x}vw, ${y * reach.y}vh)` }}
        className="flex flex-col items-center gap-[2vmin] text-center motion-safe:transition-transform motion-safe:duration-4000"
      >
        <p className="text-[26vmin]/none font-extralight tabular-nums">{clock(now)}</p>
        <p className="text-[max(1.5rem,4.5vmin)]/snug">{longDay(now)}</p>
        <Guard />
      </div>
      <p className="sr-only">{words.rest.wake}</p>
    </div>
  );
}

/** What is old is not told as if it were known. */
function Guard() {
  const armed = useHealth()?.armed ?? false;
  const away = useConnection() === 'away';
  const Icon = away ? Unplug : armed ? ShieldCheck : Shield;
  return (
    <p className="mt-[2vmin] flex items-center gap-3 text-[max(1.5rem,4vmin)]/snug">
      <Icon aria-hidden className="size-[1.3em]" strokeWidth={1.5} />
      {away ? words.hub.awayTitle : armed ? words.home.armed : words.home.disarmed}
    </p>
  );
}
