import type { Words } from '../words.ts';

/** Die Liste der Besuche. */
export const events: Words['events'] = {
  title: 'Ereignisse',
  earlier: 'Frühere Ereignisse zeigen',
  end: 'Das ist alles.',
  empty: 'Noch ist nichts passiert',
  emptyDetail:
    'Besuche von Personen, Fahrzeugen und Tieren werden hier verschlüsselt aufgehoben, und wann eine Kamera kein Bild gab.',
  nothingShown: 'Keins der neuesten Ereignisse passt.',
  filter: 'Kamera',
  allCameras: 'Alle Kameras',
  person: 'Person',
  everybody: 'Alle',
  whoIsThis: 'Wer ist das?',
  snapshot: (who, camera) => `${who}, ${camera}`,
  noSnapshot: 'Kein Bild',
};

/** Ein Besuch. */
export const event: Words['event'] = {
  face: 'Gesicht',
  facePicture: (who) => `Gesicht von ${who}`,
  camera: 'Kamera',
  began: 'Gekommen',
  ended: 'Gegangen',
  stillHere: 'noch hier',
  stayed: 'Geblieben',
  certainty: 'Sicherheit',
  zones: 'War in',
  crossed: 'Überquert',
  crossing: { in: (line) => `${line}, hinein`, out: (line) => `${line}, hinaus` },
  crossingAt: (crossing, time) => `${crossing} (${time})`,
  seen: 'Dieser Besuch',
  enrolled: 'Wie bekannt',
  isThis: (name) => `Ist das ${name}?`,
  sure: {
    certain: (name, percent) => `So gut wie sicher ${name} (${percent})`,
    likely: (name, percent) => `Sehr wahrscheinlich ${name} (${percent})`,
    perhaps: (name, percent) => `Wahrscheinlich ${name} (${percent})`,
    doubtful: (name, percent) => `Vielleicht ${name} (${percent})`,
    told: (name) => `Du hast gesagt, dass das ${name} ist.`,
  },
  yes: 'Ja',
  no: 'Nein',
  noAfterAll: (name) => `Das ist nicht ${name}`,
  asking: 'Einen Moment …',
  openPerson: (name) => `Mehr zu ${name}`,
  admitted: (name) => `Danke. Mit diesem Gesicht erkennt Lares ${name} künftig besser.`,
  replaced: (name) => `Danke. Lares erkennt ${name} künftig besser: Dieses Gesicht ersetzt ein älteres.`,
  refused: {
    too_unlike: (name) =>
      `Danke. Das Gesicht ist den Fotos von ${name} zu unähnlich, um daraus zu lernen. Alles bleibt, wie es ist.`,
    like_another: (name) =>
      `Danke. Das Gesicht ähnelt noch jemandem, den du kennst. Die Gesichter von ${name} bleiben, wie sie sind.`,
    like_a_stranger: (name) =>
      `Danke. Das Gesicht ähnelt auch jemandem, der nicht ${name} ist. Alles bleibt, wie es ist.`,
    nothing_new: (name) => `Danke. Von ${name} gibt es solche Gesichter schon. Alles bleibt, wie es ist.`,
    poor_picture: (name) =>
      `Danke. Das Bild ist zu schlecht, um daraus zu lernen. Die Gesichter von ${name} bleiben, wie sie sind.`,
  },
  notThem: (name) => `Nicht ${name}. Lares hält dieses Gesicht nicht noch einmal für ${name}.`,
  whoThen: 'Wer ist es?',
  enrol: 'Person benennen',
  enrolTitle: 'Wer ist das?',
  enrolDetail:
    'Von jetzt an grüßt Lares dieses Gesicht mit Namen. Das Bild bleibt verschlüsselt in diesem Haus.',
  named: (name) => `Gespeichert: Das ist ${name}.`,
  thisIs: (name) => (name === '' ? 'Speichern' : `Das ist ${name}`),
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
  remove: 'Ereignis löschen',
  removeTitle: 'Dieses Ereignis löschen?',
  removeDetail: 'Sein Bild, das Gesicht und die Aufnahme werden endgültig gelöscht.',
  play: 'Aufnahme abspielen',
  showPicture: 'Bild zeigen',
  recordingOf: (camera, time) => `Aufnahme von ${camera}, ${time}`,
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
  removeOfflineDetail: 'Danach ist nicht mehr zu sehen, dass die Kamera kein Bild gab.',
};
