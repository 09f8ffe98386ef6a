import { ChevronRight } from 'lucide-react';
import { hrefOf } from '../../route.ts';
import { words } from '../../words/words.ts';
import { SetupLink } from '../setup/setup-link.tsx';
import { iconOf, places } from './places.ts';
import { wordsOfPlace } from './setting-words.ts';

interface PlaceListProps {
  /** What is shown beside the list. */
  readonly here: string;
  /** Those with something that is not saved yet. */
  readonly unsaved: readonly string[];
}

/** All sections of the settings. */
export function PlaceList({ here, unsaved }: PlaceListProps) {
  return (
    <nav aria-label={words.settings.sections}>
      <ul className="flex flex-col gap-1">
        {places.map((place) => {
          const { title, detail } = wordsOfPlace(place);
          const Icon = iconOf(place);
          const isUnsaved = unsaved.includes(place);
          return (
            <li key={place}>
              <a
                href={hrefOf({ screen: 'settings-section', section: place, setting: '' })}
                aria-current={place === here ? 'page' : undefined}
                className="flex min-h-14 items-center gap-4 rounded-xl px-3 py-1.5 text-ink lg:min-h-12 hover:bg-sunken lg:aria-[current=page]:bg-accent-soft"
              >
                <Icon aria-hidden className="size-6 shrink-0 text-accent" strokeWidth={1.75} />
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{title}</span>
                  <span className={`block text-sm text-quiet ${isUnsaved ? '' : 'lg:hidden'}`}>
                    {isUnsaved ? words.common.unsaved : detail}
                  </span>
                </span>
                <ChevronRight aria-hidden className="size-5 shrink-0 text-quiet lg:hidden" />
              </a>
            </li>
          );
        })}
        <li>
          <SetupLink />
        </li>
      </ul>
    </nav>
  );
}
