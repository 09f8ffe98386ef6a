/**
 * The bands of the ratio between the log likelihood of the best sentence and that of free phones: below `sureBelow` it is
 * done, from there to `strangeFrom` it is asked, from there on it was no command. A sentence with a word
 * whose excess is `strangeWordFrom` or more is asked at best. Partly set by hand; scripts/calibrate-rejection.ts writes what it
 * computes in their place. Of 124 recorded orders without noise all stay below 1.04, and of those heard right with
 * kitchen noise at 12 dB all below 1.16; what a whole home's grammar finds in foreign talk has 1.17 and more, half of it 1.3.
 */
export const sureBelow = 1.13;
export const strangeFrom = 1.2;
export const strangeWordFrom = 51;

/**
 * From this excess on a word was not said, and nobody is asked whether they meant the sentence unless it is sure as a whole:
 * half of the words that are said have less than 20. By hand: of seven sentences with a made-up name ("the unicorn") in
 * synthetic voices six have a word of 36 to 77.
 */
export const unsaidFrom = 35;

/** Below this ratio a sentence is so clear that nothing else can have been meant. By hand. */
export const clearlySaid = 1.04;
