import { isolated } from '../isolated.ts';
import type { Words } from '../words.ts';

/** Die Liste der Besuche. */
export const events: Words['events'] = {
  title: 'Ereignisse',
  empty: 'Noch ist nichts passiert',
  emptyDetail:
    'Besuche von Personen, Fahrzeugen und Tieren werden hier verschlüsselt aufgehoben, und wann eine Kamera kein Bild gab.',
  filter: 'Kamera',
  allCameras: 'Alle Kameras',
  person: 'Person',
  everybody: 'Alle',
  whoIsThis: 'Wer ist das?',
  snapshot: (who, camera) => `${isolated(who)}, ${isolated(camera)}`,
  noSnapshot: 'Kein Bild',
};

/** Ein Besuch. */
export const event: Words['event'] = {
  face: 'Gesicht',
  facePicture: (who) => `Gesicht von ${isolated(who)}`,
  camera: 'Kamera',
  began: 'Gekommen',
  ended: 'Gegangen',
  stillHere: 'noch hier',
  stayed: 'Geblieben',
  certainty: 'Sicherheit',
  zones: 'War in',
  crossed: 'Überquert',
  crossing: { in: (line) => `${isolated(line)}, hinein`, out: (line) => `${isolated(line)}, hinaus` },
  crossingAt: (crossing, time) => `${crossing} (${time})`,
  seen: 'Dieser Besuch',
  enrolled: 'Wie bekannt',
  isThis: (name) => `Ist das ${isolated(name)}?`,
  sure: {
    certain: (name, percent) => `So gut wie sicher ${isolated(name)} (${percent})`,
    likely: (name, percent) => `Sehr wahrscheinlich ${isolated(name)} (${percent})`,
    perhaps: (name, percent) => `Wahrscheinlich ${isolated(name)} (${percent})`,
    doubtful: (name, percent) => `Vielleicht ${isolated(name)} (${percent})`,
    told: (name) => `Du hast gesagt, dass das ${isolated(name)} ist.`,
  },
  yes: 'Ja',
  no: 'Nein',
  noAfterAll: (name) => `Das ist nicht ${isolated(name)}`,
  asking: 'Einen Moment …',
  openPerson: (name) => `Mehr zu ${isolated(name)}`,
  admitted: (name) => `Danke. Mit diesem Gesicht erkennt Lares ${isolated(name)} künftig besser.`,
  replaced: (name) =>
    `Danke. Lares erkennt ${isolated(name)} künftig besser: Dieses Gesicht ersetzt ein älteres.`,
  refused: {
    too_unlike: (name) =>
      `Danke. Das Gesicht ist den Fotos von ${isolated(name)} zu unähnlich, um daraus zu lernen. Alles bleibt, wie es ist.`,
    like_another: (name) =>
      `Danke. Das Gesicht ähnelt noch jemandem, den du kennst. Die Gesichter von ${isolated(name)} bleiben, wie sie sind.`,
    like_a_stranger: (name) =>
      `Danke. Das Gesicht ähnelt auch jemandem, der nicht ${isolated(name)} ist. Alles bleibt, wie es ist.`,
    nothing_new: (name) =>
      `Danke. Von ${isolated(name)} gibt es solche Gesichter schon. Alles bleibt, wie es ist.`,
    poor_picture: (name) =>
      `Danke. Das Bild ist zu schlecht, um daraus zu lernen. Die Gesichter von ${isolated(name)} bleiben, wie sie sind.`,
  },
  notThem: (name) =>
    `Nicht ${isolated(name)}. Lares hält dieses Gesicht nicht noch einmal für ${isolated(name)}.`,
  whoThen: 'Wer ist es?',
  enrol: 'Person benennen',
  enrolTitle: 'Wer ist das?',
  enrolDetail:
    'Von jetzt an grüßt Lares dieses Gesicht mit Namen. Das Bild bleibt verschlüsselt in diesem Haus.',
  named: (name) => `Gespeichert: Das ist ${isolated(name)}.`,
  thisIs: (name) => (name === '' ? 'Speichern' : `Das ist ${isolated(name)}`),
  living: {
    yes: 'Sieht nach einem lebenden Gesicht aus',
    unsure: 'Unsicher, ob das Gesicht lebt',
    no: 'Vielleicht nur das Bild eines Gesichts',
  },
  livingHint: (percent) => `${percent}. Ein Hinweis, kein Schloss.`,
  seenBefore: 'Schon einmal gesehen',
  neverSeen: 'Dieses Gesicht war noch nie zu sehen.',
  neverSeenKept: (days) =>
    `Dieses Gesicht war noch nie zu sehen, soweit Lares sich erinnert: Unbekannte Gesichter werden ${days} aufgehoben.`,
  searching: 'Sucht frühere Besuche …',
  remove: 'Löschen',
  keep: 'Aufheben',
  kept: 'Aufgehoben',
  keepDetail: 'Was du aufhebst, löscht Lares nie, und seine Aufnahme auch nicht.',
  beside: 'Besuche davor und danach',
  earlier: 'Besuch davor',
  later: 'Besuch danach',
  notA: { person: 'Keine Person', vehicle: 'Kein Fahrzeug', animal: 'Kein Tier' },
  mistaken: 'Du hast gesagt, dass Lares sich hier geirrt hat.',
  notMistaken: 'Es stimmte doch',
  saving: 'Die Aufnahme wird gesichert',
  position: 'Stelle in der Aufnahme',
  positionOf: (at, duration) => `${at} von ${duration}`,
  player: {
    play: 'Abspielen',
    pause: 'Anhalten',
    back: '10 Sekunden zurück',
    forward: '10 Sekunden vor',
    stepBack: 'Bild davor',
    step: 'Nächstes Bild',
    speed: 'Tempo',
    fullScreen: 'Vollbild',
  },
  play: 'Aufnahme abspielen',
  showPicture: 'Bild zeigen',
  recordingOf: (camera, time) => `Aufnahme von ${isolated(camera)}, ${time}`,
  saveRecording: 'Als Datei speichern',
  saveRecordingPart: (number) => `Teil ${number} speichern`,
  stillRecording: (duration) => `Nimmt auf: bisher ${duration}`,
  cutOff: 'abgeschnitten, als Lares endete',
  recordingFailed: 'Die Aufnahme lässt sich gerade nicht abspielen. Versuch es gleich noch einmal.',
  unplayable: (codec) =>
    `Dieser Browser kann die Aufnahme nicht abspielen (${codec}). Speichere sie als Datei und öffne sie in einem anderen Programm.`,
  goneDetail: 'Die neuesten Ereignisse stehen auf dem Startbildschirm.',
  noSnapshot: 'Von diesem Besuch gibt es kein Bild.',
  offlineTitle: 'Die Kamera gab kein Bild',
  offlineBegan: 'Kein Bild seit',
  offlineEnded: 'Wieder da',
  stillOffline: 'noch ohne Bild',
  offlineFor: 'Dauer',
};
