import { access } from './de/access.ts';
import { camera, cameras, finding, live } from './de/cameras.ts';
import { enrolment } from './de/enrolment.ts';
import { event, events } from './de/event.ts';
import { health } from './de/health.ts';
import { heard } from './de/heard.ts';
import { devices, home } from './de/home.ts';
import { measures } from './de/measures.ts';
import { consent, gallery, leaving, people, person, unknown } from './de/people.ts';
import { presence } from './de/presence.ts';
import { rest } from './de/rest.ts';
import { ofCameras } from './de/said/cameras.ts';
import { ofFields } from './de/said/fields.ts';
import { ofTheHouse } from './de/said/house.ts';
import { ofPeople } from './de/said/people.ts';
import { ofRecordings } from './de/said/recordings.ts';
import { ofTheVoice } from './de/said/voice.ts';
import { memory } from './de/memory.ts';
import { settings } from './de/settings.ts';
import { setup } from './de/setup.ts';
import { timeline } from './de/timeline.ts';
import { voice, voiceSettings } from './de/voice.ts';
import { wake } from './de/wake.ts';
import { lines, zones } from './de/zones.ts';
import type { Words } from './words.ts';

/** Every German text of the page. Lares says du, as in the family. */
export const de: Words = {
  language: 'de',
  said: { ...ofCameras, ...ofRecordings, ...ofPeople, ...ofTheVoice, ...ofTheHouse, ...ofFields },
  app: { name: 'Lares', starting: 'Verbindung zum Haus …', skip: 'Zum Inhalt springen' },
  screens: {
    home: 'Zuhause',
    events: 'Ereignisse',
    people: 'Personen',
    voice: 'Stimme',
    cameras: 'Kameras',
    health: 'Zustand',
    settings: 'Einstellungen',
  },
  navigation: 'Bereiche',
  access,
  hub: {
    away: 'Lares antwortet gerade nicht. Nichts ist verloren: Versuch es gleich noch einmal.',
    awayTitle: 'Lares antwortet nicht',
    awayDetail:
      'Vielleicht startet es gerade neu. Diese Seite verbindet sich von selbst wieder; was du siehst, kann veraltet sein, und was du getippt hast, bleibt erhalten.',
    updated: 'Lares wurde aktualisiert.',
    reload: 'Neue Seite laden',
  },
  common: {
    save: 'Speichern',
    saving: 'Speichert …',
    saved: 'Gespeichert',
    cancel: 'Abbrechen',
    close: 'Schließen',
    back: 'Zurück',
    delete: 'Löschen',
    discard: 'Änderungen verwerfen',
    unsaved: 'Noch nicht gespeichert',
    optional: 'freiwillig',
    showPassword: 'Passwort zeigen',
    hidePassword: 'Passwort verbergen',
    keptPassword:
      'Gespeichert. Leer lassen, um es zu behalten; für einen anderen Rechner oder Port ist es wieder nötig.',
    loading: 'Lädt …',
    tryAgain: 'Noch einmal versuchen',
  },
  who: {
    unknown: 'Unbekannte Person',
    person: 'Person',
    vehicle: 'Fahrzeug',
    animal: 'Tier',
    camera_offline: 'Kamera ohne Bild',
    nothing: 'Fehlalarm',
    noFaceDetail: 'Kein Gesicht war gut genug zu sehen, um zu sagen, wer es war.',
    unknownDetail: 'Das Gesicht gehört zu niemandem, den du kennst.',
  },
  when: {
    justNow: 'gerade eben',
    now: 'jetzt hier',
    stillAway: 'noch ohne Bild',
    awayFor: (duration) => `${duration} lang`,
    since: (time) => `seit ${time}`,
    today: 'Heute',
    yesterday: 'Gestern',
  },
  camera,
  live,
  home,
  presence,
  rest,
  devices,
  voice,
  wake,
  heard,
  voiceSettings,
  events,
  timeline,
  event,
  people,
  person,
  gallery,
  leaving,
  consent,
  unknown,
  enrolment,
  cameras,
  lines,
  zones,
  finding,
  measures,
  health,
  memory,
  settings,
  setup,
  locked: {
    title: 'Das Haus ist verschlossen',
    detail:
      'Gib die Passphrase ein, um es zu öffnen, oder den Wiederherstellungscode, den du ausgedruckt hast. Bis dahin wird nichts gelesen und nichts geschrieben.',
    passphrase: 'Passphrase',
    open: 'Öffnen',
    opening: 'Öffnet …',
  },
};
