/** A typed command as it would be said: with the wake phrase in front, unless it is there already. */
export function asSpoken(wakePhrase: string, text: string): string {
  const typed = text.trim();
  const begins = typed.toLowerCase().startsWith(wakePhrase.toLowerCase());
  const follows = typed.charAt(wakePhrase.length);
  if (wakePhrase === '' || (begins && !/\p{L}/u.test(follows))) return typed;
  return `${wakePhrase}, ${typed}`;
}
