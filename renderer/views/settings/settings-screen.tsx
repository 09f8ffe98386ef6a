import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { trpc } from '../../hub.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { useLeaveGuard } from '../../parts/leave-guard.ts';
import { Message } from '../../parts/message.tsx';
import { Screen } from '../../parts/screen.tsx';
import { routeOf } from '../../route.ts';
import { sentenceOf } from '../../words/sentence.ts';
import { words } from '../../words/words.ts';
import { useIsWide } from './is-wide.ts';
import { Place } from './place.tsx';
import { PlaceList } from './place-list.tsx';
import { places } from './places.ts';
import { foundSettings, SearchResults } from './search-results.tsx';
import type { AllEdits } from './section-edits.ts';
import { SettingsSearch } from './settings-search.tsx';
import { wordsOfPlace } from './setting-words.ts';

interface SettingsScreenProps {
  /** What is shown; empty: the list alone where there is room for one thing only. */
  readonly place: string;
  /** The path of the setting that was looked for; empty: none. */
  readonly setting: string;
}

/** What the owner can set: the sections, found by name or by word, and beside them the one that is looked at. */
export function SettingsScreen({ place, setting }: SettingsScreenProps) {
  const settings = useQuery(trpc.settings.get.queryOptions());
  const [edits, setEdits] = useState<AllEdits>({});
  const [query, setQuery] = useState('');
  const unsaved = Object.entries(edits).flatMap(([section, some]) => (hasAny(some) ? [section] : []));
  const guard = useLeaveGuard(unsaved.length > 0, isSettings);
  const here = places.includes(place) ? place : (places[0] ?? '');
  const isWide = useIsWide();
  const isList = place === '';
  const isAlone = !isWide && !isList;
  const results = foundSettings(query);
  return (
    <Screen
      title={isAlone ? wordsOfPlace(here).title : words.settings.title}
      width="narrow"
      {...(isAlone ? { back: { screen: 'settings' } } : {})}
    >
      {settings.isError && <Message kind="error">{sentenceOf(settings.error)}</Message>}
      {settings.data && (
        <div className="grid grid-cols-1 items-start gap-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
          {!isAlone && (
            <div className="flex flex-col gap-4 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:p-1 lg:-m-1">
              <SettingsSearch
                value={query}
                onChange={setQuery}
                onEnter={() => {
                  const [first] = results;
                  if (first !== undefined) location.hash = first.href;
                }}
              />
              {query.trim() === '' ? (
                <PlaceList here={here} unsaved={unsaved} />
              ) : (
                <SearchResults results={results} />
              )}
            </div>
          )}
          {(isWide || !isList) && (
            <Place
              key={here}
              place={here}
              found={setting}
              settings={settings.data}
              edits={edits[here] ?? {}}
              onEdits={(change) => {
                setEdits((all) => ({ ...all, [here]: change(all[here] ?? {}) }));
              }}
            />
          )}
        </div>
      )}
      <Confirm
        open={guard.asks}
        title={words.settings.leaveTitle}
        detail={words.settings.leaveDetail}
        action={words.settings.leave}
        onConfirm={guard.leave}
        onCancel={guard.stay}
      />
    </Screen>
  );
}

function hasAny(edits: object): boolean {
  return Object.keys(edits).length > 0;
}

/** Going from section to section loses nothing. */
function isSettings(hash: string): boolean {
  const { screen } = routeOf(hash);
  return screen === 'settings' || screen === 'settings-section';
}
