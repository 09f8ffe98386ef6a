import type { HomeNames } from '../../contract/entity.ts';
import type { GrammarTrouble } from './phrase-file.ts';
import type { SlotList, SlotValue } from './slot-list.ts';
import { languageOf, type Language } from './language.ts';
import { spokenWords } from './spoken-words.ts';

export interface HomeLists {
  readonly lists: ReadonlyMap<string, SlotList>;
  readonly troubles: readonly GrammarTrouble[];
}

/** The lists that come from the home itself: name, area, person, camera. Values are written as the home writes them. */
export function homeLists(home: HomeNames, language: Language = languageOf('en')): HomeLists {
  const troubles: GrammarTrouble[] = [];
  const spoken = (said: string, value: string, context?: SlotValue['context']): readonly SlotValue[] => {
    const words = spokenWords(said, language);
    if (words.length > 0) return [{ words, value, ...(context === undefined ? {} : { context }) }];
    troubles.push({
      what: `The name "${said}" can not be spoken in ${language.name}.`,
      advice: 'Give it an alias in Latin letters to use it by voice.',
    });
    return [];
  };
  const plain = (names: readonly string[]): SlotList => ({
    kind: 'values',
    values: [...new Set(names)].flatMap((name) => spoken(name, name)),
  });
  const names = home.entities.flatMap(({ name, aliases, domain, deviceClass, area }) =>
    [...new Set([name, ...aliases])].flatMap((said) =>
      spoken(said, name, { domain, device_class: deviceClass, in_area: area }),
    ),
  );
  const lists = new Map<string, SlotList>([
    ['name', { kind: 'values', values: names }],
    ['area', plain(home.areas)],
    ['person', plain(home.people)],
    ['camera', plain(home.cameras.map(({ name }) => name))],
    ['area_lights', { kind: 'values', values: home.areas.flatMap((area) => compounds(area, language)) }],
  ]);
  return { lists, troubles };
}

/** "Küchenlicht": German writes a room and its light as one word, with a joint in between or none. */
function compounds(area: string, language: Language): readonly SlotValue[] {
  if (language.code !== 'de') return [];
  return ['licht', 'lichter', 'lampe', 'lampen', 'beleuchtung'].flatMap((light) =>
    ['', 'n', 's', 'en'].map((joint) => ({
      words: spokenWords(`${area}${joint}${light}`, language),
      value: area,
    })),
  );
}
