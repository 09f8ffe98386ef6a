import { SILENCE, all, one, type Phrase } from './phrase.ts';

/**
 * Many sentences as one phrase in which words are shared: "twenty one … ninety nine" becomes
 * (twenty | … | ninety) [one | … | nine]. It says exactly these sentences.
 */
export function wordTree(sentences: readonly (readonly string[])[]): Phrase {
  const byFirst = new Map<string, (readonly string[])[]>();
  let isSilent = false;
  for (const [first, ...rest] of sentences) {
    if (first === undefined) isSilent = true;
    else byFirst.set(first, [...(byFirst.get(first) ?? []), rest]);
  }
  const bySame = new Map<string, { firsts: Phrase[]; rest: Phrase }>();
  for (const [first, ends] of byFirst) {
    const rest = wordTree(ends);
    const key = JSON.stringify(rest);
    const same = bySame.get(key) ?? { firsts: [], rest };
    same.firsts.push({ kind: 'word', word: first });
    bySame.set(key, same);
  }
  const choices = [...bySame.values()].map(({ firsts, rest }) => all([one(firsts), rest]));
  if (isSilent || choices.length === 0) choices.push(SILENCE);
  return one(choices);
}
