import { Activity, Cctv, History, House, Mic, SlidersHorizontal, Users, type LucideIcon } from 'lucide-react';
import { AccessChip } from './access/access-chip.tsx';
import { useHealth } from './house/health.ts';
import { hrefOf, useRoute, type Route } from './route.ts';
import { words } from './words/words.ts';

interface Place {
  readonly screen: 'home' | 'events' | 'people' | 'voice' | 'cameras' | 'health' | 'settings';
  readonly icon: LucideIcon;
  /** The other screens that belong to this place. */
  readonly also: readonly Route['screen'][];
}

const places: readonly Place[] = [
  { screen: 'home', icon: House, also: ['camera'] },
  { screen: 'events', icon: History, also: ['event'] },
  { screen: 'people', icon: Users, also: ['person', 'new-person', 'add-faces'] },
  { screen: 'voice', icon: Mic, also: ['wake-phrase'] },
  { screen: 'cameras', icon: Cctv, also: ['new-camera', 'edit-camera', 'zones'] },
  { screen: 'health', icon: Activity, also: [] },
  { screen: 'settings', icon: SlidersHorizontal, also: ['settings-section', 'access'] },
];

/** Where to go: a rail at the side, or a bar beneath on an upright screen. */
export function Navigation() {
  const { screen } = useRoute();
  const trouble = useHealth()?.notices.some((notice) => notice.severity !== 'info') ?? false;
  return (
    <nav
      aria-label={words.navigation}
      className="z-10 flex shrink-0 justify-around gap-0 border-line bg-card max-sm:order-last max-sm:border-t sm:w-22 sm:flex-col sm:justify-start sm:gap-1 sm:overflow-y-auto sm:border-r sm:px-1 sm:py-3 lg:w-24 xl:gap-2 short:gap-0.5 short:py-2"
    >
      {places.map(({ screen: own, icon: Icon, also }) => {
        const here = screen === own || also.includes(screen);
        return (
          <a
            key={own}
            href={hrefOf({ screen: own })}
            aria-current={here ? 'page' : undefined}
            className={`relative flex min-h-14 flex-1 flex-col items-center justify-center gap-1 rounded-xl text-[0.6875rem] font-medium sm:min-h-17 sm:flex-none lg:text-xs short:min-h-14 ${here ? 'bg-accent-soft text-accent' : 'text-quiet hover:bg-sunken hover:text-ink'}`}
          >
            <Icon aria-hidden className="size-6" strokeWidth={here ? 2 : 1.75} />
            <span className="max-w-full truncate">{words.screens[own]}</span>
            {own === 'health' && trouble && (
              <span className="absolute top-2.5 left-1/2 ml-2.5 size-2.5 rounded-full border-2 border-card bg-bad" />
            )}
          </a>
        );
      })}
      <AccessChip />
    </nav>
  );
}
