import { isolated } from '../isolated.ts';
import type { Words } from '../words.ts';

/** Jemand Neues, oder mehr Gesichter von jemandem, der bekannt ist. */
export const enrolment: Words['enrolment'] = {
  title: 'Person hinzufügen',
  titleFor: (name) => `Gesichter von ${isolated(name)} hinzufügen`,
  choose: 'Wie möchtest du das Gesicht zeigen?',
  ways: {
    photos: 'Mit Fotos',
    camera: 'Vor einer Kamera',
    visits: 'Aus früheren Besuchen',
  },
  wayDetails: {
    photos: 'Mehrere auf einmal. Verschiedene Tage und Blickrichtungen helfen am meisten.',
    camera: 'Eine halbe Minute: Lares sagt, wohin du schauen sollst. Wird am besten.',
    visits: 'Wähle ein Gesicht, das eine Kamera kürzlich gesehen hat.',
  },
  otherWay: 'Anderer Weg',
  who: 'Wer ist es?',
  leaveTitle: 'Verlassen, ohne hinzuzufügen?',
  leaveDetail: 'Was noch nicht hinzugefügt ist, wird vergessen.',
  leave: 'Verlassen',
  openPerson: (name) => `${isolated(name)} öffnen`,
  photos: {
    choose: 'Fotos auswählen',
    more: 'Weitere Fotos',
    drop: 'oder hier ablegen. JPEG, PNG, WebP oder HEIC, je ein Gesicht, bis 20 MB.',
    dropHere: 'Loslassen zum Hinzufügen',
    preview: (name) => `Foto ${isolated(name)}`,
    noPreview: 'Keine Vorschau',
    waiting: 'Noch nicht hinzugefügt',
    sending: 'Sucht das Gesicht …',
    taken: 'Hinzugefügt',
    retry: 'Noch einmal versuchen',
    remove: (name) => `${isolated(name)} entfernen`,
    notPhoto: 'Diese Datei ist kein Foto. Wähle ein Bild als JPEG, PNG, WebP oder HEIC.',
    tooLarge: 'Dieses Foto ist größer als 20 MB. Wähle ein kleineres.',
    emptyFile: 'Diese Datei ist leer. Wähle ein anderes Foto.',
    unreadable: 'Diese Datei lässt sich nicht lesen. Wähle ein anderes Foto.',
    missing: 'Wähle zuerst ein Foto.',
    add: (count) => (count === 1 ? '1 Foto hinzufügen' : `${count} Fotos hinzufügen`),
    addAgain: (count) =>
      count === 1 ? '1 Foto noch einmal versuchen' : `${count} Fotos noch einmal versuchen`,
    none: 'Fotos hinzufügen',
    adding: (done, all) => `${done} von ${all} hinzugefügt …`,
    result: (taken, all) =>
      taken === all
        ? all === 1
          ? 'Das Foto wurde hinzugefügt.'
          : `Alle ${all} Fotos wurden hinzugefügt.`
        : `${taken} von ${all} Fotos wurden hinzugefügt. Was mit den anderen ist, steht darunter.`,
  },
  camera: {
    choose: 'Welche Kamera?',
    chooseDetail: 'Am besten eine in Höhe des Gesichts, bei gutem Licht.',
    none: 'Keine Kamera gibt gerade ein Bild.',
    noneDetail: 'Füge eine Kamera hinzu, oder nimm stattdessen Fotos.',
    off: 'Gerade kein Bild',
    another: 'Andere Kamera',
    connecting: 'Die Kamera macht sich bereit …',
    stopped: 'Gerade nicht möglich',
    picture: (name) => `${isolated(name)}, wie im Spiegel`,
    progress: (taken) => `${taken} von 5 Blickrichtungen aufgenommen`,
    poses: { front: 'Vorn', left: 'Links', right: 'Rechts', up: 'Oben', down: 'Unten' },
    poseTaken: (pose) => `${pose}: aufgenommen`,
    poseMissing: (pose) => `${pose}: noch nicht`,
    advice: {
      nobody: 'Stell dich vor die Kamera',
      alone_please: 'Bitte nur eine Person',
      come_closer: 'Komm näher',
      step_back: 'Geh ein Stück zurück',
      more_light: 'Bitte mehr Licht',
      less_light: 'Bitte weniger Licht',
      hold_still: 'Halt still',
      uncover_face: 'Bitte zeig dein ganzes Gesicht',
      look_straight: 'Schau gerade in die Kamera',
      turn_left: 'Dreh den Kopf etwas nach links',
      turn_right: 'Dreh den Kopf etwas nach rechts',
      look_up: 'Schau etwas nach oben',
      look_down: 'Schau etwas nach unten',
      done: 'Fertig, danke',
    },
    enough: 'Das genügt',
    goOn: 'Mehr aufnehmen',
    again: 'Neu beginnen',
    add: (name) => (name === '' ? 'Hinzufügen' : `Das ist ${isolated(name)}`),
    added: (name) => `Lares kennt ${isolated(name)} jetzt.`,
    forgets: 'Diese Bilder werden vergessen, wenn du gehst, ohne sie hinzuzufügen.',
  },
  visits: {
    detail: 'Wähle die Gesichter einer Person.',
    empty: 'Kein unbekanntes Gesicht war kürzlich zu sehen.',
    emptyDetail: 'Wenn eine Kamera ein Gesicht sieht, das niemandem gehört, kannst du es hier wählen.',
    face: (camera, when) => `Unbekanntes Gesicht, ${isolated(camera)}, ${when}`,
    missing: 'Wähle zuerst ein Gesicht.',
    add: (count) => (count === 1 ? '1 Gesicht hinzufügen' : `${count} Gesichter hinzufügen`),
    none: 'Gesichter hinzufügen',
    adding: (done, all) => `${done} von ${all} hinzugefügt …`,
    result: (taken, all) =>
      taken === all
        ? all === 1
          ? 'Das Gesicht wurde hinzugefügt.'
          : `Alle ${all} Gesichter wurden hinzugefügt.`
        : `${taken} von ${all} Gesichtern wurden hinzugefügt. Was mit den anderen ist, steht darunter.`,
  },
};
