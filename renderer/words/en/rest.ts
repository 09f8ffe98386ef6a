/** The screen that rests. */
export const rest = {
  title: 'The screen rests',
  wake: 'Touch to wake it',
} as const;
