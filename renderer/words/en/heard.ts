/** What was heard, and what was wrong with it. */
export const heard = {
  title: 'What was heard',
  empty: 'Nothing was said yet',
  emptyDetail: 'Only what follows the wake phrase is written here.',
  more: 'Show more',
  sure: { very: 'Very sure', sure: 'Sure', rather: 'Rather sure', unsure: 'Unsure' },
  certainty: (word: string, percent: string) => `${word}, ${percent}`,
  wrong: 'That was wrong',
  wrongWith: (what: string) => `That was wrong: ${what}`,
  wrongTitle: 'What was wrong?',
  ways: { not_called: 'I didn’t call Lares', misheard: 'I said something else' },
  wayDetails: {
    not_called: 'Somebody talked, the radio was on, or it was a noise.',
    misheard: 'Lares was called, but took the words for others.',
  },
  meant: 'What did you say? (optional)',
  meantPlaceholder: 'turn on the kitchen light',
  tell: 'Tell Lares',
  kept: 'Its recording is kept, encrypted and only in this house, to learn from.',
  notKept: 'No recording of it is kept.',
  verdicts: {
    not_called: 'You said: nobody called.',
    misheard: 'You said: that was not it.',
    meant: (words: string) => `You said: it was “${words}”.`,
  },
  willKeep: 'If Lares still has the sound of this, it is kept.',
  willNotKeep: 'The sound of this is not kept.',
  takeBack: 'Take back',
  recordings: 'Recordings to learn from',
  keep: 'Keep recordings of what was wrong',
  keepDetail:
    'Only what you mark as wrong: encrypted, only in this house, so that Lares makes the mistake less often. For what is said from now on.',
  count: (count: number) =>
    count === 0
      ? 'No recording is kept.'
      : count === 1
        ? '1 recording is kept.'
        : `${count} recordings are kept.`,
  forget: (count: number) => `Forget all recordings (${count})`,
  forgetTitle: (count: number) => (count === 1 ? 'Forget the recording?' : `Forget all ${count} recordings?`),
  forgetDetail:
    'They are erased for good. What Lares has learnt from them stays, and so does what was written of them.',
} as const;
