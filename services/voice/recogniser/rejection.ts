/**
 * The bands of the ratio between the log likelihood of the best sentence and that of free phones: below `sureBelow` it is
 * done, from there to `strangeFrom` it is asked, from there on it was no command. A sentence with a word
 * whose excess is `strangeWordFrom` or more is asked at best. Written by scripts/calibrate-rejection.ts.
 */
export const sureBelow = 1.13;
export const strangeFrom = 1.2;
export const strangeWordFrom = 51;
