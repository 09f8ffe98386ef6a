import { isolated } from '../isolated.ts';
import type { Words } from '../words.ts';

/** Alle, die Lares kennt, eine Person davon, und die, die noch keinen Namen haben. */
export const people: Words['people'] = {
  title: 'Personen',
  detail: 'Diese Gesichter grüßt Lares mit Namen. Ihre Bilder liegen verschlüsselt in diesem Haus.',
  add: 'Person hinzufügen',
  empty: 'Lares kennt noch niemanden',
  emptyDetail:
    'Füge die erste Person mit ein paar Fotos oder vor einer Kamera hinzu, oder öffne ein Ereignis mit einem unbekannten Gesicht und gib ihm einen Namen.',
  faces: (count) => (count === 1 ? '1 Gesicht' : `${count} Gesichter`),
  visits: (count) => (count === 1 ? '1 Besuch' : `${count} Besuche`),
  since: (day) => `Seit ${day}`,
  gone: 'Diese Person ist nicht mehr bekannt.',
  goneDetail: 'Sie wurde gelöscht oder mit jemandem zusammengeführt.',
  name: 'Name',
  known: 'Personen, die du kennst',
  rename: 'Umbenennen',
  renameTitle: (name) => `${isolated(name)} umbenennen`,
  noFaces: 'Es gibt kein Gesicht. Ohne eines kann Lares die Person nicht erkennen.',
  waiting: (count) =>
    count === 1
      ? '1 Gesicht muss noch einmal gelesen werden'
      : `${count} Gesichter müssen noch einmal gelesen werden`,
};

/** Wie gut jemand bekannt ist, auf einen Blick. */
export const gallery: Words['gallery'] = {
  title: 'Wie gut Lares dieses Gesicht kennt',
  spots: { front: 'vorn', left: 'links', right: 'rechts', up: 'oben', down: 'unten' },
  seen: (spots) => `Gesehen von: ${spots}.`,
  missing: (spots) => `Noch nicht von: ${spots}.`,
  unseen: 'Noch von nirgends gut gesehen.',
  good: 'Lares kennt dieses Gesicht gut.',
  counts: ['Kein', 'Ein', 'Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs', 'Sieben', 'Acht', 'Neun', 'Zehn'],
  advice: {
    any: (count, one) =>
      one ? `${count} weiteres Foto würde helfen.` : `${count} weitere Fotos würden helfen.`,
    front: (count, one) =>
      one
        ? `${count} weiteres Foto von vorn würde helfen.`
        : `${count} weitere Fotos von vorn würden helfen.`,
    left: (count, one) =>
      one
        ? `${count} weiteres Foto von links würde helfen.`
        : `${count} weitere Fotos von links würden helfen.`,
    right: (count, one) =>
      one
        ? `${count} weiteres Foto von rechts würde helfen.`
        : `${count} weitere Fotos von rechts würden helfen.`,
    larger: (count, one) =>
      one
        ? `${count} größeres Foto des Gesichts würde helfen.`
        : `${count} größere Fotos des Gesichts würden helfen.`,
    sharper: (count, one) =>
      one
        ? `${count} schärferes, helleres Foto würde helfen.`
        : `${count} schärfere, hellere Fotos würden helfen.`,
  },
  addFaces: 'Gesichter hinzufügen',
};

