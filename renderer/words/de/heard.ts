import type { Words } from '../words.ts';

/** Was gehört wurde, und was daran falsch war. */
export const heard: Words['heard'] = {
  title: 'Was gehört wurde',
  empty: 'Noch wurde nichts gesagt',
  emptyDetail: 'Hier steht nur, was auf den Rufnamen folgt.',
  more: 'Mehr zeigen',
  sure: { very: 'Ganz sicher', sure: 'Sicher', rather: 'Ziemlich sicher', unsure: 'Unsicher' },
  certainty: (word, percent) => `${word}, ${percent}`,
  wrong: 'Das war falsch',
  wrongWith: (what) => `Das war falsch: ${what}`,
  wrongTitle: 'Was war falsch?',
  ways: { not_called: 'Ich habe Lares nicht gerufen', misheard: 'Ich habe etwas anderes gesagt' },
  wayDetails: {
    not_called: 'Jemand hat geredet, das Radio lief, oder es war ein Geräusch.',
    misheard: 'Lares war gemeint, hat aber die falschen Worte verstanden.',
  },
  meant: 'Was hast du gesagt? (freiwillig)',
  meantPlaceholder: 'schalte das Küchenlicht ein',
  tell: 'Lares Bescheid sagen',
  kept: 'Die Aufnahme davon wird zum Lernen aufgehoben, verschlüsselt und nur in diesem Haus.',
  notKept: 'Davon wird keine Aufnahme aufgehoben.',
  verdicts: {
    not_called: 'Du hast gesagt: Niemand hat gerufen.',
    misheard: 'Du hast gesagt: Das war es nicht.',
    meant: (words) => `Du hast gesagt: Es war „${words}“.`,
  },
  willKeep: 'Wenn Lares den Ton davon noch hat, wird er aufgehoben.',
  willNotKeep: 'Der Ton davon wird nicht aufgehoben.',
  takeBack: 'Zurücknehmen',
  recordings: 'Aufnahmen zum Lernen',
  keep: 'Aufnahmen von Fehlern aufheben',
  keepDetail:
    'Nur was du als falsch markierst: verschlüsselt, nur in diesem Haus, damit Lares den Fehler seltener macht. Gilt für alles, was von jetzt an gesagt wird.',
  count: (count) =>
    count === 0
      ? 'Keine Aufnahme ist aufgehoben.'
      : count === 1
        ? '1 Aufnahme ist aufgehoben.'
        : `${count} Aufnahmen sind aufgehoben.`,
  forget: (count) => `Alle Aufnahmen vergessen (${count})`,
  forgetTitle: (count) => (count === 1 ? 'Die Aufnahme vergessen?' : `Alle ${count} Aufnahmen vergessen?`),
  forgetDetail:
    'Sie werden endgültig gelöscht. Was Lares daraus gelernt hat, bleibt, und auch, was darüber geschrieben steht.',
};
