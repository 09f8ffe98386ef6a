import { Suspense, useEffect } from 'react';
import { fetchTheRest, later } from './later.tsx';
import { useRoute } from './route.ts';
import { Starting } from './starting.tsx';
import { HomeScreen } from './views/home/home-screen.tsx';

const CameraSetup = later(async () => (await import('./views/cameras/camera-setup.tsx')).CameraSetup);
const CamerasScreen = later(async () => (await import('./views/cameras/cameras-screen.tsx')).CamerasScreen);
const CameraScreen = later(async () => (await import('./views/camera/camera-screen.tsx')).CameraScreen);
const EventScreen = later(async () => (await import('./views/event/event-screen.tsx')).EventScreen);
const EventsScreen = later(async () => (await import('./views/events/events-screen.tsx')).EventsScreen);
const HealthScreen = later(async () => (await import('./views/health/health-screen.tsx')).HealthScreen);
const EnrolScreen = later(async () => (await import('./views/enrol/enrol-screen.tsx')).EnrolScreen);
const PeopleScreen = later(async () => (await import('./views/people/people-screen.tsx')).PeopleScreen);
const PersonScreen = later(async () => (await import('./views/people/person-screen.tsx')).PersonScreen);
const SettingsScreen = later(
  async () => (await import('./views/settings/settings-screen.tsx')).SettingsScreen,
);
const PhraseScreen = later(async () => (await import('./views/voice/phrase-screen.tsx')).PhraseScreen);
const VoiceScreen = later(async () => (await import('./views/voice/voice-screen.tsx')).VoiceScreen);
const ZonesScreen = later(async () => (await import('./views/zones/zones-screen.tsx')).ZonesScreen);
const SetupScreen = later(async () => (await import('./views/setup/setup-screen.tsx')).SetupScreen);
const AccessScreen = later(async () => (await import('./access/access-screen.tsx')).AccessScreen);
const LeaveScreen = later(async () => (await import('./access/leave-screen.tsx')).LeaveScreen);

/** Home is there by then, with its pictures. */
const quietAfterMs = 2500;

/** The screen of the address. Home comes with the page; all others come after it, and are there before they are tapped. */
export function CurrentScreen() {
  useEffect(() => {
    const timer = setTimeout(() => void fetchTheRest(), quietAfterMs);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <Suspense fallback={<Starting />}>
      <Shown />
    </Suspense>
  );
}

function Shown() {
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
      return <SetupScreen at={route.at} />;
    case 'access':
      return <AccessScreen />;
    case 'leave':
      return <LeaveScreen />;
    case 'settings':
      return <SettingsScreen place="" setting="" />;
    case 'settings-section':
      return <SettingsScreen place={route.section} setting={route.setting} />;
  }
}