/** Die Seite einer Person. */
export const person: Words['person'] = {
  faces: 'Gesichter',
  facesHint: 'Tippe auf Gesichter, die falsch oder schlecht sind.',
  origins: { photo: 'Foto', camera: 'Kamera', event: 'Ereignis', sighting: 'Besuch' },
  originDetails: {
    photo: 'von einem Foto',
    camera: 'vor einer Kamera aufgenommen',
    event: 'aus einem Ereignis',
    sighting: 'von selbst dazugekommen, nachdem du einen Besuch bestätigt hast',
  },
  face: (origin, day) => `Gesicht ${origin}, ${day}`,
  waits: 'Noch nicht gelesen',
  poor: 'Schlechtes Bild',
  selected: (count) => (count === 1 ? '1 Gesicht gewählt' : `${count} Gesichter gewählt`),
  clear: 'Keins wählen',
  removeFaces: (count) => (count === 1 ? 'Gesicht entfernen' : `${count} Gesichter entfernen`),
  removeTitle: (count) => (count === 1 ? 'Dieses Gesicht entfernen?' : `Diese ${count} Gesichter entfernen?`),
  removeDetail: 'Lares vergisst es endgültig. Die Person und ihre Ereignisse bleiben.',
  somebodyElse: 'Jemand anderes',
  splitTitle: (count) => (count === 1 ? 'Wessen Gesicht ist das?' : 'Wessen Gesichter sind das?'),
  splitDetail: (name) => `Sie gehören dann nicht mehr zu ${isolated(name)}, sondern zu jemand anderem.`,
  split: (name) => (name === '' ? 'Gesichter verschieben' : `Zu ${isolated(name)} verschieben`),
  splitDone: (count, name) =>
    count === 1
      ? `1 Gesicht gehört jetzt zu ${isolated(name)}.`
      : `${count} Gesichter gehören jetzt zu ${isolated(name)}.`,
  removed: (count) => (count === 1 ? '1 Gesicht wurde entfernt.' : `${count} Gesichter wurden entfernt.`),
  visits: 'Letzte Besuche',
  noVisits: 'Lares hat die Person in letzter Zeit nicht gesehen.',
  noVisitsDetail: 'Wenn eine Kamera sie erkennt, erscheint der Besuch hier.',
  consent: 'Einwilligung',
  consentGiven: (name) => `${isolated(name)} ist einverstanden, dass Lares das Gesicht aufhebt.`,
  consentGivenFor: (giver, name) =>
    `${isolated(giver)} ist einverstanden, dass Lares das Gesicht von ${isolated(name)} aufhebt.`,
  consentRecorded: (by, day) => `Notiert von ${isolated(by)}, ${day}`,
  consentMissing: 'Nicht notiert',
  consentMissingDetail: (name) =>
    `Niemand hat notiert, ob ${isolated(name)} einverstanden ist. Frag nach und notiere es; oder lösche die Person.`,
  record: 'Einwilligung notieren',
  recordAgain: 'Neu notieren',
  recordTitle: (name) => `Ist ${isolated(name)} einverstanden?`,
  recordDetail:
    'Frag, bevor du es notierst. Lares hebt auf, wer zugestimmt hat, wer es notiert hat und wann.',
  recordIt: 'Notieren',
  export: 'Alles herausgeben',
  exportTitle: (name) => `Alles zu ${isolated(name)} herausgeben`,
  exportDetail:
    'Eine Zip-Datei mit jedem Gesicht und Bild, jedem Besuch und der Einwilligung: alles, was Lares von der Person hat.',
  exportWarning:
    'Die Bilder darin sind nicht verschlüsselt. Verwahr die Datei sicher, oder lösche sie nach Gebrauch.',
  download: 'Zip herunterladen',
  preparing: 'Wird zusammengestellt …',
  exported: 'Die Datei liegt bei deinen Downloads.',
  exportFailed: 'Die Datei konnte nicht erstellt werden. Nichts ging verloren: Versuch es noch einmal.',
  merge: 'Mit jemandem zusammenführen',
  mergeTitle: (name) => `Wer ist dieselbe Person wie ${isolated(name)}?`,
  mergeDetail: 'Wer doppelt in der Liste steht, wird eine Person.',
  mergeNobody: 'Es gibt niemanden sonst, mit dem das ginge.',
  mergeOther: 'Jemand anderes',
  mergePreview: 'Sie werden eins',
  mergeStays: 'Der Name, der bleibt',
  mergeBoth: (gone, name) => `${isolated(gone)} und ${isolated(name)} zusammenführen?`,
  mergeResult: (gone, name, faces) =>
    `${isolated(name)} bekommt alle Gesichter und alle Besuche von beiden, zusammen ${faces}. Den Namen ${isolated(gone)} gibt es dann nicht mehr.`,
  mergeNote:
    'Das lässt sich nicht in einem Schritt rückgängig machen; Gesichter, die sich als falsch erweisen, kannst du zu jemand anderem verschieben.',
  mergeIt: (name) => `Mit ${isolated(name)} zusammenführen`,
  erase: 'Löschen',
  eraseIt: 'Diese Person löschen',
  eraseTitle: (name) => `${isolated(name)} löschen?`,
  eraseDetail:
    'Jedes Gesicht, die Bilder der Besuche und der Name in allen Ereignissen werden gelöscht. Zehn Sekunden lang kannst du es zurücknehmen.',
};

