import { useState } from 'react';
import { useLiveAccess } from './access/access-now.ts';
import { AskPin } from './access/ask-pin.tsx';
import { AwayBanner } from './away-banner.tsx';
import { CurrentScreen } from './current-screen.tsx';
import { useFirstStart } from './house/first-start.ts';
import { useHealth } from './house/health.ts';
import { useResting } from './house/resting.ts';
import { useLiveHealth, useLiveHouse } from './house/live-house.ts';
import { useLanguage } from './house/language.ts';
import { useTheme } from './house/theme.ts';
import { Navigation } from './navigation.tsx';
import { Starting } from './starting.tsx';
import { useRoute } from './route.ts';
import { UpdateBanner } from './update-banner.tsx';
import { RemovingBar } from './views/events/removing-bar.tsx';
import { LockedScreen } from './views/locked/locked-screen.tsx';
import { LeavingBar } from './views/people/leaving-bar.tsx';
import { Rest } from './views/rest/rest.tsx';
import { words } from './words/words.ts';

/** The whole page. Once the house was open it stays mounted beneath the lock, so that a restart loses nothing typed. */
export function App() {
  useLiveHealth();
  const health = useHealth();
  const locked = health?.key.kind === 'locked';
  const resting = useResting();
  const [opened, setOpened] = useState(false);
  if (health !== undefined && !locked && !opened) setOpened(true);
  useTheme(opened && !locked);
  useLanguage(opened && !locked);
  const shown = useLiveAccess(opened && !locked);
  const route = useRoute();
  const isFirst = useFirstStart(opened && !locked);
  if (health === undefined || isFirst) return <Starting />;
  return (
    <>
      {locked && <LockedScreen />}
      {opened && (
        <div hidden={locked} inert={resting} className={locked ? '' : 'flex h-full flex-col sm:flex-row'}>
          <a
            href="#content"
            onClick={(click) => {
              click.preventDefault();
              document.getElementById('content')?.focus();
            }}
            className="sr-only z-50 focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:rounded-xl focus:bg-card focus:p-4"
          >
            {words.app.skip}
          </a>
          {route.screen !== 'setup' && <Navigation />}
          <div className="flex min-h-0 min-w-0 flex-1 flex-col">
            <AwayBanner />
            <UpdateBanner />
            <main id="content" tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto focus:outline-none">
              {!locked && <News key={shown} />}
              <CurrentScreen />
            </main>
            {!locked && <RemovingBar />}
            {!locked && <LeavingBar />}
            {!locked && <AskPin />}
          </div>
        </div>
      )}
      {opened && !locked && <Rest />}
    </>
  );
}

/** Subscriptions end with an error when the house is locked; mounting this again after it is opened starts them anew. */
function News() {
  useLiveHouse();
  return null;
}
