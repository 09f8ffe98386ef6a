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

export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
