import type { HomeNames } from '../contract/entity.ts';
import type { GrammarTrouble } from './phrase-file.ts';
import type { SlotList, SlotValue } from './slot-list.ts';
import { spokenWords } from './spoken-words.ts';

export interface HomeLists {
  readonly lists: ReadonlyMap<string, SlotList>;
  readonly troubles: readonly GrammarTrouble[];
}

/** The lists that come from the home itself: name, area, person, camera. Values are written as the home writes them. */
export function homeLists(home: HomeNames): HomeLists {
  const troubles: GrammarTrouble[] = [];
  const spoken = (said: string, value: string, thing?: SlotValue['thing']): readonly SlotValue[] => {
    const words = spokenWords(said);
    if (words.length > 0) return [{ words, value, ...(thing === undefined ? {} : { thing }) }];
    troubles.push({
      what: `The name "${said}" can not be spoken in English.`,
      advice: 'Give it an alias in Latin letters to use it by voice.',
    });
    return [];
  };
  const plain = (names: readonly string[]): SlotList => ({
    kind: 'values',
    values: [...new Set(names)].flatMap((name) => spoken(name, name)),
  });
  const names = home.entities.flatMap(({ name, aliases, domain, deviceClass }) =>
    [...new Set([name, ...aliases])].flatMap((said) => spoken(said, name, { domain, deviceClass })),
  );
  const lists = new Map<string, SlotList>([
    ['name', { kind: 'values', values: names }],
    ['area', plain(home.areas)],
    ['person', plain(home.people)],
    ['camera', plain(home.cameras.map(({ name }) => name))],
  ]);
  return { lists, troubles };
}
