import type { EventLabel } from '../contract/event.ts';
import type { Intent, IntentName } from '../contract/intent.ts';
import type { Identity } from '../contract/person.ts';

/** What people call the things that Lares tells apart, in English and German. */
export const labelWords: Readonly<Record<EventLabel, string>> = {
  person:
    'person people someone somebody anyone anybody visitor visit guest human man woman child kid who wer jemand mensch menschen leute besuch besucher besucherin gast gäste mann frau kind kinder personen',
  vehicle:
    'vehicle car truck lorry van bus motorcycle motorbike bicycle bike auto autos wagen fahrzeug fahrzeuge pkw lkw laster lieferwagen motorrad fahrrad rad',
  animal: 'animal pet dog cat bird horse tier tiere haustier hund hunde katze katzen vogel vögel pferd',
  camera_offline:
    'camera offline away lost absent outage down failed disconnected kamera ausfall ausgefallen weg aus verloren unterbrochen',
  nothing: 'nothing mistake mistaken false alarm nichts irrtum fehlalarm',
};

export const identityWords: Readonly<Record<Identity['kind'], string>> = {
  no_face: 'faceless gesichtslos',
  unknown:
    'unknown stranger strangers unbekannt unbekannte unbekannter unbekanntes fremd fremde fremder fremdes',
  known: 'known familiar bekannt bekannte bekannter',
};

/** Words that ask for nobody in particular: what was seen has them as a person's, what was said has not. */
const anybody = new Set(['who', 'wer', 'someone', 'somebody', 'anyone', 'anybody', 'jemand']);

/** Words that say nothing of what is looked for. */
const empty = new Set(
  `a an the this that there here is are was were be been has have had did do does done what when where which show me us find
   search all any at in on of to from by for with and or last happened happen seen see saw came come came
   der die das den dem des ein eine einen einem einer ist sind war waren hat haben hatte was wann wo welche welcher zeig zeige
   mir uns suche finde alle an am im in um bei beim zu zum zur von vom mit und oder da dort hier auf letzte letzten passiert
   gesehen kam gekommen uhr`.split(/\s+/u),
);

/** Deeds that are said in many ways, in both languages; one is as good as the other. */
const deeds: readonly (readonly string[])[] = [
  [
    'open',
    'opened',
    'opens',
    'unlock',
    'unlocked',
    'unlocks',
    'öffne',
    'öffnen',
    'öffnete',
    'geöffnet',
    'aufgemacht',
    'aufgeschlossen',
    'entriegelt',
  ],
  [
    'close',
    'closed',
    'shut',
    'lock',
    'locked',
    'schließe',
    'schließen',
    'geschlossen',
    'zugemacht',
    'abgeschlossen',
    'verriegelt',
  ],
  ['on', 'switched', 'turned', 'an', 'ein', 'eingeschaltet', 'angemacht'],
  ['off', 'aus', 'ausgeschaltet', 'ausgemacht'],
  ['arm', 'armed', 'scharf', 'scharfgeschaltet', 'aktiviert'],
  ['disarm', 'disarmed', 'unscharf', 'entschärft', 'deaktiviert'],
  ['timer', 'wecker', 'alarm'],
  ['light', 'lamp', 'licht', 'lampe'],
  ['garage', 'garagentor'],
  ['door', 'tür', 'haustür'],
];

/** What turning on and off is called of things that are not turned. */
const turning: Readonly<Partial<Record<string, Readonly<Partial<Record<IntentName, string>>>>>> = {
  cover: { HassTurnOn: 'open', HassTurnOff: 'close' },
  lock: { HassTurnOn: 'lock', HassTurnOff: 'unlock' },
};

/** The words of a query that say what is looked for: at most twelve. */
export function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].filter((word) => !empty.has(word)).slice(0, 12);
}

export function asksForAnybody(word: string): boolean {
  return anybody.has(word);
}

/** The word and others for the same. */
export function synonymsOf(word: string): readonly string[] {
  return deeds.find((same) => same.includes(word)) ?? [word];
}

/** What an exchange is found by besides what was said: what was understood, in words. */
export function intentText(intent: Intent | null): string {
  if (intent === null) return '';
  return [intent, ...(intent.also ?? [])]
    .flatMap(({ name, slots }) => [
      turning[slots.domain ?? '']?.[name] ?? '',
      name.replace(/^(?:Hass|Lares)/u, '').replaceAll(/(\p{Lu})/gu, ' $1'),
      ...Object.values(slots).filter((value) => typeof value === 'string'),
    ])
    .join(' ');
}
