import type { CommandReader, SpokenCommand } from './command-reader.ts';
import type { Phrase } from './phrase.ts';
import type { Context } from './phrase-matcher.ts';
import type { SaidWord } from './said-word.ts';

/** Nobody joins more than these in one breath; a longer sentence is talk, and must not cost time. */
const MOST_WORDS = 40;

interface Split {
  readonly left: readonly SaidWord[];
  readonly right: readonly SaidWord[];
}

/** More commands in one breath are talk. */
const MOST_COMMANDS = 8;

interface Joining {
  readonly reader: CommandReader;
  readonly join: Phrase | null;
  readonly context: Context;
}

/**
 * Reads commands joined by "and": whole ones ("turn on the light and close the blinds"), or one over two things, whose second
 * leaves out what the first has said already ("turn on the light and the fan", "turn the light and the fan off").
 */
export function readJoined(
  words: readonly SaidWord[],
  by: Joining,
  most = MOST_COMMANDS,
): readonly SpokenCommand[] {
  const { reader, join, context } = by;
  const isPart = most < MOST_COMMANDS;
  const whole = words.length === 0 ? null : reader.read(words, { context, isPart });
  if (whole !== null) return [whole];
  if (join === null || words.length > MOST_WORDS || most < 2) return [];
  const read = (part: readonly SaidWord[]) =>
    part.length === 0 ? null : reader.read(part, { context, isPart: true });
  const splits: Split[] = words.flatMap((_, at) =>
    reader
      .ends(join, words, at)
      .filter((end) => end > at)
      .map((end) => ({ left: words.slice(0, at), right: words.slice(end) })),
  );
  for (const split of splits) {
    const both = readBoth(split, read);
    if (both !== null) return both;
  }
  for (const { left, right } of splits) {
    const first = read(left);
    const others = first === null ? [] : readJoined(right, by, most - 1);
    if (first !== null && others.length > 0) return [first, ...others];
  }
  return [];
}

function readBoth(
  { left, right }: Split,
  read: (words: readonly SaidWord[]) => SpokenCommand | null,
): readonly SpokenCommand[] | null {
  const first = read(left);
  const second = read(right);
  if (first !== null)
    // The beginning is said for both: "turn on" the light and the fan. That goes before a second part that is a whole by itself.
    for (let shared = left.length - 1; shared > 0; shared--) {
      const other = read([...left.slice(0, shared), ...right]);
      if (other !== null && isAlike(first, other)) return [first, other];
    }
  if (first !== null && second !== null) return [first, second];
  // The end is said for both, and perhaps the beginning: turn the light and the fan "off".
  for (let end = 1; end < right.length; end++) {
    const one = read([...left, ...right.slice(end)]);
    if (one === null) continue;
    if (second !== null && isAlike(one, second)) return [one, second];
    for (let shared = left.length - 1; shared > 0; shared--) {
      const other = read([...left.slice(0, shared), ...right]);
      if (other !== null && isAlike(one, other)) return [one, other];
    }
  }
  return null;
}

/** The same wish for another thing or another room. */
function isAlike(one: SpokenCommand, other: SpokenCommand): boolean {
  const isSame = (slot: string) => one.slots[slot] === other.slots[slot];
  return (
    one.name === other.name && !['name', 'area', 'camera', 'person', 'item', 'device_class'].every(isSame)
  );
}
