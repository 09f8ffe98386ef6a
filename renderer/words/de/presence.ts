import type { Words } from '../words.ts';

/** Home's first line, and who of the household was seen when. */
export const presence: Words['presence'] = {
  quiet: 'Alles ruhig',
  lastVisit: (when) => `Letzter Besuch ${when}`,
  noVisit: 'Bisher war niemand da',
  visitors: (count) => (count === 1 ? 'Gerade 1 Besucher' : `Gerade ${count} Besucher`),
  title: 'Wer ist zu Hause',
  all: 'Alle Personen',
  never: 'Noch nicht gesehen',
  here: 'Gerade da',
  came: (time) => `Um ${time} gekommen`,
  went: (time) => `Um ${time} gegangen`,
  seen: (time) => `Um ${time} gesehen`,
  seenOn: (time) => `Gesehen am ${time}`,
  nobody: 'Lares kennt noch niemanden.',
  introduce: 'Jemanden vorstellen',
  previousCamera: 'Vorige Kamera',
  nextCamera: 'Nächste Kamera',
  cameraOf: (number, count) => `Kamera ${number} von ${count}`,
};
