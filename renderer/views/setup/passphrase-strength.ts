export type Strength = 'weak' | 'fair' | 'good' | 'strong';

/** What people take first; of the lists that leaked, the beginning. */
const common =
  /(password|passwort|passphrase|123456|abcdef|qwert|asdfgh|letmein|iloveyou|ichliebedich|welcome|willkommen|hallo|admin|secret|geheim|schatz|master|dragon|monkey|sunshine|princess|football|fussball|summer|sommer|winter|lares)/gi;
/** The same again and again, or one after the other on the keyboard, costs one guess, however long it is. */
const runs = /(.)\1{2,}|(?:0123|1234|2345|3456|4567|5678|6789|7890|abcd|bcde|cdef|defg|efgh|fghi)\w*/gi;

/** Bits of a word that somebody chose from all they know: Diceware's lists have 7776 (12.9 bits), and people choose worse. */
const bitsPerWord = 10;
const limits = { fair: 30, good: 42, strong: 54 } as const;

/**
 * How hard a passphrase is to guess for who has the key file: about 2^bits guesses, at some hundred a second for each of the attacker’s
 * machines, since Argon2id makes each one slow. An estimate from above: it knows no names and no birthdays.
 */
export function strengthOf(passphrase: string): Strength {
  const bits = bitsOf(passphrase);
  if (bits >= limits.strong) return 'strong';
  if (bits >= limits.good) return 'good';
  return bits >= limits.fair ? 'fair' : 'weak';
}

function bitsOf(passphrase: string): number {
  const telling = passphrase.normalize('NFKC').replace(common, '•').replace(runs, '•');
  const words = new Set(
    telling
      .toLowerCase()
      .split(/[\s\-_.,]+/)
      .filter((word) => word.length > 2),
  );
  const asWords = words.size > 1 ? words.size * bitsPerWord + 4 : 0;
  const asSigns = Math.log2(alphabetOf(telling)) * new Set(telling).size;
  // Who writes words chooses no signs: the weaker reading is the one that is tried first.
  return words.size > 1 ? Math.min(asWords + signsIn(telling) * 3, asSigns * 2) : asSigns * 0.8;
}

/** Digits and signs that stand among the words. */
function signsIn(text: string): number {
  return Math.min(4, (text.match(/[^\p{L}\s]/gu) ?? []).length);
}

function alphabetOf(text: string): number {
  const sizes = [
    [/\p{Ll}/u, 26],
    [/\p{Lu}/u, 26],
    [/\p{N}/u, 10],
    [/[^\p{L}\p{N}]/u, 20],
    [/[^\p{ASCII}]/u, 40],
  ] as const;
  return Math.max(
    2,
    sizes.reduce((sum, [signs, size]) => sum + (signs.test(text) ? size : 0), 0),
  );
}
