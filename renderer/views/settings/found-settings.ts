/** Something that can be found by words. */
export interface Findable {
  /** What it is called. */
  readonly title: string;
  /** What else it may be found by. */
  readonly more: string;
}

/** Those that have every word of the query, if only as a part of a longer one; those with it in their title first. None for an empty query. */
export function found<T extends Findable>(all: readonly T[], query: string): readonly T[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [];
  const has = (text: string): boolean => {
    const words = wordsOf(text);
    return wanted.every((want) =>
      words.some((word) => word.startsWith(want) || (want.length > 2 && word.includes(want))),
    );
  };
  const byTitle = all.filter(({ title }) => has(title));
  const others = all.filter((each) => !byTitle.includes(each) && has(`${each.title} ${each.more}`));
  return [...byTitle, ...others];
}

/** In small letters and without accents, so that nothing depends on how somebody types. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .split(/[^\p{Letter}\p{Number}]+/u)
    .filter((word) => word !== '');
}