/** Die Leiste von jemandem, der gerade gelöscht wird. */
export const leaving: Words['leaving'] = {
  soon: (name, seconds) =>
    seconds === 1
      ? `${isolated(name)} wird in 1 Sekunde gelöscht`
      : `${isolated(name)} wird in ${seconds} Sekunden gelöscht`,
  now: (name) => `${isolated(name)} wird gelöscht …`,
  announce: (name) =>
    `${isolated(name)} wird in zehn Sekunden gelöscht. Nimm es zurück, wenn das ein Versehen war.`,
  undo: 'Rückgängig',
  done: (name) => `${isolated(name)} wurde gelöscht: Gesichter, Bilder und der Name in jedem Ereignis.`,
  kept: (name) => `${isolated(name)} bleibt.`,
  mark: 'Wird gelöscht',
};

/** Wer ein Gesicht aufheben darf: Danach wird bei jedem gefragt, der neu ist. */
export const consent: Words['consent'] = {
  title: 'Einwilligung',
  agrees: (name) =>
    `${name === '' ? 'Diese Person' : isolated(name)} ist einverstanden, dass Lares das Gesicht aufhebt.`,
  agreesFor: (giver, name) =>
    `${giver === '' ? 'Jemand' : isolated(giver)} ist einverstanden, dass Lares das Gesicht von ${name === '' ? 'dieser Person' : isolated(name)} aufhebt.`,
  themselves: 'Die Person stimmt selbst zu',
  guardian: 'Ein Elternteil oder Vormund stimmt zu',
  giver: 'Name des Elternteils oder Vormunds',
  recordedBy: 'Wer notiert das?',
  missing: 'Kreuz das an, sobald zugestimmt wurde. Ohne das hebt Lares kein Gesicht auf.',
  missingGiver: 'Sag, wer an ihrer Stelle zustimmt.',
  missingRecorder: 'Sag, wer die Einwilligung notiert.',
};

/** Personen ohne Namen. */
export const unknown: Words['unknown'] = {
  title: 'Unbekannte Personen',
  offTitle: 'Personen später benennen',
  offDetail:
    'Lares kann unbekannte Gesichter, die wiederkommen, zusammenfassen, damit du sie benennen oder sehen kannst, wann sie schon da waren. Es hebt diese Gesichter nur ein paar Tage auf, verschlüsselt, und vergisst sie dann. Denk an alle, die nicht wissen, dass eine Kamera sie sieht: Das ist aus, solange du es nicht willst.',
  turnOn: 'Unbekannte Gesichter zusammenfassen',
  turnOff: 'Ausschalten',
  keep: 'Aufheben',
  days: (count) => (count === 1 ? '1 Tag' : `${count} Tage`),
  empty: 'Kein unbekanntes Gesicht kam mehr als einmal.',
  emptyDetail: 'Wer ohne Namen wiederkommt, erscheint hier.',
  picture: (visits) => `Unbekannte Person, ${visits}`,
  lastSeen: (when) => `Zuletzt gesehen: ${when}`,
  forgotten: (when) => `Wird vergessen: ${when}`,
  nameIt: 'Benennen',
  nameTitle: 'Wer ist das?',
  nameDetail: (visits) => `Der Name gilt für alles von diesem Gesicht: ${visits}.`,
  seeVisits: 'Besuche',
  visitsTitle: 'Wann dieses Gesicht kam',
  visitGone: 'Dieser Besuch wurde gelöscht.',
  forget: 'Vergessen',
  forgetTitle: 'Dieses Gesicht vergessen?',
  forgetDetail:
    'Die Gruppe und ihr Gesicht werden gelöscht. Die Besuche bleiben ohne Namen in der Liste der Ereignisse.',
};
