/** "the kitchen light" for a thing that the home calls "Kitchen Light"; "Anna's lamp" and "TV" keep their capitals. */
export function theName(name: string): string {
  const [first = ''] = name.split(/\s+/);
  const isPossessive = /['’]s?$/.test(first);
  return isPossessive || /^(the|my|our) /i.test(name) ? plainName(name) : `the ${plainName(name)}`;
}

/** A name inside a sentence: "Living Room" is "living room". */
export function plainName(name: string): string {
  return name.replaceAll(/(?<![\p{L}\p{N}'’])\p{Lu}\p{Ll}+(?![\p{L}\p{N}'’])/gu, (word) =>
    word.toLowerCase(),
  );
}

/** "a garden light", "an attic light". */
export function aName(name: string): string {
  const plain = plainName(name);
  return `${/^[aeiou]/i.test(plain) ? 'an' : 'a'} ${plain}`;
}

/** "one", "one and two", "one, two and three". */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** "1 hour and 5 minutes"; seconds are left out beside hours. */
export function duration(lengthMs: number): string {
  const total = Math.round(lengthMs / 1000);
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor((total % 3600) / 60);
  const seconds = total % 60;
  const parts = [
    counted(hours, 'hour'),
    counted(minutes, 'minute'),
    hours > 0 ? '' : counted(seconds, 'second'),
  ];
  return listed(parts.filter((part) => part !== '')) || '0 seconds';
}

/** "1 light", "2 lights"; nothing for none. */
export function counted(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`;
}
