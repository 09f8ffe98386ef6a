import { access } from './en/access.ts';
import { camera, cameras, finding, live } from './en/cameras.ts';
import { enrolment } from './en/enrolment.ts';
import { event, events } from './en/event.ts';
import { health } from './en/health.ts';
import { heard } from './en/heard.ts';
import { devices, home } from './en/home.ts';
import { measures } from './en/measures.ts';
import { consent, gallery, leaving, people, person, unknown } from './en/people.ts';
import { presence } from './en/presence.ts';
import { rest } from './en/rest.ts';
import { memory } from './en/memory.ts';
import { settings } from './en/settings.ts';
import { setup } from './en/setup.ts';
import { timeline } from './en/timeline.ts';
import { voice, voiceSettings } from './en/voice.ts';
import { wake } from './en/wake.ts';
import { lines, zones } from './en/zones.ts';

/** Every English text of the page. A second language is a second file and folder of the same shape. */
export const en = {
  language: 'en',
  app: { name: 'Lares', starting: 'Connecting to the house …', skip: 'Skip to the content' },
  screens: {
    home: 'Home',
    events: 'Events',
    people: 'People',
    voice: 'Voice',
    cameras: 'Cameras',
    health: 'Health',
    settings: 'Settings',
  },
  navigation: 'Screens',
  access,
  hub: {
    away: 'Lares does not answer right now. Nothing is lost: try again in a moment.',
    awayTitle: 'Lares does not answer',
    awayDetail:
      'It may be restarting. This page connects again by itself; what you see may be old, and what you typed is kept.',
    updated: 'Lares was updated.',
    reload: 'Load the new page',
  },
  common: {
    save: 'Save',
    saving: 'Saving …',
    saved: 'Saved',
    cancel: 'Cancel',
    close: 'Close',
    back: 'Back',
    delete: 'Delete',
    discard: 'Discard changes',
    unsaved: 'Not saved yet',
    optional: 'optional',
    showPassword: 'Show the password',
    hidePassword: 'Hide the password',
    keptPassword: 'Saved. Leave empty to keep it; another host or port needs it again.',
    loading: 'Loading …',
    tryAgain: 'Try again',
  },
  who: {
    unknown: 'Unknown person',
    person: 'Person',
    vehicle: 'Vehicle',
    animal: 'Animal',
    camera_offline: 'Camera offline',
    nothing: 'False alarm',
    noFaceDetail: 'No face was seen well enough to tell who it was.',
    unknownDetail: 'The face matches nobody you know.',
  },
  when: {
    justNow: 'just now',
    now: 'here now',
    stillAway: 'still offline',
    awayFor: (duration: string) => `for ${duration}`,
    since: (time: string) => `since ${time}`,
    today: 'Today',
    yesterday: 'Yesterday',
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
    title: 'The house is locked',
    detail:
      'Enter the passphrase to open it, or the recovery code that you printed. Until then nothing is read or written.',
    passphrase: 'Passphrase',
    open: 'Open',
    opening: 'Opening …',
  },
} as const;
