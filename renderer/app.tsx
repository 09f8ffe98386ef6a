import { lazy, Suspense, useState } from 'react';
import { useLiveAccess } from './access/access-now.ts';
import { AskPin } from './access/ask-pin.tsx';
import { AwayBanner } from './away-banner.tsx';
import { useFirstStart } from './house/first-start.ts';
import { useHealth } from './house/health.ts';
import { useResting } from './house/resting.ts';
import { useLiveHealth, useLiveHouse } from './house/live-house.ts';
import { useLanguage } from './house/language.ts';
import { useTheme } from './house/theme.ts';
import { Navigation } from './navigation.tsx';
import { useRoute } from './route.ts';
import { UpdateBanner } from './update-banner.tsx';
import { CameraSetup } from './views/cameras/camera-setup.tsx';
import { CamerasScreen } from './views/cameras/cameras-screen.tsx';
import { CameraScreen } from './views/camera/camera-screen.tsx';
import { EventScreen } from './views/event/event-screen.tsx';
import { EventsScreen } from './views/events/events-screen.tsx';
import { RemovingBar } from './views/events/removing-bar.tsx';
import { HealthScreen } from './views/health/health-screen.tsx';
import { HomeScreen } from './views/home/home-screen.tsx';
import { LockedScreen } from './views/locked/locked-screen.tsx';
import { EnrolScreen } from './views/enrol/enrol-screen.tsx';
import { LeavingBar } from './views/people/leaving-bar.tsx';
import { PeopleScreen } from './views/people/people-screen.tsx';
import { PersonScreen } from './views/people/person-screen.tsx';
import { Rest } from './views/rest/rest.tsx';
import { SettingsScreen } from './views/settings/settings-screen.tsx';
import { PhraseScreen } from './views/voice/phrase-screen.tsx';
import { VoiceScreen } from './views/voice/voice-screen.tsx';
import { ZonesScreen } from './views/zones/zones-screen.tsx';
import { words } from './words/words.ts';

/** Hardly anybody needs it twice: it is fetched when it is opened. */
const SetupScreen = lazy(async () => ({
  default: (await import('./views/setup/setup-screen.tsx')).SetupScreen,
}));

const AccessScreen = lazy(async () => ({
  default: (await import('./access/access-screen.tsx')).AccessScreen,
}));

const LeaveScreen = lazy(async () => ({
  default: (await import('./access/leave-screen.tsx')).LeaveScreen,
}));

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

function CurrentScreen() {
  const route = useRoute();
  switch (route.screen) {
    case 'home':
      return <HomeScreen />;
    case 'events':
      return <EventsScreen />;
    case 'event':
      return <EventScreen key={route.eventId} eventId={route.eventId} />;
    case 'camera':
      return <CameraScreen cameraId={route.cameraId} />;
    case 'zones':
      return <ZonesScreen key={route.cameraId} cameraId={route.cameraId} />;
    case 'people':
      return <PeopleScreen />;
    case 'person':
      return <PersonScreen key={route.personId} personId={route.personId} />;
    case 'new-person':
      return <EnrolScreen key="new" personId={null} />;
    case 'add-faces':
      return <EnrolScreen key={route.personId} personId={route.personId} />;
    case 'cameras':
      return <CamerasScreen />;
    case 'new-camera':
      return <CameraSetup key="new" cameraId={null} />;
    case 'edit-camera':
      return <CameraSetup key={route.cameraId} cameraId={route.cameraId} />;
    case 'voice':
      return <VoiceScreen />;
    case 'wake-phrase':
      return <PhraseScreen key={route.phrase} phrase={route.phrase} />;
    case 'health':
      return <HealthScreen />;
    case 'setup':
      return (
        <Suspense fallback={<Starting />}>
          <SetupScreen at={route.at} />
        </Suspense>
      );
    case 'access':
      return (
        <Suspense fallback={null}>
          <AccessScreen />
        </Suspense>
      );
    case 'leave':
      return (
        <Suspense fallback={null}>
          <LeaveScreen />
        </Suspense>
      );
    case 'settings':
      return <SettingsScreen place="" setting="" />;
    case 'settings-section':
      return <SettingsScreen place={route.section} setting={route.setting} />;
  }
}

function Starting() {
  return (
    <div className="flex h-full flex-col">
      <AwayBanner />
      <div role="status" className="flex flex-1 flex-col items-center justify-center gap-4">
        <img src="/icon.svg" alt="" className="size-16" />
        <p className="text-quiet">{words.app.starting}</p>
      </div>
    </div>
  );
}
