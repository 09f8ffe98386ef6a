import type { Words } from '../words.ts';

/** Home's first line, and who of the household was seen when. */
export const presence: Words['presence'] = {
  quiet: 'Alles ruhig',
  lastVisit: (when) => `Letzter Besuch ${when}`,
  noVisit: 'Bisher war niemand da',
  visitors: (count) => (count === 1 ? 'Gerade 1 Besucher' : `Gerade ${count} Besucher`),
  title: 'Wer gesehen wurde',
  more: (count) => `${count} weitere`,
  never: 'Noch nie da',
  here: 'Gerade da',
  came: (time) => `Kam um ${time}`,
  went: (time) => `Ging um ${time}`,
  seen: (time) => `Da um ${time}`,
  seenOn: (time) => `Da am ${time}`,
  nobody: 'Lares kennt noch niemanden.',
  introduce: 'Jemanden vorstellen',
  previousCamera: 'Vorige Kamera',
  nextCamera: 'Nächste Kamera',
  cameraOf: (number, count) => `Kamera ${number} von ${count}`,
};
