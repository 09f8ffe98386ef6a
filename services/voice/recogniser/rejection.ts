/**
 * The bands of the ratio between the log likelihood of the best sentence and that of free phones: below `sureBelow` it is
 * done, from there to `strangeFrom` it is asked, from there on it was no command. A sentence with a word
 * whose excess is `strangeWordFrom` or more is asked at best. Computed and written by scripts/calibrate-rejection.ts: `sureBelow` is
 * a little below all of 48 recordings of foreign talk, and one in five of them lies below `strangeFrom`; of 48 others
 * none would be done.
 * Of 124 recorded orders without noise all stay below 1.04, and of those heard right with kitchen noise at 12 dB all below 1.16.
 */
export const sureBelow = 1.09;
export const strangeFrom = 1.22;
export const strangeWordFrom = 51;

/**
 * From this excess on a word was not said, and nobody is asked whether they meant the sentence unless it fits well as a whole, below
 * `fitsBelow`: half of the words that are said have less than 20. Both by hand: of seven sentences with a made-up name ("the unicorn") in
 * synthetic voices six have a word of 36 to 77 and a ratio of 1.15 and more; orders with a name that no dictionary has, or by a microphone
 * that clips, have such words below it.
 */
export const unsaidFrom = 35;
export const fitsBelow = 1.13;

/** Below this ratio a sentence is so clear that nothing else can have been meant. By hand. */
export const clearlySaid = 1.04;
